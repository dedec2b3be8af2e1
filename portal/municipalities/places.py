"""Municipalities by the last part of their address, as in ``/kommuner/lyngby-taarbaek``. Pure."""

from typing import Final

from portal.danish import slugify
from portal.places.municipalities import MUNICIPALITIES, Municipality, by_code
from portal.places.postcodes import locate

SLUGS: Final = {place.code: slugify(place.name) for place in MUNICIPALITIES}
_BY_SLUG: Final = {slugify(place.name): place for place in MUNICIPALITIES}
LONGEST: Final = 200


def by_slug(slug: str) -> Municipality | None:
    """The municipality with this slug; None if there is none."""
    return _BY_SLUG.get(slug)


def genitive(place: Municipality) -> str:
    """Whose it is: "Ishøj Kommunes"."""
    return f"{place.full_name}s"


def meant(typed: str) -> tuple[Municipality, ...]:
    """The municipalities that "4200", "slagelse" or "Lyngby" may mean, likeliest first; () if unknown."""
    codes = dict.fromkeys(place.municipality_code for place in locate(typed))
    found = (by_code(code) for code in codes)
    return tuple(place for place in found if place)


def harmless(typed: str) -> str:
    """What somebody typed, fit to be shown again."""
    return "".join(sign if sign.isprintable() else " " for sign in typed[:LONGEST]).strip()
