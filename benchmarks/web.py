"""What the pages cost beside a bare Flask page on the same server: ``python -m benchmarks.web [SIZE ...]``.

All servers run at the same time and take turns, round by round, so that a machine whose speed drifts does not
change the ratios. ``--write`` puts the table into docs/performance.md, ``--rounds 5`` and ``--seconds 2`` say
how long to measure; sizes are numbers of ads. The figures of each round stand in var/bench/web.json.
"""

import argparse
import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks import board, document, servers
from benchmarks.load import CLIENTS, WRK, Measured, load
from benchmarks.targets import Target, targets
from portal import clock

FOLDER: Final = document.ROOT / "var" / "bench"
SIZES: Final = (300, 30_000)


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
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        return None if self.target.aim is None else self.ratio >= self.target.aim

    @property
    def disagree(self) -> int:
        """How many rounds alone would have given another verdict."""
        aim = self.target.aim
        return 0 if aim is None else sum((ratio >= aim) is not self.reached for ratio in self.ratios)


@dataclass(frozen=True, kw_only=True)
class Report:
    """One data set: its lines, and the peak memory of the server in MiB."""

    ads: int
    lines: Sequence[Line]
    memory: float


def measure(ads: int, rounds: int, seconds: float) -> Report:
    """Measures all targets with so many ads."""
    folder = FOLDER / f"{ads}-{_made_by()}"
    _tell(f"{ads:,} ads")
    app = board.make(folder, ads, page_cache_mib=32)
    with ExitStack() as stack:
        running: dict[str, servers.Server | None] = {
            "bare": stack.enter_context(servers.bare()),
            "cold": stack.enter_context(servers.portal(folder, PAGE_CACHE_MIB="0")),
            "warm": stack.enter_context(servers.portal(folder)),
            "nginx": stack.enter_context(servers.nginx(folder)),
        }
        warm = running["warm"]
        assert warm is not None, "The portal always runs."
        asked = targets(app, servers.etag(warm.port, "/job"))
        found = _in_turns([target for target in asked if running[target.server]], running, rounds, seconds)
        peaks = [server.peak_mib() for name in ("cold", "warm") if (server := running[name])]
    return Report(ads=ads, lines=list(_lines(found)), memory=max(peaks))


def _in_turns(
    asked: Sequence[Target], running: Mapping[str, servers.Server | None], rounds: int, seconds: float
) -> dict[str, tuple[Target, list[Measured]]]:
    found: dict[str, tuple[Target, list[Measured]]] = {target.name: (target, []) for target in asked}
    for number in range(rounds + 1):
        _tell(f"round {number} of {rounds}" if number else "warming up")
        for target in asked:
            server = running[target.server]
            assert server is not None, "Only targets whose server runs are measured."
            measured = load(server.port, target.paths, target.headers, seconds if number else 1)
            if number:
                found[target.name][1].append(measured)
    return found


def _lines(found: Mapping[str, tuple[Target, Sequence[Measured]]]) -> Iterator[Line]:
    bare = found["bare Flask"][1]
    for target, rounds in found.values():
        beside = bare if target.beside == "bare" else found[target.beside][1]
        ratios = [one.rate / other.rate for one, other in zip(rounds, beside, strict=True)]
        yield Line(target=target, rounds=rounds, ratios=ratios)


def _made_by() -> str:
    """A mark of what the data were made by, so that data of an older version are made anew."""
    migrations = sorted((document.ROOT / "migrations" / "versions").glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in migrations)).hexdigest()[:8]


def table(report: Report) -> Iterator[str]:
    """One data set as lines of Markdown."""
    yield f"**{report.ads:,} ads** (peak memory of the server {report.memory:.0f} MiB)"
    yield ""
    yield "| page | req/s | p50 ms | p99 ms | ratio | aim | reached | disagree | bytes | queries | failed |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for line in report.lines:
        target = line.target
        aim = "" if target.aim is None else f"{target.aim:g}"
        verdict = {None: "", True: "yes", False: "**no**"}[line.reached]
        failed = sum(each.failed for each in line.rounds)
        yield (
            f"| {target.name} | {line.middle('rate'):,.0f} "
            f"| {line.middle('p50'):.1f} | {line.middle('p99'):.1f} "
            f"| {line.ratio:.2f} | {aim} | {verdict} | {line.disagree if aim else ''} "
            f"| {line.middle('size'):,.0f} | {target.queries or ''} | {failed or ''} |"
        )
    yield ""


def growth(reports: Sequence[Report]) -> Iterator[str]:
    """What a page costs with the most ads, in times the same page with the fewest."""
    fewest, most = reports[0], reports[-1]
    few = {line.target.name: line for line in fewest.lines}
    yield f"Cost with {most.ads:,} ads in times that with {fewest.ads:,}, each beside its bare page:"
    yield ""
    for line in most.lines:
        if line.target.server == "cold":
            times = few[line.target.name].ratio / line.ratio
            most_times = 4 if line.target.name.startswith("search") else 1.5
            verdict = "reached" if times <= most_times else "**not reached**"
            yield f"- {line.target.name}: {times:.2f} (aim at most {most_times:g}: {verdict})"


def text_of(reports: Sequence[Report], rounds: int, seconds: float) -> str:
    """Everything that was found, as Markdown."""
    machine = f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} processors"
    asker = "wrk" if WRK else "a small program"
    lines = [
        "Through the portal's own server, beside a bare Flask page on the same one: medians of",
        f"{rounds} rounds of {seconds:g} s in turns, {CLIENTS} clients of {asker} ({machine},",
        f"{clock.today()}). The ratio is to the bare page of the same round, for the static file to",
        "Flask's plain one; `disagree` says how many rounds alone would give another verdict. Cold",
        "pages are made for each request; the open ads, and cards once shown, are in memory as on any",
        "running portal.",
        "",
    ]
    for report in reports:
        lines += table(report)
    if len(reports) > 1:
        lines += growth(reports)
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and writes what it is told to."""
    parser = argparse.ArgumentParser(prog="benchmarks.web")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    reports = [measure(ads, chosen.rounds, chosen.seconds) for ads in sorted(chosen.sizes)]
    text = text_of(reports, chosen.rounds, chosen.seconds)
    sys.stdout.write(f"{text}\n")
    _keep(reports, FOLDER / "web.json")
    if chosen.write:
        document.write("web", text)
        _keep(reports, document.REPORT.with_name("performance-web.json"))
    return 0


def _keep(reports: Sequence[Report], path: Path) -> None:
    values: list[Any] = [asdict(report) for report in reports]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"on": str(clock.today()), "reports": values}, indent=1), encoding="utf-8")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
