"""What stands first in a list: the newest, the best for the words, the nearest. Lazy: a page is short."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, groupby, islice, repeat
from operator import itemgetter

from portal.jobs.around import Centre
from portal.jobs.catalogue.around_place import Distances, Ring, around, distances, rings
from portal.jobs.catalogue.bits import positions
from portal.jobs.catalogue.counting import Masks
from portal.jobs.catalogue.open_ads import OpenAds
from portal.jobs.catalogue.segment import Segment

Measure = Callable[[Segment, Centre], Distances]


Place = tuple[int, int]
"""Where an ad stands in memory: its part, and its position there."""


def newest(ads: OpenAds, fit: Masks, skip: int = 0) -> Iterator[Place]:
    """The newest first, without the first `skip`."""
    if len(fit) < 2:
        return _places(0, fit[0], skip) if fit else iter(())
    behind = sum(mask.bit_count() for mask in fit[1:])
    # So many of the largest part stand before the page, wherever those of the others stand.
    safe = max(0, skip - behind)
    streams = [_places(part, mask, safe if part == 0 else 0) for part, mask in enumerate(fit)]
    return islice(merge(*streams, key=_order(ads)), skip - safe, None)


def best(ads: OpenAds, groups: Sequence[Masks], skip: int = 0) -> Iterator[Place]:
    """The newest of each group first; the groups come as they stand."""
    return chain.from_iterable(_group_by_group(ads, groups, skip))


def _group_by_group(ads: OpenAds, groups: Sequence[Masks], skip: int) -> Iterator[Iterator[Place]]:
    for group in groups:
        here = sum(mask.bit_count() for mask in group)
        if here <= skip:
            skip -= here
            continue
        yield newest(ads, group, skip)
        skip = 0


def nearest(ads: OpenAds, place: Centre, groups: Sequence[Masks], skip: int = 0) -> Iterator[Place]:
    """The nearest first, to a tenth of a kilometre; so far away, as `best`. Unknown spots stand last."""
    fits = [_as_bytes(group) for group in groups]
    every = [_with_part(number, rings(part.segment, place)) for number, part in enumerate(ads.parts)]
    # One after the other, and not all of them: a page is full after a few rings.
    by_distance = groupby(merge(*every, key=itemgetter(0)), key=itemgetter(0))
    found = (at for _, ring in by_distance for at in _of_ring(ads, [each[1:] for each in ring], fits))
    return islice(found, skip, None)


def _with_part(part: int, rings: Sequence[Ring]) -> Iterator[tuple[float, int, Sequence[int]]]:
    return ((far, part, spot) for far, spots in rings for spot in spots)


def nearest_ids(ads: OpenAds, place: Centre, most: int) -> tuple[str, ...]:
    """The ids of the nearest, to the metre, of those whose spot is known."""
    key = ("near", place, most)
    known: tuple[str, ...] | None = ads.counted.get(key)
    if known is None:
        found = _nearest(ads, place, most, around) or _nearest(ads, place, most, distances)
        known = tuple(ads.id_of(*at) for at in found)
        ads.counted.put(key, known, 100 * most)
    return known


def _nearest(ads: OpenAds, place: Centre, most: int, measure: Measure) -> list[Place]:
    """The nearest of those spots that are measured; none where a spot farther off may be among them."""
    by_distance: dict[float, list[tuple[int, Sequence[int]]]] = {}
    for number, part in enumerate(ads.parts):
        for spot, far in measure(part.segment, place).items():
            if far is not None:
                by_distance.setdefault(far, []).append((number, part.segment.spots[spot]))
    found = list(islice(_by_distance(ads, by_distance, [_as_bytes(ads.open)]), most))
    return found if len(found) == most or measure is distances else []


def _as_bytes(group: Masks) -> list[bytes]:
    return [mask.to_bytes(mask.bit_length() // 8 + 1, "little") for mask in group]


def _by_distance(
    ads: OpenAds,
    by_distance: Mapping[float, Sequence[tuple[int, Sequence[int]]]],
    fits: Sequence[Sequence[bytes]],
) -> Iterator[Place]:
    for far in sorted(by_distance):
        yield from _of_ring(ads, by_distance[far], fits)


def _of_ring(
    ads: OpenAds, ring: Sequence[tuple[int, Sequence[int]]], fits: Sequence[Sequence[bytes]]
) -> Iterator[Place]:
    """The ads that are equally far away: group by group, the newest of each first."""
    for fit in fits:
        spots = [_of_spot(part, spot, fit[part]) for part, spot in ring]
        yield from merge(*spots, key=_order(ads)) if len(spots) > 1 else spots[0]


def _order(ads: OpenAds) -> Callable[[Place], tuple[int, str]]:
    """Sorts the newest first."""
    return lambda at: ads.order(*at)


def _of_spot(part: int, spot: Sequence[int], fit: bytes) -> Iterator[Place]:
    for position in spot:
        byte = position >> 3
        if byte < len(fit) and fit[byte] >> (position & 7) & 1:
            yield part, position


def _places(part: int, mask: int, skip: int) -> Iterator[Place]:
    return zip(repeat(part), positions(mask, skip), strict=False)
