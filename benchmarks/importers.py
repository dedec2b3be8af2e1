"""What taking in a feed costs beside the bare parser: a table, and whether the promises hold.

``python -m benchmarks.importers`` prints it; with ``--write`` it goes into docs/performance.md too. Each pass
is a process of its own; the kinds of passes take turns, and medians are compared.
"""

import json
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final, TextIO

from portal import clock

ROOT: Final = Path(__file__).resolve().parents[1]
REPORT: Final = ROOT / "docs" / "performance.md"
FORMATS: Final = ("rss", "jobnet", "indeed_xml")
PARSERS: Final = {"rss": "feedparser", "jobnet": "json", "indeed_xml": "lxml"}
ENTRIES: Final = 3000
MANY: Final = (3000, 10_000, 30_000)
TURNS: Final = 3
BEGIN, END = "<!-- importers: written by make bench -->", "<!-- importers: end -->"

Measured = Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Something that must hold: in words, what was measured, and the most it may be."""

    words: str
    measured: float
    most: float

    @property
    def kept(self) -> bool:
        """Whether it holds."""
        return self.measured <= self.most

    def __str__(self) -> str:
        verdict = "yes" if self.kept else "**no**"
        return f"| {self.words} | {self.measured:.2f} | {self.most:.2f} | {verdict} |"


def measure(kind: str, feed_format: str, entries: int) -> Measured:
    """One pass; seconds of computing and MiB."""
    command = [sys.executable, "-m", "benchmarks.passes", kind, feed_format, str(entries)]
    # It is our own module that runs.
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(turns: int, entries: int, tell: Callable[[str], None]) -> dict[str, dict[str, float]]:
    """The medians of each format: bare parser and whole pipeline take turns."""
    passes: dict[str, list[Measured]] = {feed_format: [] for feed_format in FORMATS}
    for turn in range(turns):
        for feed_format in FORMATS:
            tell(f"turn {turn + 1} of {turns}: {feed_format}")
            bare = measure("plain", feed_format, entries)
            passes[feed_format].append({**bare, **measure("pipeline", feed_format, entries)})
    return {feed_format: _medians(found) for feed_format, found in passes.items()}


def _medians(found: Sequence[Measured]) -> dict[str, float]:
    return {name: median(each[name] for each in found) for name in found[0]}


def table(medians: Mapping[str, Measured], entries: int) -> Iterator[str]:
    """The comparison as lines of Markdown."""
    yield (
        "| feed | MiB | bare parser | reading | decide + store | cleaning + easy parts | unchanged run"
        " | entries/s | memory |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for feed_format, found in medians.items():
        whole = found["read"] + found["rest"] + found["easy"]
        yield (
            f"| {feed_format} | {found['mib']:.1f} | {found['plain']:.2f} s ({PARSERS[feed_format]}) "
            f"| {found['read']:.2f} s | {found['rest']:.2f} s | {found['easy']:.2f} s "
            f"| {found['rest_again']:.2f} s "
            f"| {entries / whole:.0f} | {found['peak']:.0f} MiB (bare parser {found['plain_peak']:.0f}) |"
        )


def promises(medians: Mapping[str, Measured], growth: Sequence[Measured]) -> list[Promise]:
    """What must hold, with what was measured."""
    bare = medians["rss"]["plain"]
    per_entry = [
        (found["rest"] + found["easy"]) / entries for found, entries in zip(growth, MANY, strict=True)
    ]
    kept = [
        Promise(
            words=f"all but reading of {name}, in times feedparser",
            measured=(found["rest"] + found["easy"]) / bare,
            most=1,
        )
        for name, found in medians.items()
    ]
    for name, found in medians.items():
        again = found["rest_again"] / found["rest"]
        kept.append(Promise(words=f"unchanged run of {name}, share of the first", measured=again, most=0.2))
    written = sum(found["posting_writes"] for found in medians.values())
    kept.append(Promise(words="rows of ads that unchanged runs write", measured=written, most=0))
    kept.append(
        Promise(
            words=f"an entry of {MANY[-1]:,}, in times one of {MANY[0]:,}",
            measured=per_entry[-1] / per_entry[0],
            most=1.25,
        )
    )
    return kept


def report(
    medians: Mapping[str, Measured], growth: Sequence[Measured], unlike: Measured, kept: Sequence[Promise]
) -> str:
    """Everything that was found, as Markdown."""
    machine = f"Python {platform.python_version()} on {platform.machine()}, {clock.today()}"
    grown = ", ".join(
        f"{entries:,} entries {found['rest'] + found['easy']:.1f} s"
        for found, entries in zip(growth, MANY, strict=True)
    )
    lines = [
        f"{ENTRIES:,} entries of each feed into an empty database, every one of them new and kept, fetching",
        f"left out; medians of {TURNS} turns ({machine}). Seconds are seconds of computing. The bare",
        "parser reads the same bytes and does no more; reading is what the importer does instead.",
        "",
        *table(medians, ENTRIES),
        "",
        f"Growth of all but reading (rss): {grown}.",
        "",
        "Cleaning an ad and making its easy parts happens once, when it is new or has changed. Together with",
        f"decide + store it takes {_range(medians)} times as long as feedparser takes to read the same ads.",
        "",
        f"Of the lines of these ads {medians['rss']['repeated']:.0%} stand in an earlier ad too, as in the",
        "feeds of chains, and what was read of the last lines is remembered. Where every sentence has a word",
        f"of its own ({unlike['repeated']:.0%} repeated), cleaning + easy parts of as many ads take",
        f"{unlike['easy']:.2f} s and decide + store {unlike['rest']:.2f} s.",
        "",
        "| promise | measured | at most | kept |",
        "|---|---|---|---|",
        *map(str, kept),
    ]
    return "\n".join(lines)


def _range(medians: Mapping[str, Measured]) -> str:
    bare = medians["rss"]["plain"]
    times = sorted((found["rest"] + found["easy"]) / bare for found in medians.values())
    return f"{times[0]:.1f} to {times[-1]:.1f}"


def write(text: str, path: Path) -> None:
    """Puts the report into its place in the document."""
    old = path.read_text(encoding="utf-8") if path.exists() else f"# Performance\n\n{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and exits with 1 where a promise is broken."""
    medians = compare(TURNS, ENTRIES, lambda line: _say(line, sys.stderr))
    growth = [measure("pipeline", "rss", entries) for entries in MANY]
    kept = promises(medians, growth)
    unlike = measure("unlike", "rss", ENTRIES)
    text = report(medians, growth, unlike, kept)
    _say(text, sys.stdout)
    if "--write" in arguments:
        write(text, REPORT)
    return 0 if all(promise.kept for promise in kept) else 1


def _say(text: str, out: TextIO) -> None:
    out.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
