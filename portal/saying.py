"""Dates, moments and telephone numbers as one says and dials them in Denmark. Pure."""

from datetime import date, datetime
from typing import Final

from portal import clock

WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS: Final = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def danish_date(day: date | datetime, *, year: bool = False) -> str:
    """A date as one says it in Copenhagen: "mandag 5. maj"; with the year where it matters."""
    day = clock.to_local(day).date() if isinstance(day, datetime) else day
    words = f"{WEEKDAYS[day.weekday()]} {day.day}. {MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def danish_moment(moment: datetime) -> str:
    """A moment in Copenhagen: "mandag 5. maj kl. 9.05"."""
    local = clock.to_local(moment)
    return f"{danish_date(local.date())} kl. {local.hour}.{local.minute:02}"


def telephone_link(number: str) -> str:
    """A Danish telephone number as the address of a `tel:` link (RFC 3966)."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return f"tel:+45{digits}" if len(digits) == 8 else f"tel:+{digits}"
