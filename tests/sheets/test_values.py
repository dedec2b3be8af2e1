"""What partners write into cells is read as they mean it, or explained."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sheets import values
from portal.sheets.table import WINDOWS_DAY_ZERO
from portal.sheets.values import CellError
from portal.sheets.workbook import MAC_DAY_ZERO

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
THE_DAY = date(2026, 11, 22)


def day(text: str) -> date | None:
    return values.day(text, day_zero=WINDOWS_DAY_ZERO)


@pytest.mark.parametrize(
    "text",
    [
        "22-11-2026",
        "22.11.2026",
        "22/11/2026",
        "22/11-2026",
        "22 11 2026",
        "22. 11. 2026",
        "22-11-26",
        "22.11.26",
        "22 11 26",
        "22. november 2026",
        "22 november 2026",
        "22. nov. 2026",
        "22-nov-26",
        "22nov2026",
        "d. 22. november 2026",
        "den 22. november 2026",
        "Søndag den 22. november 2026",
        "søndag d. 22. november 2026",
        "Senest 22. November, 2026",
        "22-11-2026 23:59",
        "22.11.2026 kl. 12.00",
        "22. november 2026 kl. 12",
        "2026-11-22",
        "2026/11/22",
        "2026-11-22T23:59:00",
        "2026-11-22T23:59:00.000+01:00",
        "2026-11-22 00:00:00",
        "20261122",
        "46348",
        "46348.99",
        " 22 -  11 -  2026 ",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert day(text) == THE_DAY


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "Ingen", "ingen frist", "Snarest", "Hurtigst muligt", "Løbende", "Efter aftale.", "ASAP"],
)
def test_no_day_may_be_written_in_many_ways(text: str) -> None:
    assert day(text) is None


NOT_A_DATE = "Det er ikke en dato. Skriv fx 22-11-2026."
NO_YEAR = "Skriv også årstallet, fx 22-11-2026."
FAR_AWAY = "Årstallet skal være mellem 2000 og 2099."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31-02-2026", NOT_A_DATE),
        ("11/22/2026", NOT_A_DATE),
        ("0-1-2026", NOT_A_DATE),
        ("22. jubel 2026", NOT_A_DATE),
        ("uge 48", NOT_A_DATE),
        ("2026", NOT_A_DATE),
        ("22112026", NOT_A_DATE),
        ("/Date(1788818399000)/", NOT_A_DATE),
        ("٢٢-١١-٢٠٢٦", NOT_A_DATE),
        ("22-11", NO_YEAR),
        ("22. november", NO_YEAR),
        ("d. 22/11", NO_YEAR),
        ("22-11-1926", FAR_AWAY),
        ("0001-01-01", FAR_AWAY),
        ("22-11-2126", FAR_AWAY),
        ("99999", FAR_AWAY),
        ("00001", FAR_AWAY),
    ],
)
def test_what_is_no_day_is_explained(text: str, message: str) -> None:
    with pytest.raises(CellError) as error:
        day(text)
    assert str(error.value) == message


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_the_same_in_every_writing(given_day: date) -> None:
    y, m, d = given_day.year, given_day.month, given_day.day
    writings = (f"{d}-{m}-{y}", f"{d:02}.{m:02}.{y}", f"{d}. {MONTHS[m - 1]} {y}", given_day.isoformat())
    serial = str((given_day - WINDOWS_DAY_ZERO).days)
    assert [day(text) for text in (*writings, serial)] == [given_day] * 5


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_number_counts_from_the_day_that_the_workbook_says(given_day: date) -> None:
    serial = str((given_day - MAC_DAY_ZERO).days)
    assert values.day(serial, day_zero=MAC_DAY_ZERO) == given_day
    assert (MAC_DAY_ZERO - WINDOWS_DAY_ZERO).days == 1462


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("15", (15, 15)),
        ("15,5", (15.5, 15.5)),
        ("15.5", (15.5, 15.5)),
        ("15 timer", (15, 15)),
        ("15 t.", (15, 15)),
        ("ca. 15 timer pr. uge", (15, 15)),
        ("15 timer om ugen", (15, 15)),
        ("15 timer ugentligt", (15, 15)),
        ("15 timer/uge", (15, 15)),
        ("10-15", (10, 15)),
        ("10 – 15 timer", (10, 15)),
        ("10 til 15", (10, 15)),
        ("10 timer til 15 timer", (10, 15)),
        ("Mellem 10 og 15 timer", (10, 15)),
        ("fra 10 til 15 timer", (10, 15)),
        ("op til 15", (None, 15)),
        ("Højst 15 timer", (None, 15)),
        ("max 15", (None, 15)),
        ("mindst 8", (8, None)),
        ("fra 8 timer", (8, None)),
        ("", (None, None)),
        ("-", (None, None)),
        ("Efter aftale", (None, None)),
        ("Fleksible timer", (None, None)),
    ],
)
def test_hours_may_be_written_in_many_ways(text: str, hours: tuple[float | None, float | None]) -> None:
    assert values.hours(text) == hours


NO_HOURS = "Det er ikke timer om ugen. Skriv fx “15” eller “10 til 15”."
TOO_MANY = "Timer om ugen skal være mellem 1 og 48, det mindste tal først."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mange", NO_HOURS),
        ("3 dage", NO_HOURS),
        ("10-15 timer fordelt på 3 dage", NO_HOURS),
        ("2 x 5 timer", NO_HOURS),
        ("15 timer om dagen", NO_HOURS),
        ("0", TOO_MANY),
        ("49", TOO_MANY),
        ("60 timer", TOO_MANY),
        ("15-10", TOO_MANY),
        # What Excel makes of "10-15".
        ("2026-10-15", "Excel har lavet tallene om til en dato. Skriv fx “10 til 15”."),
    ],
)
def test_what_are_no_hours_is_explained(text: str, message: str) -> None:
    with pytest.raises(CellError) as error:
        values.hours(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("4200", ("4200", "")),
        ("4200 Slagelse", ("4200", "Slagelse")),
        ("4200, Slagelse", ("4200", "Slagelse")),
        ("DK-4200", ("4200", "")),
        # Excel takes the nought off 0999.
        ("999", ("0999", "")),
        ("", ("", "")),
    ],
)
def test_a_postal_code_may_have_its_town_behind_it(text: str, place: tuple[str, str]) -> None:
    assert values.postal_code(text) == place


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://x.dk/job?id=1", "https://x.dk/job?id=1"),
        ("http://x.dk", "http://x.dk"),
        ("www.x.dk/job", "https://www.x.dk/job"),
        ("job.x.dk", "https://job.x.dk"),
        ("", ""),
    ],
)
def test_a_link_may_lack_its_beginning(text: str, link: str) -> None:
    assert values.link(text) == link


@pytest.mark.parametrize(
    ("text", "number"),
    [("10000001", "10000001"), ("DK 10 00 00 01", "10000001"), ("CVR: 10000001", "10000001"), ("", "")],
)
def test_a_company_number_may_be_spaced(text: str, number: str) -> None:
    assert values.cvr(text) == number


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (values.postal_code, "42", "Et postnummer har 4 tal, fx 4200."),
        (values.postal_code, "42000", "Et postnummer har 4 tal, fx 4200."),
        (values.postal_code, "Slagelse", "Et postnummer har 4 tal, fx 4200."),
        (values.link, "job@x.dk", "Det er ikke et link. Skriv hele adressen, fx https://www.firma.dk/job."),
        (
            values.link,
            "se hjemmesiden",
            "Det er ikke et link. Skriv hele adressen, fx https://www.firma.dk/job.",
        ),
        (
            values.link,
            "javascript:x",
            "Det er ikke et link. Skriv hele adressen, fx https://www.firma.dk/job.",
        ),
        (values.cvr, "1234567", "Et CVR-nummer har 8 tal."),
        (values.cvr, "ukendt", "Et CVR-nummer har 8 tal."),
    ],
)
def test_what_cannot_be_read_is_explained(read: Any, text: str, message: str) -> None:
    with pytest.raises(CellError) as error:
        read(text)
    assert str(error.value) == message
