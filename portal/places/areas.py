"""The nine everyday areas of the country, and the administrative regions as dated facts.

Seekers choose an area; a region is only shown where an authority asks for it, because the regions change on
1 January 2027 (Hovedstaden and Sjælland become Østdanmark).
"""

from dataclasses import dataclass
from datetime import date

from portal.places import tables
from portal.places.municipalities import MUNICIPALITIES

NEW_REGIONS_FROM = date(2027, 1, 1)

_NAMES = {
    "koebenhavn": "København",
    "nordsjaelland": "Nordsjælland",
    "bornholm": "Bornholm",
    "sjaelland": "Sjælland",
    "fyn": "Fyn",
    "sydjylland": "Sydjylland",
    "oestjylland": "Østjylland",
    "vestjylland": "Vestjylland",
    "nordjylland": "Nordjylland",
}


@dataclass(frozen=True, kw_only=True)
class Area:
    """One area: `slug` for URLs and rows, `name` as shown, `municipality_codes` of what lies in it."""

    slug: str
    name: str
    municipality_codes: tuple[str, ...]


AREAS: tuple[Area, ...] = tuple(
    Area(slug=slug, name=name, municipality_codes=tuple(m.code for m in MUNICIPALITIES if m.area == slug))
    for slug, name in _NAMES.items()
)


def by_slug(slug: str) -> Area | None:
    """The area with this slug; None if there is none."""
    return next((area for area in AREAS if area.slug == slug), None)


def of_municipality(code: str) -> Area | None:
    """The area a municipality lies in; None for an unknown code."""
    return next((area for area in AREAS if code in area.municipality_codes), None)


def region_of(municipality_code: str, on: date) -> str | None:
    """The name of the region a municipality belongs to on a given day; None for an unknown code."""
    row = _REGIONS.get(municipality_code)
    return row[on >= NEW_REGIONS_FROM] if row else None


_REGIONS = {row["code"]: (row["region_2007"], row["region_2027"]) for row in tables.rows("municipalities")}
