"""Small counts stay hidden, so that nobody is recognised in a table, nor found by subtraction. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 5
HIDDEN: Final = "Under 5"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a table; `count` is None where it is hidden."""

    words: str
    count: int | None

    @property
    def shown(self) -> str:
        return HIDDEN if self.count is None else str(self.count)


@dataclass(frozen=True, kw_only=True)
class Table:
    """Lines that add up to `total`, which is None where it is hidden itself."""

    heading: str
    lines: tuple[Line, ...]
    total: int | None

    @property
    def shown_total(self) -> str:
        return HIDDEN if self.total is None else str(self.total)


def table(heading: str, counts: Mapping[str, int]) -> Table:
    """The counts by words, in their order, with what is small hidden.

    What is hidden adds up to at least five and stands in at least two lines; else the total less the lines
    that are shown would tell it. Where there is not enough to hide behind, the total is hidden as well.
    Noughts are nobody, and shown.
    """
    hidden = {words for words, count in counts.items() if 0 < count < FEWEST}
    rest = sorted((count, words) for words, count in counts.items() if count >= FEWEST)
    while hidden and (len(hidden) < 2 or sum(counts[words] for words in hidden) < FEWEST) and rest:
        hidden.add(rest.pop(0)[1])
    sum_of_hidden = sum(counts[words] for words in hidden)
    total_tells = bool(hidden) and (len(hidden) < 2 or sum_of_hidden < FEWEST)
    return Table(
        heading=heading,
        lines=tuple(
            Line(words=words, count=None if words in hidden else count) for words, count in counts.items()
        ),
        total=None if total_tells else sum(counts.values()),
    )
