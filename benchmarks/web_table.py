"""The figures of `benchmarks.web` as Markdown, with a verdict on each promise."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from textwrap import fill
from typing import Final

from benchmarks.load import CLIENTS, WRK, Measured
from benchmarks.targets import Target
from portal import clock

VERDICTS: Final = {None: "", True: "yes", False: "**no**"}
MOST_SPREAD: Final = 5.0
"""So many times the median the slowest hundredth may take."""
MOST_GROWTH: Final = {"search": 4.0, "other": 1.5}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What all rounds say of one target, and its ratio to what it is compared with, round by round."""

    target: Target
    rounds: Sequence[Measured]
    ratios: Sequence[float]

    def middle(self, name: str) -> float:
        """The median of one figure."""
        return float(median(getattr(each, name) for each in self.rounds))

    @property
    def ratio(self) -> float:
        """The median ratio."""
        return median(self.ratios)

    @property
    def spread(self) -> float:
        """The slowest hundredth in times the median answer, round by round; the median of that."""
        return median(each.p99 / max(each.p50, 0.001) for each in self.rounds)

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        return None if self.target.aim is None else self.ratio >= self.target.aim

    @property
    def disagree(self) -> int:
        """How many rounds alone would have given another verdict."""
        aim = self.target.aim
        return 0 if aim is None else sum((ratio >= aim) is not self.reached for ratio in self.ratios)

    @property
    def failed(self) -> int:
        """How many requests were not answered, or badly."""
        return sum(each.failed for each in self.rounds)


@dataclass(frozen=True, kw_only=True)
class Report:
    """One data set on one database: its lines, and the peak memory of the server in MiB."""

    ads: int
    database: str
    lines: Sequence[Line]
    peak_mib: float


def text_of(reports: Sequence[Report], rounds: int, seconds: float) -> str:
    """Everything that was found."""
    machine = f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} processors"
    asker = "wrk" if WRK else "a small program"
    said = f"""Through the portal's own server (granian {version("granian")}, one process), beside a bare
    Flask page on the same one: medians of {rounds} rounds of {seconds:g} s in turns, {CLIENTS} clients of
    {asker} ({machine}, {clock.today()}). The ratio is to the bare page of the same round, for files and
    leaflets to Flask's plain static file; `of the rounds` are its lowest and highest, and `disagree` says how
    many rounds alone would give another verdict. Cold pages are made for each request; open ads, and cards
    once shown, are in memory as on any running portal."""
    lines = [fill(" ".join(said.split()), 110), ""]
    for report in reports:
        lines += [*table(report), *promises(report), ""]
    for database in dict.fromkeys(report.database for report in reports):
        same = [report for report in reports if report.database == database]
        if len(same) > 1:
            lines += [*growth(same), ""]
    return "\n".join(lines).rstrip()


def table(report: Report) -> Iterator[str]:
    """One data set."""
    yield f"**{report.ads:,} ads, {report.database}**"
    yield ""
    yield (
        "| page | req/s | p50 ms | p99 ms | p99/p50 | ratio | of the rounds | aim | reached | disagree"
        " | bytes | queries | failed |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|---|"
    for line in report.lines:
        target = line.target
        aim = "" if target.aim is None else f"{target.aim:g}"
        yield (
            f"| {target.name} | {line.middle('rate'):,.0f} | {line.middle('p50'):.1f} "
            f"| {line.middle('p99'):.1f} | {line.spread:.1f} | {line.ratio:.2f} "
            f"| {min(line.ratios):.2f} to {max(line.ratios):.2f} | {aim} | {VERDICTS[line.reached]} "
            f"| {line.disagree if aim else ''} | {line.middle('size'):,.0f} | {target.queries or ''} "
            f"| {line.failed or ''} |"
        )
    yield ""


def promises(report: Report) -> Iterator[str]:
    """What is promised of the data set as a whole."""
    ours = [line for line in report.lines if line.target.server in {"cold", "warm"}]
    slow = [f"{line.target.name} ({line.spread:.1f})" for line in ours if line.spread >= MOST_SPREAD]
    told = f"**not kept**: {', '.join(slow)}" if slow else "kept"
    yield f"- p99 under {MOST_SPREAD:g} times p50 with {CLIENTS} clients: {told}"
    yield f"- peak memory of the server: {report.peak_mib:.0f} MiB"
    failed = sum(line.failed for line in ours)
    yield f"- requests that failed: {failed}"


def growth(reports: Sequence[Report]) -> Iterator[str]:
    """What a page costs with the most ads, in times the same page with the fewest."""
    fewest, most = reports[0], reports[-1]
    few = {line.target.name: line for line in fewest.lines}
    yield (
        f"Cost with {most.ads:,} ads in times that with {fewest.ads:,} on {most.database},"
        " each beside its bare page:"
    )
    yield ""
    for line in most.lines:
        if line.target.server == "cold":
            times = few[line.target.name].ratio / line.ratio
            at_most = MOST_GROWTH["search" if line.target.name.startswith("search") else "other"]
            verdict = "reached" if times <= at_most else "**not reached**"
            yield f"- {line.target.name}: {times:.2f} (aim at most {at_most:g}: {verdict})"
