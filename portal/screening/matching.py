"""Whether somebody is who a colleague searches for: by words of the name, digits of the phone, mail, number.

Pure. Every word that was typed must fit something.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from portal import danish

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .\-/]+(?=\d)")
_COUNTRY = re.compile(r"(?:\+|\b00)45 ?(?=\d)")
_NOT_A_DIGIT = re.compile(r"\D")
_BETWEEN_NAMES = re.compile(r"[\s\-.,]+")
FEWEST_DIGITS = 3


class Known(NamedTuple):
    """What is known of somebody: `name` as `folded_name` gives it, the others as they were written."""

    name: str
    phone: str
    email: str
    reference: str


def words_of(text: str) -> tuple[str, ...]:
    """What was typed, in folded words; the digits of a phone number become one."""
    joined = _BETWEEN_DIGITS.sub("", _COUNTRY.sub("", text))
    return tuple(word for word in re.split(r"[\s,]+", danish.fold(joined)) if word)


def folded_name(name: str) -> str:
    """A name as it is searched in: each of its folded parts behind a space."""
    return "".join(f" {part}" for part in _BETWEEN_NAMES.split(danish.fold(name)) if part)


def is_name(word: str) -> bool:
    """Whether a word, where it is not the number of a case, can only be of a name."""
    return not word.isdecimal() and "@" not in word


def beginnings(words: Sequence[str]) -> list[str]:
    """What must stand in a folded name that each of `words` begins a part of; with a hyphen, several."""
    return [f" {part}" for word in words for part in _BETWEEN_NAMES.split(word) if part]


def fits(words: tuple[str, ...], known: Known) -> bool:
    """Whether each of `words` begins a name, stands in mail or phone number, or is the number of the case.

    The number is shown in two halves, and may be typed so.
    """
    return "".join(words) == known.reference or all(_fits(word, known) for word in words)


def _fits(word: str, known: Known) -> bool:
    if word == known.reference:
        return True
    if word.isdecimal() and len(word) >= FEWEST_DIGITS and word in _NOT_A_DIGIT.sub("", known.phone):
        return True
    if "@" in word and word in known.email.lower():
        return True
    return all(beginning in known.name for beginning in beginnings([word]))
