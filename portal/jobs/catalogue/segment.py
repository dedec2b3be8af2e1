"""Some open ads as columns and rows of bits; a segment never changes once it is made. Pure."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from portal.jobs.catalogue.bits import mask_of, positions

NEVER: Final = 9_999_999
"""The day, as a proleptic ordinal, on which an ad ends that states no last day."""

Value = TypeVar("Value")
Answers = tuple[tuple[str, str], ...]
Spot = tuple[float | None, float | None, str | None]
"""Latitude, longitude and the code of the municipality."""


@dataclass(frozen=True, slots=True)
class Row:
    """What decides about one open ad. Days are proleptic ordinals; `answers` are the choices it fits."""

    id: str
    reference: str
    day: int
    last_day: int
    spot: Spot
    answers: Answers
    revision: int

    @property
    def order(self) -> tuple[int, str]:
        """The lowest is the newest; ads of one day stand in an order that is the same everywhere."""
        return (-self.day, self.reference)


class Segment:
    """The ads of `rows`, newest first: the ad at position n has bit n.

    `words` and `places` keep what was worked out about typed words and about places that were asked for.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        ordered = sorted(rows, key=lambda row: row.order)
        self.size = len(ordered)
        self.ids = [row.id for row in ordered]
        self.references = [row.reference for row in ordered]
        self.days = array("i", [row.day for row in ordered])
        self.last_days = array("i", [row.last_day for row in ordered])
        self.revisions = array("q", [row.revision for row in ordered])
        self.position = {posting_id: number for number, posting_id in enumerate(self.ids)}
        self.all = (1 << self.size) - 1
        self.spots = _grouped([row.spot for row in ordered])
        self._spots = list(self.spots)
        numbers = {spot: number for number, spot in enumerate(self._spots)}
        self._spot_of = array("I", [numbers[row.spot] for row in ordered])
        self._kinds = _grouped([row.answers for row in ordered])
        self.first_end = min(self.last_days, default=NEVER)
        self.after = min(self.revisions, default=0) - 1
        self.choices = _masks(self._kinds, self.size)
        self.words: dict[Any, Mapping[int, int]] = {}
        self.places: dict[Any, Any] = {}

    def living(self, today: int) -> int:
        """The ads whose last day has not passed."""
        if self.first_end >= today:
            return self.all
        return mask_of((n for n, last in enumerate(self.last_days) if last >= today), self.size)

    def order(self, position: int) -> tuple[int, str]:
        """As `Row.order`."""
        return (-self.days[position], self.references[position])

    def spot(self, position: int) -> Spot:
        """Where the ad at a position is."""
        return self._spots[self._spot_of[position]]

    def rows(self, mask: int) -> Iterator[Row]:
        """The ads of some bits as rows again."""
        kinds = _by_position(self._kinds)
        for n in positions(mask):
            yield Row(
                id=self.ids[n],
                reference=self.references[n],
                day=self.days[n],
                last_day=self.last_days[n],
                spot=self.spot(n),
                answers=kinds[n],
                revision=self.revisions[n],
            )


def _grouped(values: Sequence[Value]) -> dict[Value, "array[int]"]:
    found: defaultdict[Value, array[int]] = defaultdict(lambda: array("I"))
    for position, value in enumerate(values):
        found[value].append(position)
    return dict(found)


def _by_position(grouped: Mapping[Value, "array[int]"]) -> dict[int, Value]:
    return {position: value for value, places in grouped.items() for position in places}


def _masks(kinds: Mapping[Answers, "array[int]"], size: int) -> dict[str, dict[str, int]]:
    """Kind of choice → value → the ads that fit. Few ads differ in all answers, so groups are combined."""
    masks: dict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for answers, places in kinds.items():
        mask = mask_of(places, size)
        for kind, value in answers:
            masks[kind][value] |= mask
    return {kind: dict(values) for kind, values in masks.items()}
