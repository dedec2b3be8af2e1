"""Where the municipalities lie on the drawn map, as dots with the numbers of the list beside it. Pure.

The shapes of the map (`macros/area_map.html`) come without a scale. The numbers below were found by fitting
the points of the municipalities to them until each lay inside the shape of its own area; a test holds them to
that. Bornholm is drawn nearer than it is.

Around København dots would cover each other, so those nearer than a finger needs are pushed apart.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import Final

from portal.places.municipalities import MUNICIPALITIES, Municipality

Point = tuple[float, float]

MIDDLE: Final = (56.0, 10.5)
"""Latitude and longitude that the map is measured from."""
AIR: Final = 12.0
VIEWS: Final = {
    "koebenhavn": (897, 744, 1012, 838),
    "nordsjaelland": (823, 620, 990, 788),
    "bornholm": (869, 57, 980, 182),
    "sjaelland": (619, 681, 997, 1229),
    "fyn": (350, 823, 632, 1165),
    "sydjylland": (0, 681, 438, 1140),
    "oestjylland": (250, 383, 761, 804),
    "vestjylland": (7, 369, 363, 758),
    "nordjylland": (37, 1, 671, 462),
}
"""The edges of each area's shape: left, top, right and bottom."""


DRAWN: Final = (350, 520)
"""How wide and high the style sheet draws an area at most on a phone of 390 pixels."""
FINGER: Final = 44
"""Pixels from the middle of one dot to the next, and across what answers to a finger."""
DOT: Final = 16
"""Pixels from the middle of a dot to its rim."""
ROUNDS: Final = 400


@dataclass(frozen=True, kw_only=True)
class View:
    """The part of the map that shows one area: its box, half a dot and half of what a finger may hit."""

    box: str
    radius: float
    reach: float


def spot(place: Municipality) -> Point:
    """Where a municipality lies on the map: across and down, in the units of its shapes."""
    if place.area == "bornholm":
        return 925.0, 120.0
    up, right = place.lat - MIDDLE[0], place.lon - MIDDLE[1]
    return round(526.6 + 218.9 * right - 6.0 * up, 1), round(677.9 - 2.6 * right - 388.6 * up, 1)


def view(area: str) -> View:
    """The part of the map around one area, by its slug."""
    left, top, width, height = _box(area)
    unit = _unit(area)
    return View(
        box=f"{left:g} {top:g} {width:g} {height:g}",
        radius=round(DOT * unit, 1),
        reach=round(FINGER * unit / 2, 1),
    )


@cache
def drawn(area: str) -> Mapping[str, Point]:
    """Where the dots of an area stand, by code: as near to their spots as there is room."""
    spots = {place.code: spot(place) for place in MUNICIPALITIES if place.area == area}
    for _ in range(ROUNDS):
        for one, other in combinations(spots, 2):
            spots[one], spots[other] = _apart(spots[one], spots[other], FINGER * _unit(area))
    return MappingProxyType({code: (round(x, 1), round(y, 1)) for code, (x, y) in spots.items()})


def _apart(one: Point, other: Point, least: float) -> tuple[Point, Point]:
    """Two points, moved away from each other by the same way where they are too near."""
    across, down = one[0] - other[0], one[1] - other[1]
    far = math.hypot(across, down)
    if far >= least:
        return one, other
    # A little more than is needed, so that a crowd comes to rest.
    part = (least - far) / far / 2 * 1.02
    dx, dy = across * part, down * part
    return (one[0] + dx, one[1] + dy), (other[0] - dx, other[1] - dy)


def _box(area: str) -> tuple[float, float, float, float]:
    left, top, right, bottom = VIEWS[area]
    return left - AIR, top - AIR, right - left + 2 * AIR, bottom - top + 2 * AIR


def _unit(area: str) -> float:
    """How many units of the map one pixel is."""
    _, _, width, height = _box(area)
    return max(width / DRAWN[0], height / DRAWN[1])
