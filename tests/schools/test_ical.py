"""Calendar files follow RFC 5545: folding, escaping, times in UTC."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import clock
from portal.schools import ical

NOON = datetime(2026, 7, 1, 12, 0, tzinfo=clock.COPENHAGEN)
ENTRY = ical.Entry(
    uid="abc@klapjob.example",
    sequence=2,
    changed_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    starts_at=NOON,
    ends_at=NOON + timedelta(hours=1),
    title="Jobkaravane: Kom, og hør",
    place="Rådhuset; sal 1",
    about="Linje 1\nLinje 2",
    url="https://klapjob.example/kalender#abc",
    status=ical.Status.CONFIRMED,
)


def test_a_calendar_with_one_entry_is_these_lines() -> None:
    assert ical.calendar("KLAPjob", [ENTRY]).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lev//KLAPjob//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:KLAPjob",
        "X-WR-CALNAME:KLAPjob",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "BEGIN:VEVENT",
        "UID:abc@klapjob.example",
        "DTSTAMP:20260102T030405Z",
        "LAST-MODIFIED:20260102T030405Z",
        "SEQUENCE:2",
        "DTSTART:20260701T100000Z",
        "DTEND:20260701T110000Z",
        "STATUS:CONFIRMED",
        "SUMMARY;LANGUAGE=da:Jobkaravane: Kom\\, og hør",
        "LOCATION;LANGUAGE=da:Rådhuset\\; sal 1",
        "DESCRIPTION;LANGUAGE=da:Linje 1\\nLinje 2",
        "URL:https://klapjob.example/kalender#abc",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 1, 15, 10, 0, tzinfo=clock.COPENHAGEN), "20260115T090000Z"),
        (datetime(2026, 7, 15, 10, 0, tzinfo=clock.COPENHAGEN), "20260715T080000Z"),
        (datetime(2026, 3, 29, 3, 0, tzinfo=clock.COPENHAGEN), "20260329T010000Z"),
    ],
)
def test_ten_o_clock_is_another_moment_in_summer_than_in_winter(moment: datetime, written: str) -> None:
    assert ical.moment(moment) == written


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        ical.moment(datetime(2026, 1, 1))  # noqa: DTZ001 - that is what is tested


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a,b;c", "a\\,b\\;c"),
        ("C:\\mappe", "C:\\\\mappe"),
        ("en\r\nto\rtre\nfire", "en\\nto\\ntre\\nfire"),
        ("x\nEND:VEVENT", "x\\nEND:VEVENT"),
        ("klokke\x07", "klokke"),
    ],
)
def test_signs_with_a_meaning_are_escaped(typed: str, written: str) -> None:
    assert ical.text(typed) == written


def test_a_line_of_75_octets_is_whole_and_one_of_76_is_folded() -> None:
    assert ical.fold("a" * 75) == b"a" * 75 + b"\r\n"
    assert ical.fold("a" * 76) == b"a" * 75 + b"\r\n a\r\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_folded_lines_are_short_and_unfold_to_what_they_were(line: str) -> None:
    folded = ical.fold(line)
    assert all(len(part) <= 75 and part.decode() is not None for part in folded.split(b"\r\n"))
    assert folded.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line


@given(st.text())
def test_no_text_breaks_out_of_its_line(typed: str) -> None:
    written = ical.text(typed)
    assert not {"\n", "\r"} & set(written)
    plain = written.replace("\\\\", "").replace("\\,", "").replace("\\;", "").replace("\\n", "")
    assert not {",", ";", "\\"} & set(plain)
