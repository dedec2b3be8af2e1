"""Some open ads as columns and rows of bits; a segment never changes once it is made. Pure."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from portal.jobs.catalogue.bits import mask_of, positions

NEVER: Final = 9_999_999
"""The day, as a proleptic ordinal, on which an ad ends that states no last day."""

Value = TypeVar("Value")
Answers = tuple[tuple[str, str], ...]
Spot = tuple[float | None, float | None, str | None]
"""Latitude, longitude and the code of the municipality."""


class Row(NamedTuple):
    """What decides about one open ad. Days are proleptic ordinals; `answers` are the choices it fits."""

    id: str
    reference: str
    day: int
    last_day: int
    revision: int
    spot: Spot
    answers: Answers


class Segment:
    """The ads of `rows`, newest first: the ad at position n has bit n.

    `words` and `places` keep what was worked out about typed words and about places that were asked for.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        ordered = _newest_first(rows)
        self.size = len(ordered)
        self.ids = [row.id for row in ordered]
        self.references = [row.reference for row in ordered]
        self.days = array("i", [row.day for row in ordered])
        self.last_days = array("i", [row.last_day for row in ordered])
        self.revisions = array("q", [row.revision for row in ordered])
        self.position = {posting_id: number for number, posting_id in enumerate(self.ids)}
        self.all = (1 << self.size) - 1
        self.spots = _grouped([row.spot for row in ordered])
        self._spots, self._spot_of = _numbered(self.spots, self.size)
        kinds = _grouped([row.answers for row in ordered])
        self._kinds, self._kind_of = _numbered(kinds, self.size)
        self.first_end = min(self.last_days, default=NEVER)
        self.after = min(self.revisions, default=0) - 1
        self.choices = _masks(kinds, self.size)
        self.words: dict[Any, Mapping[int, int]] = {}
        self.places: dict[Any, Any] = {}

    def living(self, today: int) -> int:
        """The ads whose last day has not passed."""
        if self.first_end >= today:
            return self.all
        return mask_of((n for n, last in enumerate(self.last_days) if last >= today), self.size)

    def order(self, position: int) -> tuple[int, str]:
        """The lowest is the newest; ads of one day stand in an order that is the same everywhere."""
        return (-self.days[position], self.references[position])

    def spot(self, position: int) -> Spot:
        """Where the ad at a position is."""
        return self._spots[self._spot_of[position]]

    def rows(self, mask: int) -> Iterator[Row]:
        """The ads of some bits as rows again."""
        wanted = bytearray(self.size)
        for position in positions(mask):
            wanted[position] = 1
        numbers = (self.days, self.last_days, self.revisions)
        spots, kinds = (
            map(self._spots.__getitem__, self._spot_of),
            map(self._kinds.__getitem__, self._kind_of),
        )
        every = zip(self.ids, self.references, *numbers, spots, kinds, strict=True)
        return map(Row._make, compress(every, wanted))


def _newest_first(rows: Iterable[Row]) -> list[Row]:
    """In the order that `Segment.order` tells."""
    ordered = sorted(rows, key=attrgetter("reference"))
    ordered.sort(key=attrgetter("day"), reverse=True)
    return ordered


def _grouped(values: Sequence[Value]) -> dict[Value, "array[int]"]:
    """The places of each value, in order.

    Most that are equal are the same object, which is told without comparing them.
    """
    same: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    for position, known_as in enumerate(map(id, values)):
        same[known_as].append(position)
    found: dict[Value, array[int]] = {}
    for places in same.values():
        value = values[places[0]]
        found[value] = array("I", sorted(found[value] + places)) if value in found else places
    return found


def _numbered(grouped: Mapping[Value, "array[int]"], size: int) -> tuple[list[Value], "array[int]"]:
    """The values, and at each place the number of its own."""
    numbers = array("I", bytes(array("I").itemsize * size))
    for number, places in enumerate(grouped.values()):
        for place in places:
            numbers[place] = number
    return list(grouped), numbers


def _masks(kinds: Mapping[Answers, "array[int]"], size: int) -> dict[str, dict[str, int]]:
    """Kind of choice → value → the ads that fit. Few ads differ in all answers, so groups are combined."""
    masks: dict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for answers, places in kinds.items():
        mask = mask_of(places, size)
        for kind, value in answers:
            masks[kind][value] |= mask
    return {kind: dict(values) for kind, values in masks.items()}
