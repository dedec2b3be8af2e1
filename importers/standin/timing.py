"""When a made-up ad was published and until when one may apply, counted from a given day."""

from datetime import date, timedelta

from importers.standin.ad import DeadlineStyle
from importers.standin.choosing import chance, number, pick

PUBLISHED_WITHIN_DAYS = 42
_STYLES: tuple[DeadlineStyle, ...] = ("midnight", "midnight", "late")
_OPEN_STYLES: tuple[DeadlineStyle, ...] = ("year 1900", "absent")


def published(today: date, *key: object) -> date:
    """A day of the last six weeks."""
    return today - timedelta(days=number("published", *key) % PUBLISHED_WITHIN_DAYS)


def deadline(today: date, *key: object) -> tuple[date | None, DeadlineStyle]:
    """A day in the next two months and how it is written; one ad in ten has none."""
    if chance(10, "no deadline", *key):
        return None, pick(_OPEN_STYLES, "open style", *key)
    return today + timedelta(days=3 + number("deadline", *key) % 56), pick(_STYLES, "deadline style", *key)
