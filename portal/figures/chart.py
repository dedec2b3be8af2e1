"""A chart of bars lying down: how long each is, with its words and its number. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from portal.figures.hiding import Line

WIDTH: Final = 100
MOST: Final = 15


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar in hundredths of the width, its words and its number."""

    length: int
    words: str
    shown: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The bars from the top; `more` lines are not drawn."""

    bars: tuple[Bar, ...]
    more: int


def draw(lines: Sequence[Line]) -> Chart:
    """The first fifteen lines as bars; what is hidden is a bar of no length."""
    longest = max((line.count or 0 for line in lines), default=0)
    bars = tuple(
        Bar(
            length=round(WIDTH * (line.count or 0) / longest) if longest else 0,
            words=line.words,
            shown=line.shown,
        )
        for line in lines[:MOST]
    )
    return Chart(bars=bars, more=len(lines) - len(bars))
