"""Whether somebody is who a colleague searches for: by words of the name, digits of the phone, mail, number.

Pure. Every word that was typed must fit something.
"""

import re
from dataclasses import dataclass

from portal import danish

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .\-/]+(?=\d)")
_COUNTRY = re.compile(r"(?:\+|\b00)45 ?(?=\d)")
_NOT_A_DIGIT = re.compile(r"\D")
_BETWEEN_NAMES = re.compile(r"[\s\-.,]+")
FEWEST_DIGITS = 3


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of somebody, as it was written."""

    name: str
    phone: str
    email: str
    reference: str


def words_of(text: str) -> tuple[str, ...]:
    """What was typed, in folded words; the digits of a phone number become one."""
    joined = _BETWEEN_DIGITS.sub("", _COUNTRY.sub("", text))
    return tuple(word for word in re.split(r"[\s,]+", danish.fold(joined)) if word)


def fits(words: tuple[str, ...], known: Known) -> bool:
    """Whether each of `words` begins a name, stands in mail or phone number, or is the number of the case.

    The number is shown in two halves, and may be typed so.
    """
    if "".join(words) == known.reference:
        return True
    names = _BETWEEN_NAMES.split(danish.fold(known.name))
    return all(_fits(word, names, known) for word in words)


def _fits(word: str, names: list[str], known: Known) -> bool:
    if any(name.startswith(word) for name in names) or word == known.reference:
        return True
    if word.isdecimal():
        return len(word) >= FEWEST_DIGITS and word in _NOT_A_DIGIT.sub("", known.phone)
    return ("@" in word and word in known.email.lower()) or all(
        any(name.startswith(part) for name in names) for part in _BETWEEN_NAMES.split(word) if part
    )
