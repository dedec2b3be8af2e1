"""What a feed's JSON states, read forgivingly: a value of the wrong kind is as good as none. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
YEARS: Final = range(2000, 2100)
"""Earlier years (1, 1900) are how feeds write "no date"."""
WEEKLY_HOURS: Final = 48

_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")


def table(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object at `key`; an empty one if there is none."""
    value = values.get(key)
    return value if isinstance(value, dict) else {}


def text(values: Mapping[str, Any], key: str) -> str:
    """A text or a whole number as one line without extra blanks; "" for anything else."""
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())


def body(values: Mapping[str, Any], key: str) -> str:
    """HTML, or scraped text, which comes with long runs of blanks and empty lines; those are shortened."""
    value = values.get(key)
    if not isinstance(value, str):
        return ""
    lines = (_BLANKS.sub(" ", line).strip() for line in value.splitlines())
    return "\n".join(_without_repeated_blank_lines(lines)).strip()


def hours(values: Mapping[str, Any], key: str) -> float | None:
    """Hours a week, more than none and at most 48."""
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value <= WEEKLY_HOURS else None


def day(values: Mapping[str, Any], key: str) -> date | None:
    """The date of an ISO 8601 time, as it is written.

    The clock time beside it cannot be trusted: feeds label UTC as Danish time. Only a time that says it is
    UTC is moved to Copenhagen first, where 22:00Z in June is the next day.
    """
    value = values.get(key)
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    return (moment.astimezone(COPENHAGEN) if moment.utcoffset() == timedelta(0) else moment).date()


def _without_repeated_blank_lines(lines: Iterable[str]) -> Iterator[str]:
    blank = False
    for line in lines:
        if line or not blank:
            yield line
        blank = not line
