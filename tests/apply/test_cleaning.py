"""Typed text made clean: nothing hidden stays, nothing meant is lost (P30)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import cleaning

ANY_TEXT = st.text(max_size=60)
WRITTEN = st.text(alphabet="abcæøåÆØÅé .,!?0123456789-", max_size=60)


@given(ANY_TEXT)
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = cleaning.paragraphs(text)
    assert cleaning.paragraphs(once) == once


@given(ANY_TEXT)
def test_a_clean_line_stays_as_it_is(text: str) -> None:
    once = cleaning.line(text)
    assert cleaning.line(once) == once


@given(ANY_TEXT)
def test_clean_text_is_composed_and_holds_no_hidden_signs(text: str) -> None:
    clean = cleaning.paragraphs(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert {unicodedata.category(sign) for sign in clean if sign not in "\n\t"} & {
        "Cc",
        "Cn",
        "Co",
        "Cs",
    } == set()
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")


@given(WRITTEN)
def test_what_people_write_keeps_its_words(text: str) -> None:
    assert cleaning.line(text).split() == (
        text.split() if any(sign.isalnum() or sign in ".,!?-" for sign in text) else []
    )


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert len(cleaning.line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Kim \t Kandidat\r\n", "Kim Kandidat"),
        ("A\u030ase", "Åse"),
        ("Kim\x00\x07", "Kim"),
        ("\u202eKim\u202c", "Kim"),
        ("Kim\u00a0Kandidat", "Kim Kandidat"),
        ("👩\u200d🍳", "👩\u200d🍳"),
        ("Søren Ærø-Ås", "Søren Ærø-Ås"),
        ("\u200b\u200d\u2800\u3164", ""),
        ("\u0301", ""),
    ],
)
def test_a_line_becomes(typed: str, clean: str) -> None:
    assert cleaning.line(typed) == clean


def test_paragraphs_keep_their_breaks_but_not_heaps_of_them() -> None:
    assert (
        cleaning.paragraphs("Hej \r\n\r\n\r\n\r\nJeg kan pakke.\u2028Ring!") == "Hej\n\nJeg kan pakke.\nRing!"
    )
