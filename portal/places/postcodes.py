"""Danish postal codes: town, likeliest municipality and position; and towns found by what people write."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from portal.danish import fold, within_typos
from portal.places import municipalities, tables

MIN_PREFIX = 3
MIN_TYPO_LENGTH = 5


@dataclass(frozen=True, kw_only=True)
class Postcode:
    """One postal code; `municipality_code` is only the likeliest where a code spans several of them."""

    number: str
    town: str
    municipality_code: str
    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True)
class Place:
    """What somebody may have meant by "postnummer eller by": a town, or a whole municipality.

    `postal_code` is "" when the town has several and none was written; `town` is "" for a whole municipality.
    """

    postal_code: str
    town: str
    municipality_code: str
    lat: float
    lon: float


POSTCODES: tuple[Postcode, ...] = tuple(
    Postcode(
        number=row["number"],
        town=row["town"],
        municipality_code=row["municipality_code"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
    )
    for row in tables.rows("postcodes")
)

_NUMBER = re.compile(r"(?<!\d)(?:DK-?)?(\d{4})(?!\d)", re.IGNORECASE | re.ASCII)
_SHORT_FORMS = dict(
    pair.split("=")
    for pair in (
        "kbh=koebenhavn kbhvn=koebenhavn frb=frederiksberg kgs=kongens kongs=kongens "
        "nr=noerre ndr=noerre sdr=soender sndr=soender st=store ll=lille"
    ).split()
)
_ALSO_CALLED = {
    # What people say → what the post says.
    "amager": "koebenhavn s",
    "bogoe": "bogoe by",
    "christianshavn": "koebenhavn k",
    "hoeje taastrup": "taastrup",
    "lyngby": "kongens lyngby",
    "neksoe": "nexoe",
    "noerrebro": "koebenhavn n",
    "nordby": "fanoe",
    "nordvest": "koebenhavn nv",
    "nykoebing falster": "nykoebing f",
    "nykoebing mors": "nykoebing m",
    "nykoebing sjaelland": "nykoebing sj",
    "oesterbro": "koebenhavn oe",
    "sydhavnen": "koebenhavn sv",
    "tranebjerg": "samsoe",
    "vesterbro": "koebenhavn v",
}


def by_number(number: str | int) -> Postcode | None:
    """The postal code written as 4200, "4200" or "DK-4200"; None if there is none (or it is a PO box)."""
    found = _NUMBER.fullmatch(str(number).strip())
    return _BY_NUMBER.get(found[1]) if found else None


def find_towns(text: str) -> tuple[Postcode, ...]:
    """The postal codes of the town that `text` names, by number; () if unknown.

    An exact name, else names that begin so ("Aarhus" gives Aarhus C, N, V), else one typing error away.
    """
    key = town_key(text)
    return find_named(text) or _beginning(key) or _nearly(key)


def find_named(text: str) -> tuple[Postcode, ...]:
    """Like `find_towns` without guessing: a whole name; only the zone ("C", "NV", "Fyn") may be missing."""
    key = town_key(text)
    return _BY_TOWN.get(key) or (_beginning(f"{key} ") if key else ())


def locate(text: str) -> tuple[Place, ...]:
    """What "4200", "4200 Slagelse", "slagelse", "Kbh N", "Aarhus" or "Gladsaxe" may mean, most likely first.

    Several candidates mean that the person must choose; () means that the place is unknown. A number and a
    town that contradict each other give both.
    """
    written = _NUMBER.search(text)
    numbered = by_number(written[1]) if written else None
    towns = find_towns(_NUMBER.sub(" ", text))
    if numbered and (numbered in towns or not towns):
        return (_place(numbered, postal_code=numbered.number),)
    candidates = ([_place(numbered, postal_code=numbered.number)] if numbered else []) + _towns_as_places(
        towns
    )
    return tuple(candidates) or _whole_municipality(text)


def town_key(text: str) -> str:
    """A town's name as it is compared: folded, short forms written out ("Kbh. N" → "koebenhavn n")."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    key = " ".join(_SHORT_FORMS.get(word, word) for word in words)
    return _ALSO_CALLED.get(key, key)


def may_begin_name(word: str) -> bool:
    """Whether `find_named` may find a name of which this is the first word."""
    first = re.match(r"[^a-z0-9]*([a-z0-9]+)", fold(word))
    return first is None or _SHORT_FORMS.get(first[1], first[1]) in _FIRST_WORDS


def _place(postcode: Postcode, *, postal_code: str) -> Place:
    return Place(
        postal_code=postal_code,
        town=postcode.town,
        municipality_code=postcode.municipality_code,
        lat=postcode.lat,
        lon=postcode.lon,
    )


def _towns_as_places(towns: tuple[Postcode, ...]) -> list[Place]:
    """One place for each town and municipality: København K is one answer, not 232."""
    groups: defaultdict[tuple[str, str], list[Postcode]] = defaultdict(list)
    for postcode in towns:
        groups[postcode.town, postcode.municipality_code].append(postcode)
    return [
        _place(group[0], postal_code=group[0].number if len(group) == 1 else "") for group in groups.values()
    ]


def _whole_municipality(text: str) -> tuple[Place, ...]:
    found = municipalities.by_name(text)
    if found is None:
        return ()
    return (Place(postal_code="", town="", municipality_code=found.code, lat=found.lat, lon=found.lon),)


def _beginning(start: str) -> tuple[Postcode, ...]:
    if len(start) < MIN_PREFIX:
        return ()
    # Keys hold a-z, 0-9 and blanks only, so what begins alike stands together.
    alike = _TOWNS[bisect_left(_TOWNS, start) : bisect_left(_TOWNS, f"{start}~")]
    return _in_order([place for town in alike for place in _BY_TOWN[town]])


def _nearly(key: str) -> tuple[Postcode, ...]:
    if len(key) < MIN_TYPO_LENGTH:
        return ()
    towns = within_typos(key, _CITIES, max_edits=1)
    return _in_order([place for town in towns for place in find_named(town)])


def _in_order(places: list[Postcode]) -> tuple[Postcode, ...]:
    return tuple(sorted(places, key=lambda place: place.number))


def _by_town() -> dict[str, tuple[Postcode, ...]]:
    towns: defaultdict[str, list[Postcode]] = defaultdict(list)
    for place in POSTCODES:
        towns[town_key(place.town)].append(place)
    return {town: tuple(places) for town, places in towns.items()}


_BY_NUMBER = {place.number: place for place in POSTCODES}
_BY_TOWN = _by_town()
_TOWNS = sorted(_BY_TOWN)
_FIRST_WORDS = frozenset(name.partition(" ")[0] for name in (*_BY_TOWN, *_ALSO_CALLED))
_ZONE = re.compile(r" (?:[cnsvmkfj]|oe|nv|sv|noe|soe|sj)$")
_CITIES = sorted({*_BY_TOWN, *(_ZONE.sub("", town) for town in _BY_TOWN)})
