"""The place that a reader asks about: a town, a postal code or a whole municipality. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from portal.places import distance, municipalities
from portal.places.postcodes import Place, find_named, locate

STEPS: Final = (5, 10, 20, 50)
"""Kilometres that a reader may choose between."""
USUAL: Final = 20
KEPT: Final = 1000
"""So many typed places are remembered with what they mean: looking one up takes long."""
LONGEST_NAME: Final = 3
PREPOSITIONS: Final = frozenset({"i", "på", "ved", "nær"})
ONE_TOWN: Final = 15.0
"""Post districts within so many kilometres are one town: Aarhus C, N and V."""


@dataclass(frozen=True, kw_only=True)
class Centre:
    """A place by `name`, which finds it again, and its position in degrees.

    `municipality_code` is set only where the whole municipality is meant: then all of it is 0 km away.
    """

    name: str
    lat: float
    lon: float
    municipality_code: str = ""

    def km_to(self, *, lat: float | None, lon: float | None, municipality_code: str | None) -> float | None:
        """How far away a job is, in kilometres as the crow flies; None where nobody knows."""
        if self.municipality_code and self.municipality_code == municipality_code:
            return 0.0
        if lat is None or lon is None:
            return None
        return distance.km(self.lat, self.lon, lat, lon)


@lru_cache(maxsize=KEPT)
def centres(text: str) -> tuple[Centre, ...]:
    """What somebody may mean by "4200", "slagelze", "Kbh N" or "Slagelse Kommune", likeliest first.

    Several only where the name is shared by towns far apart, such as Nykøbing; () for an unknown place.
    """
    groups: list[list[Place]] = []
    for place in locate(text):
        near = (group for group in groups if _km(group[0], place) <= ONE_TOWN)
        group = next(near, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return tuple(_centre(group) for group in groups)


def place_in(words: str) -> tuple[Centre | None, str]:
    """The place that words name, as in "køkken Aalborg", and the words without it.

    All the words may be the place. Otherwise only a name written right counts, the longest and last one.
    """
    whole = centres(words)
    if whole:
        return whole[0], ""
    parts = words.split()
    for length in range(min(LONGEST_NAME, len(parts) - 1), 0, -1):
        for start in range(len(parts) - length, -1, -1):
            name = " ".join(parts[start : start + length])
            if find_named(name) or municipalities.by_name(name):
                rest = parts[:start] + parts[start + length :]
                return centres(name)[0], " ".join(word for word in rest if word.lower() not in PREPOSITIONS)
    return None, words


def _km(first: Place, second: Place) -> float:
    return distance.km(first.lat, first.lon, second.lat, second.lon)


def _centre(group: Sequence[Place]) -> Centre:
    first = group[0]
    if not first.town:
        municipality = municipalities.by_code(first.municipality_code)
        name = f"{municipality.name} Kommune" if municipality else ""
        return Centre(name=name, lat=first.lat, lon=first.lon, municipality_code=first.municipality_code)
    town = _shared_name([place.town for place in group]) or first.town
    code = first.postal_code if len(group) == 1 else ""
    return Centre(name=f"{code} {town}".strip(), lat=first.lat, lon=first.lon)


def _shared_name(towns: Sequence[str]) -> str:
    """The words that all the names begin with: "Aarhus" for "Aarhus C" and "Aarhus N"; else ""."""
    shared = []
    for words in zip(*(town.split() for town in towns), strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return " ".join(shared)
