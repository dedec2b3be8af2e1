"""Where the ads are: real towns, regions in the published shares, cities more often, some places empty."""

from datetime import date
from itertools import cycle, islice

from importers.standin.choosing import chance, pick, shuffled
from portal.danish import fold
from portal.places import areas
from portal.places.municipalities import MUNICIPALITIES, Municipality
from portal.places.postcodes import POSTCODES, Postcode

REGION_SHARES = {"Hovedstaden": 46, "Sjælland": 50, "Syddanmark": 43, "Midtjylland": 70, "Nordjylland": 31}
"""Ads of 240, after the regions' shares in 2020."""

WITHOUT_JOBS = {"Allerød", "Dragør", "Fanø", "Langeland", "Læsø", "Solrød", "Vallensbæk", "Ærø"}
"""So that "no job near you" can be seen too."""

_MANY = {"Aarhus": 9, "København": 7, "Odense": 6, "Aalborg": 6, "Bornholm": 3, "Slagelse": 3}
_MIDDLE = (
    "Frederiksberg Gentofte Gladsaxe Hillerød Helsingør Roskilde Køge Næstved Holbæk Guldborgsund Esbjerg "
    "Kolding Vejle Sønderborg Svendborg Randers Horsens Silkeborg Herning Viborg Holstebro Hjørring Thisted"
).split()
_ISLETS = (
    "Agersø Anholt Askø Avernakø Barsø Birkholm Bjørnø Endelave Fejø Femø Fur Lyø Omø Orø Rømø "
    "Sejerø Strynø Tunø"
).split()
_REGIONS_OF = date(2026, 1, 1)


def places(count: int, purpose: str) -> list[Postcode]:
    """`count` places in a mixed order that belongs to `purpose`."""
    found = [_town(place, purpose, turn) for turn, place in enumerate(_municipalities(count))]
    return shuffled(found, purpose, "order")


def _municipalities(count: int) -> list[Municipality]:
    found: list[Municipality] = []
    shares = 0
    for region, share in REGION_SHARES.items():
        shares += share
        found += _of_region(region, round(count * shares / sum(REGION_SHARES.values())) - len(found))
    return found


def _of_region(region: str, count: int) -> list[Municipality]:
    """Every municipality once, then those that count twice, and so on."""
    here = [place for place in MUNICIPALITIES if areas.region_of(place.code, _REGIONS_OF) == region]
    rounds = [place for turn in range(max(_MANY.values())) for place in here if _weight(place) > turn]
    return list(islice(cycle(rounds), count))


def _weight(place: Municipality) -> int:
    if place.name in WITHOUT_JOBS:
        return 0
    return _MANY.get(place.name, 2 if place.name in _MIDDLE else 1)


def _town(place: Municipality, purpose: str, turn: int) -> Postcode:
    """Mostly the main town, else another of the municipality's towns."""
    here = [code for code in POSTCODES if code.municipality_code == place.code and code.town not in _ISLETS]
    main = [code for code in here if fold(code.town).startswith(fold(place.name)[:5])] or here[:1]
    options = main if chance(70, purpose, "main", turn) else here
    town = pick(sorted({code.town for code in options}), purpose, "town", turn)
    return pick([code for code in options if code.town == town], purpose, "number", turn)
