"""Where the job of an ad is, from whatever the ad's fields say. Pure; never guesses at typing errors."""

import re
from dataclasses import dataclass
from functools import lru_cache

from portal.danish import fold
from portal.places import municipalities, postcodes
from portal.places.postcodes import Postcode

_CODE = re.compile(r"\d{3,4}")
_NUMBER_AND_TOWN = re.compile(r"(?<!\d)(\d{4})\s+[^\W\d_]")
_BREAK = re.compile(r"\s[-–—|]\s|[:,;!?()/]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*\.?")
_LONGEST_NAME = 3
_ALSO_WORDS = frozenset(
    "balle borre by fur give gram hals lem mern rude tarm them tim tune vejen vig vils".split()
)
"""Towns that are also words: where a phrase begins, the capital letter says nothing ("Give en hånd")."""


@dataclass(frozen=True, kw_only=True)
class AdPlace:
    """Where a job is.

    `municipality_code` is None if nothing could be recognised; `postal_code` and `town` are "" if unknown.
    `known_by` is "municipality_code", "municipality_name", "postal_code", "town", "title", or "" for nothing.
    """

    municipality_code: str | None
    postal_code: str
    town: str
    known_by: str


UNKNOWN = AdPlace(municipality_code=None, postal_code="", town="", known_by="")


def place_of_ad(
    *,
    municipality: str = "",
    postal_code: str | int = "",
    town: str = "",
    title: str = "",
    address: str = "",
) -> AdPlace:
    """The place of an ad, from the surest field that answers.

    Order: municipality (a code, else a name), postal code (its own field, else one before a town's name in
    `address` or `town`), town, and last the name of a town or municipality in the title.
    """
    postcode = _postcode(postal_code, f"{address}, {town}")
    code, known_by = _municipality(municipality)
    if code:
        return _in_municipality(code, postcode, town.strip(), known_by)
    if postcode:
        return _in_municipality(postcode.municipality_code, postcode, town.strip(), "postal_code")
    return _in_town(town, "town") or _in_title(title) or UNKNOWN


def _municipality(text: str) -> tuple[str, str]:
    """(code, how it was known); ("", "") if `text` names no municipality."""
    if _CODE.fullmatch(text.strip()):
        found, known_by = municipalities.by_code(text), "municipality_code"
    else:
        found, known_by = municipalities.by_name(text), "municipality_name"
    return (found.code, known_by) if found else ("", "")


def _postcode(number: str | int, text: str) -> Postcode | None:
    written = (postcodes.by_number(match[1]) for match in _NUMBER_AND_TOWN.finditer(text))
    return postcodes.by_number(number) or next(filter(None, written), None)


def _in_municipality(code: str, postcode: Postcode | None, town: str, known_by: str) -> AdPlace:
    """Fills in the postal code the ad left out, if its town has only one in the municipality."""
    if postcode is None:
        here = [place for place in postcodes.find_named(town) if place.municipality_code == code]
        postcode = here[0] if len(here) == 1 else None
    return AdPlace(
        municipality_code=code,
        postal_code=postcode.number if postcode else "",
        town=postcode.town if postcode else town,
        known_by=known_by,
    )


def _in_town(town: str, known_by: str) -> AdPlace | None:
    """None for an unknown town, and for a name that several municipalities share (Nykøbing)."""
    found = postcodes.find_named(town)
    if len({place.municipality_code for place in found}) != 1:
        return None
    only = found[0] if len(found) == 1 else None
    return AdPlace(
        municipality_code=found[0].municipality_code,
        postal_code=only.number if only else "",
        town=only.town if only else town.strip(),
        known_by=known_by,
    )


@lru_cache(maxsize=4096)
def _in_title(title: str) -> AdPlace | None:
    """The first name of a town or municipality in the title; longer names before shorter ones."""
    for phrase in _BREAK.split(title):
        words = _WORD.findall(phrase)
        for start in range(len(words)):
            for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
                if place := _named_in_title(words, start, end):
                    return place
    return None


def _named_in_title(words: list[str], start: int, end: int) -> AdPlace | None:
    if not words[start][0].isupper() or not _may_begin_name(words[start]):
        return None
    name = " ".join(words[start:end])
    if start == 0 and fold(name) in _ALSO_WORDS:
        return None
    if place := _in_town(name, "title"):
        return place
    code, _ = _municipality(name)
    return AdPlace(municipality_code=code, postal_code="", town="", known_by="title") if code else None


@lru_cache(maxsize=4096)
def _may_begin_name(word: str) -> bool:
    """Whether the name of a town or municipality begins so; few words of a title do."""
    return postcodes.may_begin_name(word) or municipalities.may_begin_name(word)
