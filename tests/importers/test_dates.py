"""Dates of feeds: each known form is right, every other one is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.dates import DateOrder, day

NOVEMBER_22 = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        " 2026-11-22T10:00 ",
        "2026-11-22 10:00:00",
        "2026-11-22T08:06:58.0578635+01:00",
        "2026-11-22T10:00:00+0100",
        "2026-11-22T10:00:00+01",
        "20261122",
        "20261122T100000Z",
        "2026/11/22 1:02:03",
        "22.11.2026",
        "22-11-2026",
        "22.11.2026 kl. 12.00",
        "22/11-2026",
        "22/11 2026",
        "22/11/2026",
        "11/22/2026 10:00:00 AM",
        "Sun, 22 Nov 2026 10:00:00 +0100",
        "Sun, 22 Nov 2026 10:00:00",
        "Sun, 22 Nov 2026 10:00:00 CET",
        "Sun, 22 Nov 26 10:00:00 GMT",
        "Sunday, 22-Nov-26 10:00:00 GMT",
        "22 Nov 2026",
        "søn, 22 nov 2026 10:00:00 +0100",
        "søndag den 22. november 2026",
        "d. 22. november 2026",
        "Sun Nov 22 10:00:00 2026",
        "Sun Nov 22 2026 10:00:00 GMT+0100 (Central European Standard Time)",
        "November 22, 2026",
        "Nov. 22nd, 2026",
        "/Date(1795341600000+0100)/",
    ],
)
def test_a_known_form_is_read(text: str) -> None:
    assert day(text) == NOVEMBER_22


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Snarest muligt",
        "20 July PST",
        "22 Nov",
        "22-11-26",
        "2026-11",
        "2026-02-30",
        "31.11.2026",
        "22 Foo 2026",
        "2026-11-22T25:00",
        "2026-11-22T10:61",
        "2026-11-22T10:00:99",
        "2026-11-22T10:00:00+99:00",
        "Sun, 22 Nov 2026 10:00:00 XYZ",
        "0001-01-01T00:00:00",
        "1900-01-01T00:00:00+01:00",
        "1999-12-31",
        "2100-01-01",
        "/Date(-62135596800000)/",
        "/Date(999999999999999)/",
        "den 2026-11-22",
        "2026-11-22 eller senere",
        "2026-11-22" + " " * 100,
    ],
)
def test_any_other_form_is_no_date(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("05/06/2026", "", None),
        ("05/06/2026", "dmy", date(2026, 6, 5)),
        ("05/06/2026", "mdy", date(2026, 5, 6)),
        ("05-06-2026", "", date(2026, 6, 5)),
        ("05-06-2026", "mdy", date(2026, 5, 6)),
        ("05.06.2026", "mdy", date(2026, 6, 5)),
        ("05/05/2026", "", date(2026, 5, 5)),
        ("13/05/2026", "", date(2026, 5, 13)),
        ("05/13/2026", "", date(2026, 5, 13)),
        ("13/13/2026", "", None),
    ],
)
def test_which_number_is_the_month_is_never_guessed(text: str, order: DateOrder, found: date | None) -> None:
    assert day(text, order) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Half past eleven in London is after midnight in Copenhagen.
        ("2026-11-22T23:30:00Z", date(2026, 11, 23)),
        ("Sun, 22 Nov 2026 23:30:00 GMT", date(2026, 11, 23)),
        ("22 Nov 2026 18:00:00 PST", date(2026, 11, 23)),
        ("22 Nov 2026 06:00:00 PM EST", date(2026, 11, 23)),
        # Midnight in Copenhagen, written as UTC by a program.
        ("2026-06-14T22:00:00Z", date(2026, 6, 15)),
        # The first and the last minute of a day mean the day, whatever zone stands behind them.
        ("2026-11-22T23:59:59Z", date(2026, 11, 22)),
        ("2026-11-22T00:00:00+09:00", date(2026, 11, 22)),
        ("2026-11-22T24:00:00Z", date(2026, 11, 22)),
        ("2026-11-22T12:00:00 AM PST", date(2026, 11, 22)),
        ("/Date(1788818399000+0200)/", date(2026, 9, 7)),
    ],
)
def test_a_time_of_a_zone_is_a_day_in_copenhagen(text: str, found: date) -> None:
    assert day(text) == found


@given(st.text(max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    assert day(text) is None or day(text, "dmy") is not None


@given(st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ][0-9]{2}:[0-9]{2})?(Z|[+-][0-9]{4})?"))
def test_no_number_is_an_error(text: str) -> None:
    found = day(text)
    assert found is None or 1999 <= found.year <= 2100
