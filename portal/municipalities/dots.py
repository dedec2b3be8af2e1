"""Where the municipalities lie on the drawn map, as dots with the numbers of the list beside it. Pure.

The shapes of the map (`macros/area_map.html`) come without a scale. The numbers below were found by fitting
the points of the municipalities to them until each lay inside the shape of its own area; a test holds them to
that. Bornholm is drawn nearer than it is.
"""

from dataclasses import dataclass
from typing import Final

from portal.places.municipalities import Municipality

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


@dataclass(frozen=True, kw_only=True)
class View:
    """The part of the map that shows one area, and how large a dot is there."""

    box: str
    radius: float


def spot(place: Municipality) -> tuple[float, float]:
    """Where a municipality lies on the map: across and down, in the units of its shapes."""
    if place.area == "bornholm":
        return 925.0, 120.0
    up, right = place.lat - MIDDLE[0], place.lon - MIDDLE[1]
    return round(526.6 + 218.9 * right - 6.0 * up, 1), round(677.9 - 2.6 * right - 388.6 * up, 1)


def view(area: str) -> View:
    """The part of the map around one area, by its slug."""
    left, top, right, bottom = VIEWS[area]
    width, height = right - left + 2 * AIR, bottom - top + 2 * AIR
    return View(
        box=f"{left - AIR:g} {top - AIR:g} {width:g} {height:g}", radius=round(max(width, height) * 0.038, 1)
    )
