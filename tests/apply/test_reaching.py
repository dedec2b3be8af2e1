"""Telephone numbers and mail addresses are read the way people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import reaching

NUMBERS = st.from_regex(r"[2-9][0-9]{7}", fullmatch=True)


@pytest.mark.parametrize(
    "typed",
    [
        "20112233",
        "20 11 22 33",
        "2011 2233",
        "201-122-33",
        "20.11.22.33",
        "+45 20 11 22 33",
        "+4520112233",
        "0045 20112233",
        "45 20 11 22 33",
        "(+45) 20112233",
        "tlf. 20 11 22 33",
        "Mit nummer er 20112233",
        "２０１１２２３３",
        "20 11 22 33.",
    ],
)
def test_a_danish_number_is_understood(typed: str) -> None:
    assert reaching.phone(typed) == "20 11 22 33"


@pytest.mark.parametrize(
    "typed", ["", "2011223", "201122334", "10112233", "kim", "20112233 eller 30112233", "+45 2011223", "+1"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert reaching.phone(typed) is None


def test_a_foreign_number_keeps_its_country() -> None:
    assert reaching.phone("+46 70 123 45 67") == "+46701234567"
    assert reaching.phone("0046 70 123 45 67") == "+46701234567"


@given(NUMBERS, st.sampled_from(["", "+45", "+45 ", "0045", "45 "]), st.sampled_from(["", " ", "-", "."]))
def test_any_danish_number_comes_out_the_same_however_it_is_spaced(
    digits: str, country: str, between: str
) -> None:
    pairs = [digits[i : i + 2] for i in range(0, 8, 2)]
    assert reaching.phone(country + between.join(pairs)) == " ".join(pairs)


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_be_read_as_a_number(text: str) -> None:
    found = reaching.phone(text)
    assert found is None or found.replace(" ", "").lstrip("+").isascii()


@pytest.mark.parametrize(
    "typed",
    [
        "kim@example.com",
        " kim@example.com ",
        "kim @ example.com",
        "mailto:kim@example.com",
        "<kim@example.com>",
        "kim@example.com.",
        "Mail: kim@example.com",
        "kim@EXAMPLE.com",
    ],
)
def test_a_mail_address_is_understood(typed: str) -> None:
    assert reaching.mail(typed) == "kim@example.com"


@pytest.mark.parametrize(
    "typed",
    ["", "kim", "kim@", "@example.com", "kim@example", "a@example.com,b@example.com", "kim@exa\nmple"],
)
def test_what_is_no_mail_address_is_none(typed: str) -> None:
    assert reaching.mail(typed) is None


@given(st.text(max_size=60))
def test_no_text_becomes_two_addresses(text: str) -> None:
    found = reaching.mail(text)
    assert found is None or (found.count("@") == 1 and not set(found) & set(",; \r\n\0"))


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("1986", "1986"),
        ("jeg er født 1. maj 1986", "1986"),
        ("１９８６", "1986"),
        ("01.05.1986", "1986"),
        ("86", None),
        ("2025", None),
        ("1850", None),
        ("1986 eller 1987", None),
        ("19861", None),
    ],
)
def test_a_year_of_birth_is_found_in_what_was_written(typed: str, year: str | None) -> None:
    assert reaching.birth_year(typed, this_year=2026) == year
