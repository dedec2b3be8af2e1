"""Whom a search finds: every typed word must begin a name, or stand in the phone, the mail or the number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.screening.matching import Known, beginnings, fits, folded_name, is_name, words_of

KIM = Known(
    name=folded_name("Kim Åse Møller-Kandidat"),
    phone="+45 20 11 22 33",
    email="Kim.m@example.com",
    reference="kcd3fw7x",
)


@pytest.mark.parametrize(
    "typed",
    [
        "kim",
        "KIM kandidat",
        "kandidat kim",
        "aase",
        "Møl",
        "moeller",
        "møller-kandidat",
        "20112233",
        "20 11 22 33",
        "+45 20 11 22 33",
        "004520112233",
        "1122",
        "kim 20 11 22 33",
        "kim.m@example.com",
        "@example",
        "kcd3fw7x",
        "KCD3FW7X",
        "KCD3 FW7X",
    ],
)
def test_kim_is_found_by(typed: str) -> None:
    assert fits(words_of(typed), KIM) is True


@pytest.mark.parametrize(
    "typed",
    ["im", "kim jensen", "ndidat", "20112234", "22", "kim@example.com", "kcd3", "kcd3 fw7", "møller-jensen"],
)
def test_kim_is_not_found_by(typed: str) -> None:
    assert fits(words_of(typed), KIM) is False


@given(st.text(max_size=100), st.text(max_size=30), st.text(max_size=20))
def test_whatever_is_typed_gets_an_answer(typed: str, name: str, phone: str) -> None:
    known = Known(name=folded_name(name), phone=phone, email="", reference="")
    assert fits(words_of(typed), known) in {True, False}


@given(st.text(max_size=40), st.text(max_size=30))
def test_words_of_a_name_are_looked_for_as_they_fit(typed: str, name: str) -> None:
    words = tuple(word for word in words_of(typed) if is_name(word))
    known = Known(name=folded_name(name), phone="", email="", reference="a number")
    found = all(beginning in known.name for beginning in beginnings(words))
    assert found == fits(words, known)
