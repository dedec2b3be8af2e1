"""Dates as feeds write them, from a list of known forms: any other form is no date, never a wrong one. Pure.

Known are ISO 8601 (with a blank, without punctuation, with slashes), the forms of e-mails and of C and
JavaScript, in English and Danish words, Danish numbers (22.11.2026, 22-11-2026, 22/11-2026) and
``/Date(1788818399000+0200)/``. Of 05/06/2026 only the source can say which number is the month.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final, Literal

from importers import options
from importers.stated import COPENHAGEN, YEARS

DateOrder = Literal["", "dmy", "mdy"]
ORDERS: Final[tuple[DateOrder, ...]] = ("", "dmy", "mdy")
LONGEST: Final = 100

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january",
            "feb februar february",
            "mar marts march",
            "apr april",
            "maj may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oct oktober october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES: Final = {
    **dict.fromkeys("z ut utc gmt wet".split(), 0),
    **dict.fromkeys("cet met west bst".split(), 1),
    **dict.fromkeys("cest mest eet".split(), 2),
    "eest": 3,
    **dict.fromkeys("edt ast".split(), -4),
    **dict.fromkeys("est cdt".split(), -5),
    **dict.fromkeys("cst mdt".split(), -6),
    **dict.fromkeys("mst pdt".split(), -7),
    "pst": -8,
}
"""Hours east of Greenwich. EST is the American one, as in e-mails."""

_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|man|tir|ons|tor|fre|lør|søn)[a-zø]*\.?,?\s+)?(?:(?:den|d\.)\s*)?"
)
_CLOCK = (
    r"(?:(?:t|[\s,]+(?:kl\.?\s*)?)(?P<H>\d{1,2})[:.](?P<M>\d\d)(?:[:.](?P<S>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>[ap])m)?)?"
)
_ZONE = r"(?:\s*(?:(?P<zone>[a-z]{1,4})|(?:gmt|utc)?(?P<offset>[+-]\d\d(?::?\d\d)?)))?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<y>\d{4})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d){_CLOCK}{_ZONE}",
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})\.?[\s-]{_MONTH},?[\s-](?P<y>\d{{4}}|\d\d){_CLOCK}{_ZONE}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_CLOCK}{_ZONE}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<d>\d{{1,2}}){_CLOCK}{_ZONE}\s+{_YEAR}",
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?P<sign>[.-])(?P<m>\d{{1,2}})(?P=sign){_YEAR}{_CLOCK}{_ZONE}",
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})[\s-]+{_YEAR}{_CLOCK}{_ZONE}",
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_YEAR}{_CLOCK}{_ZONE}",
        rf"{_YEAR}/(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}}){_CLOCK}{_ZONE}",
        rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?:t(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?{_ZONE})?",
    )
)
_MILLISECONDS = re.compile(r"/date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_REMARK = re.compile(r"\s*\([^()]*\)$")


def day(text: str, order: DateOrder = "") -> date | None:
    """The date in Copenhagen that `text` states; None if it states none, or one before 2000.

    A time without a zone is Danish. A time of a zone is moved to Copenhagen, unless it is the first or the
    last minute of a day: then the day itself was meant, and its zone is an accident. `order` says how
    05/06/2026 is to be read; without it such a date is not known.
    """
    if len(text) > LONGEST:
        return None
    plain = " ".join(text.split()).lower()
    if moment := _MILLISECONDS.fullmatch(plain):
        return _of_milliseconds(int(moment[1]))
    plain = _REMARK.sub("", plain)
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _day(found.groupdict(), order)
    return None


def order(table: Mapping[str, Any]) -> DateOrder:
    """The option ``date_order``: how 05/06/2026 is to be read. Raises ValueError."""
    stated = options.choice(table, "date_order", *ORDERS)
    return next(known for known in ORDERS if known == stated)


def _of_milliseconds(since_1970: int) -> date | None:
    # Kept away from the last year that a clock can show, which some zones would leave.
    if not 0 <= since_1970 < 10**14:
        return None
    found = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=since_1970)).astimezone(COPENHAGEN)
    return found.date() if found.year in YEARS else None


def _day(parts: dict[str, str | None], order: DateOrder) -> date | None:
    try:
        written = date(_year(parts["y"] or ""), *_month_and_day(parts, order))
        return _in_copenhagen(written, parts) if written.year in YEARS else None
    except ValueError:
        return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month_and_day(parts: dict[str, str | None], order: DateOrder) -> tuple[int, int]:
    """Raises ValueError where the month is no month, or cannot be told from the day."""
    if parts.get("month"):
        return _MONTHS.get(parts["month"] or "", 0), int(parts["d"] or 0)
    if not parts.get("a"):
        month, day_number = int(parts["m"] or 0), int(parts["d"] or 0)
        return (day_number, month) if order == "mdy" and parts.get("sign") == "-" else (month, day_number)
    first, second = int(parts["a"] or 0), int(parts["b"] or 0)
    if order == "dmy" or first > 12 or first == second:
        return second, first
    if order == "mdy" or second > 12:
        return first, second
    raise ValueError("either number may be the month")


def _in_copenhagen(written: date, parts: dict[str, str | None]) -> date:
    """Raises ValueError where the time or the zone is none."""
    minutes = _minutes(parts)
    zone = _zone(parts)
    if zone is None or minutes in {None, 0, 24 * 60 - 1, 24 * 60}:
        return written
    start = datetime(written.year, written.month, written.day, tzinfo=zone)
    return (start + timedelta(minutes=minutes or 0)).astimezone(COPENHAGEN).date()


def _minutes(parts: dict[str, str | None]) -> int | None:
    if not parts.get("H"):
        return None
    hour, minute = int(parts["H"] or 0), int(parts["M"] or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0)
    if not 0 <= hour * 60 + minute <= 24 * 60 or minute > 59 or int(parts.get("S") or 0) > 60:
        raise ValueError("no time of day")
    return hour * 60 + minute


def _zone(parts: dict[str, str | None]) -> timezone | None:
    if name := parts.get("zone"):
        if name not in _ZONES:
            raise ValueError("no known zone")
        return timezone(timedelta(hours=_ZONES[name]))
    if not (offset := parts.get("offset")):
        return None
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
