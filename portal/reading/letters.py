"""The hard words by their first letter, in the order of the Danish alphabet. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from portal.easyread.glossary import Entry

ALPHABET: Final = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter, as shown, and the words that begin with it; `slug` is its anchor on the page."""

    letter: str
    slug: str
    entries: tuple[Entry, ...]


def by_letter(entries: Iterable[Entry]) -> tuple[Letter, ...]:
    """The entries under their letters; "at vise interesse" stands under V."""
    ordered = sorted(entries, key=lambda entry: _alphabetical(_sorted_by(entry)))
    groups = groupby(ordered, key=lambda entry: _sorted_by(entry)[0])
    return tuple(
        Letter(letter=letter.upper(), slug=f"bogstav-{ALPHABET.index(letter) + 1}", entries=tuple(group))
        for letter, group in groups
    )


def _sorted_by(entry: Entry) -> str:
    return entry.word.lower().removeprefix("at ")


def _alphabetical(word: str) -> tuple[int, ...]:
    return tuple(ALPHABET.find(letter) for letter in word)
