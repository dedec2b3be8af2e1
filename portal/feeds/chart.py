"""The last runs of a source as a small chart: where each bar stands, and how high. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from portal.models.feed import FeedRun, RunStatus

RUNS: Final = 30
WIDTH: Final = 600
HEIGHT: Final = 120
SLOT: Final = WIDTH // RUNS
GAP: Final = 4
LOWEST: Final = 3
"""A run of no ads is still a line."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A run in the chart: its place in user units, and whether the whole list was read."""

    x: int
    y: int
    width: int
    height: int
    whole: bool


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The bars from the oldest to the newest, and how many ads the highest stands for."""

    bars: tuple[Bar, ...]
    highest: int
    width: int = WIDTH
    height: int = HEIGHT


def ads_in(run: FeedRun) -> int:
    """How many ads of a run were for us."""
    return max(0, run.received - run.left_out)


def draw(newest_first: Sequence[FeedRun]) -> Chart:
    """The chart of at most 30 runs that have ended; the newest stands on the right."""
    runs = list(reversed(newest_first[:RUNS]))
    highest = max(map(ads_in, runs), default=0)
    first = RUNS - len(runs)
    return Chart(
        bars=tuple(_bar(first + place, run, highest) for place, run in enumerate(runs)), highest=highest
    )


def _bar(place: int, run: FeedRun, highest: int) -> Bar:
    height = LOWEST + (HEIGHT - LOWEST - 2) * ads_in(run) // max(highest, 1)
    return Bar(
        x=place * SLOT + GAP // 2,
        y=HEIGHT - 1 - height,
        width=SLOT - GAP,
        height=height,
        whole=run.status in {RunStatus.COMPLETE, RunStatus.UNCHANGED},
    )
