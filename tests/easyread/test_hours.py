"""Hours a week and days of work, from the feed's fields or the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.hours import (
    BY_AGREEMENT,
    DAYS_BY_AGREEMENT,
    NO_HOURS,
    Hours,
    read_hours,
    read_workdays,
)


def in_text(text):
    return read_hours(text, least=None, most=None)


@pytest.mark.parametrize(
    ("text", "least", "most", "words"),
    [
        ("10-15 timer om ugen", 10, 15, "10-15 timer om ugen"),
        ("mellem 8 og 12 timer om ugen", 8, 12, "8-12 timer om ugen"),
        ("8 timer/uge", 8, 8, "8 timer om ugen"),
        ("10 t/uge", 10, 10, "10 timer om ugen"),
        ("ca. 12,5 timer ugentligt", 12.5, 12.5, "12,5 timer om ugen"),
        ("op til 15 timer pr. uge", None, 15, "Op til 15 timer om ugen"),
        ("mindst 10 timer om ugen", 10, None, "Mindst 10 timer om ugen"),
        ("Timetal: 10-12", 10, 12, "10-12 timer om ugen"),
        ("Arbejdstid: 12 timer", 12, 12, "12 timer om ugen"),
        ("3 timer om dagen, 4 dage om ugen", 12, 12, "12 timer om ugen"),
        ("Du er her 4 dage om ugen, i alt 15 timer", 15, 15, "15 timer om ugen"),
        ("20 hours a week", 20, 20, "20 timer om ugen"),
        ("1 time om ugen", 1, 1, "1 time om ugen"),
        ("Timer efter aftale", None, None, BY_AGREEMENT),
    ],
)
def test_hours_are_read_from_the_text(text, least, most, words):
    assert in_text(text) == Hours(min=least, max=most, text=words)


@pytest.mark.parametrize(
    "text",
    ["", "100 timer om ugen", "Vi har åbent 24 timer", "15-10 timer om ugen", "Du er her 2 timer hver dag"],
)
def test_no_hours_are_made_up(text):
    assert in_text(text) == NO_HOURS


def test_the_fields_of_the_feed_win():
    assert read_hours("37 timer om ugen", least=8, most=10) == Hours(min=8, max=10, text="8-10 timer om ugen")


def test_fields_the_wrong_way_round_are_turned():
    assert read_hours("", least=15, most=10.5).text == "10,5-15 timer om ugen"


@pytest.mark.parametrize(("least", "most"), [(0, 0), (None, 168), (-4, None)])
def test_fields_without_sense_leave_it_to_the_text(least, most):
    assert read_hours("9 timer om ugen", least=least, most=most).text == "9 timer om ugen"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mandag-torsdag kl. 8.00-11.30", "Mandag til torsdag kl. 8-11.30"),
        ("Du arbejder mandag, onsdag og fredag om formiddagen", "Mandag, onsdag og fredag om formiddagen"),
        ("3 dage om ugen", "3 dage om ugen"),
        ("1 dag om ugen", "1 dag om ugen"),
        ("12 timer fordelt på 3-4 dage", "3-4 dage om ugen"),
        ("Alle hverdage fra kl. 8 til 12", "Hverdage kl. 8-12"),
        ("Dage efter aftale", DAYS_BY_AGREEMENT),
        ("Butikken har åbent mandag til søndag kl. 8-20", ""),
        ("Ring mandag kl. 10-12", ""),
        ("9 dage om ugen", ""),
        ("mellem 8 og 12 timer om ugen", ""),
        ("", ""),
    ],
)
def test_days_of_work_are_told_in_short_words(text, days):
    assert read_workdays(text) == days


numbers = st.none() | st.floats(allow_nan=True, allow_infinity=True)


@given(st.text() | st.text("0123456789-.,/ timerdageomugenkl"), numbers, numbers)
def test_hours_of_any_text_lie_within_a_week(text, least, most):
    hours = read_hours(text, least=least, most=most)
    assert all(number is None or 0 < number <= 40 for number in (hours.min, hours.max))
    assert hours.min is None or hours.max is None or hours.min <= hours.max
    assert isinstance(read_workdays(text), str)
