"""Whether the words of a leaflet fit and are easy enough: what staff are told while they write. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from portal.easyread import lix
from portal.municipalities.leaflet_texts import FIELDS, Field, complete, lines

ENOUGH_WORDS: Final = 12
"""LIX says nothing about fewer words."""


@dataclass(frozen=True, kw_only=True)
class Warn:
    """Something to look at in one field; `refuses` says that it cannot be approved so."""

    key: str
    text: str
    refuses: bool = False


@dataclass(frozen=True, kw_only=True)
class Note:
    """How one field stands, beside it: its LIX and length; `wrong` where there is something to look at."""

    key: str
    text: str
    wrong: bool


def warnings(texts: Mapping[str, str]) -> tuple[Warn, ...]:
    """What staff should look at before a leaflet goes on: too long, too hard to read, too many lines."""
    words = complete(texts)
    return tuple(warn for field in FIELDS for warn in _of_field(field, words[field.key]))


def notes(texts: Mapping[str, str]) -> tuple[Note, ...]:
    """LIX and length of each field, in their order."""
    words = complete(texts)
    wrong = {warn.key for warn in warnings(texts)}
    return tuple(
        Note(
            key=field.key,
            text=f"LIX {score(words[field.key])}. {len(words[field.key])} af {field.most} tegn.",
            wrong=field.key in wrong,
        )
        for field in FIELDS
    )


def score(text: str) -> int:
    """The LIX of a text, rounded."""
    return round(lix.measure(text).score)


def _of_field(field: Field, text: str) -> list[Warn]:
    found = []
    if len(text) > field.most:
        over = f"Teksten er {len(text) - field.most} tegn for lang. Der er plads til {field.most}."
        found.append(Warn(key=field.key, text=f"{field.label}: {over}", refuses=True))
    if field.lines and len(lines(text)) > field.lines:
        room = f"Der er kun plads til {field.lines} linjer."
        found.append(Warn(key=field.key, text=f"{field.label}: {room}", refuses=True))
    if len(text.split()) >= ENOUGH_WORDS and score(text) > field.highest_lix:
        hard = f"Teksten er svær at læse (LIX {score(text)})."
        found.append(Warn(key=field.key, text=f"{field.label}: {hard}"))
    return found
