"""Telephone numbers and mail addresses as people write them, made uniform. Pure."""

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


def _plain_digits(text: str) -> str:
    """Digits of every script as 0-9, so that full-width ones dial too."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )
