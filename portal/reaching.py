"""Telephone numbers, mail addresses and years as people write them, made uniform. Pure."""

import re
import unicodedata

from portal import outbox

_BEFORE_NUMBER = re.compile(
    r"^(?:mit (?:nummer|telefonnummer) er|telefonnummer|telefon|mobil|tlf|tel|nummer|nr)\b[.:]?\s*",
    re.IGNORECASE,
)
_BETWEEN_DIGITS = re.compile(r"[\s().,/\-\u2010-\u2015\u2212]+")
_DANISH = re.compile(r"(?:(?:\+|00)?45)?([2-9]\d)(\d\d)(\d\d)(\d\d)")
_FOREIGN = re.compile(r"(?:\+|00)(?!45|0)(\d{8,14})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE_MAIL = re.compile(r"^(?:mailto|e-?mail|min mail er|mail)\s*:?\s+|^mailto:", re.IGNORECASE)


def phone(text: str) -> str | None:
    """A Danish number as "20 11 22 33", a foreign one as "+46701234567"; None where it is neither.

    Forgives "+45", spaces, dots, dashes and a word in front.
    """
    digits = _BETWEEN_DIGITS.sub("", _BEFORE_NUMBER.sub("", _plain_digits(text).strip()))
    if danish := _DANISH.fullmatch(digits):
        return " ".join(danish.groups())
    foreign = _FOREIGN.fullmatch(digits)
    return f"+{foreign[1]}" if foreign else None


def mail(text: str) -> str | None:
    """The one mail address in the text, or None. Forgives spaces and a full stop at the end."""
    bare = _BEFORE_MAIL.sub("", text.strip())
    try:
        return outbox.clean_address("".join(bare.split()).strip("<>").rstrip(".,;"))
    except outbox.AddressError:
        return None


def birth_year(text: str, *, this_year: int) -> str | None:
    """The year somebody was born, "1986", also out of "jeg er født 1. maj 1986"; None where there is none.

    Nobody who applies is older than a hundred or younger than ten.
    """
    years = [int(year) for year in _YEAR.findall(_plain_digits(text))]
    fitting = [year for year in years if this_year - 100 <= year <= this_year - 10]
    return str(fitting[0]) if len(set(fitting)) == 1 else None


def _plain_digits(text: str) -> str:
    """Digits of every script as 0-9, so that full-width ones dial too."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )
