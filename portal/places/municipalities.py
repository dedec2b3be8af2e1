"""The 98 Danish municipalities: code, name, area, position; found by what people call them."""

import re
from dataclasses import dataclass

from portal.danish import fold
from portal.places import tables


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """One municipality: four-digit `code`, `area` as the slug of one of the nine areas, a point inside it."""

    code: str
    name: str
    area: str
    lat: float
    lon: float

    @property
    def full_name(self) -> str:
        """The name as it stands on letters: "Slagelse Kommune"."""
        return _FULL_NAMES.get(self.code, f"{self.name} Kommune")


MUNICIPALITIES: tuple[Municipality, ...] = tuple(
    Municipality(
        code=row["code"], name=row["name"], area=row["area"], lat=float(row["lat"]), lon=float(row["lon"])
    )
    for row in tables.rows("municipalities")
)

# The few whose official name is not "<name> Kommune".
_FULL_NAMES = {"0101": "Københavns Kommune", "0400": "Bornholms Regionskommune"}
_TITLES = re.compile(r"\b(?:region)?s?kommune\b|[^a-z0-9]+")
_ALSO_CALLED = {
    "kbh": "0101",
    "frb": "0147",
    "nordfyn": "0480",
    "lyngby": "0173",
    "taastrup": "0169",
    "mors": "0773",
}


def by_code(code: str) -> Municipality | None:
    """The municipality with this code ("0330" or "330"); None if there is none."""
    return _BY_CODE.get(code.strip().rjust(4, "0"))


def in_alphabet() -> tuple[Municipality, ...]:
    """All municipalities in the order of the Danish alphabet: æ, ø and å come after z, and aa is å."""
    return tuple(sorted(MUNICIPALITIES, key=lambda place: _danish_order(place.name)))


def by_name(text: str) -> Municipality | None:
    """The municipality people mean by "Århus", "Nordfyn" or "Slagelse Kommune"; None if unknown.

    Forgives spelling with å/aa, hyphens, "Kommune" and the genitive s, but never guesses at typing errors.
    """
    key = _key(text)
    code = _BY_NAME.get(key) or _BY_NAME.get(key.removesuffix("s"))
    return _BY_CODE[code] if code else None


def may_begin_name(word: str) -> bool:
    """Whether `by_name` may know a name of which this is the first word."""
    first = _key(word)
    return first in _BEGINNINGS or first.removesuffix("s") in _BEGINNINGS


def _danish_order(name: str) -> str:
    lower = name.lower().replace("aa", "å")
    return lower.replace("æ", "{1").replace("ø", "{2").replace("å", "{3")


def _key(text: str) -> str:
    return _TITLES.sub("", fold(text))


_BY_CODE = {place.code: place for place in MUNICIPALITIES}
_BY_NAME = (
    {_key(place.name).removesuffix("s"): place.code for place in MUNICIPALITIES}
    | {_key(place.name): place.code for place in MUNICIPALITIES}
    | _ALSO_CALLED
)
# "" too: what is only "Kommune" says nothing of what follows.
_BEGINNINGS = frozenset(name[:end] for name in _BY_NAME for end in range(len(name) + 1))
