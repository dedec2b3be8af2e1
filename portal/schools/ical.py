"""Calendar files: iCalendar (RFC 5545) and how a calendar takes it in (RFC 5546, 7986). Pure.

Times are written in UTC (form 2 of 3.3.5), which every calendar shows in its own zone; so no VTIMEZONE has to
be shipped and none can be out of date.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

TYPE: Final = "text/calendar; charset=utf-8"
LONGEST_LINE: Final = 75
"""Octets, without the line break (3.1)."""
PRODUCT: Final = "-//Lev//KLAPjob//DA"
_UNWANTED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Status(StrEnum):
    """How sure an entry is (3.8.1.11)."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a calendar. `uid` never changes, `sequence` goes up with each change.

    `changed_at`, `starts_at` and `ends_at` are aware; `url` and `about` may be "".
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    about: str
    url: str
    status: Status


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """The file: UTF-8, lines of at most 75 octets that end in CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        *(line for entry in entries for line in _event(entry)),
        "END:VCALENDAR",
    ]
    return b"".join(fold(line) for line in lines)


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{moment(entry.changed_at)}"
    yield f"LAST-MODIFIED:{moment(entry.changed_at)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART:{moment(entry.starts_at)}"
    yield f"DTEND:{moment(entry.ends_at)}"
    yield f"STATUS:{entry.status}"
    yield f"SUMMARY;LANGUAGE=da:{text(entry.title)}"
    yield f"LOCATION;LANGUAGE=da:{text(entry.place)}"
    if entry.about:
        yield f"DESCRIPTION;LANGUAGE=da:{text(entry.about)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def moment(when: datetime) -> str:
    """A moment in UTC, to the second: 20261122T120000Z. Raises ValueError for one without a zone."""
    if when.tzinfo is None:
        raise ValueError("A time without a zone cannot be written.")
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def text(value: str) -> str:
    """A value of the type TEXT (3.3.11): backslash, semicolon, comma and line breaks are escaped."""
    one_break = value.replace("\r\n", "\n").replace("\r", "\n")
    seen = _UNWANTED.sub("", one_break)
    return seen.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """A content line in lines of at most 75 octets (3.1); no letter is cut in two."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            # The space that begins a further line counts too.
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
