"""How far open ads are from a place, spot by spot: thousands of ads stand on a few hundred spots."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from portal.jobs.around import STEPS, Centre
from portal.jobs.catalogue.bits import mask_of
from portal.jobs.catalogue.segment import Segment, Spot
from portal.jobs.finding import FAR

MOST_KEPT: Final = 128
REACH: Final = 40.0
REACH_LAT: Final = 0.5
REACH_LON: Final = 0.9
"""Degrees that are more than `REACH` kilometres anywhere in Denmark."""


Ring = tuple[float, Sequence[Sequence[int]]]
"""Kilometres → the positions of the ads so far away, spot by spot."""
Distances = Mapping[Spot, float | None]
"""Spot → kilometres; None where nobody knows."""


def distances(segment: Segment, place: Centre) -> Distances:
    """The kilometres from a place to each spot of a segment."""
    found: Distances = segment.places.get(place) or _keep(segment, place, _measured(segment, place))
    return found


def around(segment: Segment, place: Centre) -> Distances:
    """The same for the spots at most `REACH` away, and for no others: most ads are farther off."""
    near = (
        spot
        for spot in segment.spots
        if spot[0] is not None
        and spot[1] is not None
        and abs(spot[0] - place.lat) < REACH_LAT
        and abs(spot[1] - place.lon) < REACH_LON
    )
    measured = ((spot, place.km_to(lat=spot[0], lon=spot[1], municipality_code=spot[2])) for spot in near)
    return {spot: far for spot, far in measured if far is not None and far <= REACH}


def rings(segment: Segment, place: Centre) -> Sequence[Ring]:
    """The ads of a segment by how far away they are, to a tenth of a kilometre; nearest first."""
    key = ("rings", place)
    found: Sequence[Ring] | None = segment.places.get(key)
    if found is None:
        by_distance: dict[float, list[Sequence[int]]] = {}
        for spot, far in distances(segment, place).items():
            by_distance.setdefault(round(FAR if far is None else far, 1), []).append(segment.spots[spot])
        found = _keep(segment, key, tuple(sorted(by_distance.items())))
    return found


def within_steps(segment: Segment, place: Centre) -> Mapping[int, int]:
    """For each step that a reader may choose, the bits of the ads so near."""
    key = ("within", place)
    found: Mapping[int, int] | None = segment.places.get(key)
    if found is None:
        found = _keep(segment, key, dict(_steps(segment, distances(segment, place))))
    return found


def within(segment: Segment, place: Centre, km: float) -> tuple[int, int]:
    """The bits of the ads in the municipality that `place` is, and of these and all others within `km`.

    `km` is at most `REACH`.
    """
    own = [spot for spot in segment.spots if spot[2] == place.municipality_code]
    near = [spot for spot, far in around(segment, place).items() if far is not None and far <= km]
    return _mask(segment, own), _mask(segment, {*own, *near})


def _measured(segment: Segment, place: Centre) -> Distances:
    return {spot: place.km_to(lat=spot[0], lon=spot[1], municipality_code=spot[2]) for spot in segment.spots}


def _keep(segment: Segment, key: object, value: Any) -> Any:
    if len(segment.places) >= MOST_KEPT:
        segment.places.clear()
    segment.places[key] = value
    return value


def _steps(segment: Segment, km: Distances) -> Iterator[tuple[int, int]]:
    """Each step has the ads of those before it, too, which are not looked for again."""
    mask, nearer = 0, -1.0
    for step in sorted(STEPS):
        spots = (spot for spot, far in km.items() if far is not None and nearer < far <= step)
        mask, nearer = mask | _mask(segment, spots), step
        yield step, mask


def _mask(segment: Segment, spots: Iterable[Spot]) -> int:
    return mask_of((n for spot in spots for n in segment.spots[spot]), segment.size)
