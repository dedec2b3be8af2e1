"""What an ad is found by: the search words of the text that is shown, and its place. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.danish import search_tokens
from portal.easyread.ad import EasyAd
from portal.easyread.trades import TRADES
from portal.places import areas, municipalities, postcodes
from portal.places.recognise import AdPlace


@dataclass(frozen=True, kw_only=True)
class Found:
    """What search words are made of; `place` says where, `easy` is the text that readers see."""

    title: str
    employer: str
    place: AdPlace
    easy: EasyAd


def search_words(ad: Found) -> dict[str, int]:
    """The search words with the weight of the best place they stand in."""
    found: dict[str, int] = {}
    for weight, text in sorted(_searched(ad), key=lambda part: part[0]):
        found.update(dict.fromkeys(search_tokens(text), weight))
    return found


def _searched(ad: Found) -> Iterator[tuple[int, str]]:
    place, easy = ad.place, ad.easy
    municipality = municipalities.by_code(place.municipality_code) if place.municipality_code else None
    area = areas.by_slug(municipality.area) if municipality else None
    yield 4, f"{ad.title}\n{easy.title}"
    yield 3, ad.employer
    yield 2, f"{place.town}\n{place.postal_code}\n{municipality.name if municipality else ''}"
    yield 1, f"{area.name} {'Jylland' if 'jylland' in area.name else ''}" if area else ""
    # The last trade's name speaks of animals and museums; most of its ads have neither.
    yield 1, TRADES[easy.trade].name if easy.trade != "other" else ""
    for task in easy.tasks:
        yield 1, str(task)


def place_values(place: AdPlace) -> dict[str, Any]:
    """Municipality, area and position: the postal code's, else the middle of the municipality."""
    municipality = municipalities.by_code(place.municipality_code) if place.municipality_code else None
    point = postcodes.by_number(place.postal_code) if place.postal_code else None
    position = point or municipality
    return {
        "postal_code": place.postal_code,
        "town": place.town,
        "municipality_code": place.municipality_code,
        "area": municipality.area if municipality else None,
        "lat": position.lat if position else None,
        "lon": position.lon if position else None,
        "place_known_by": place.known_by,
    }
