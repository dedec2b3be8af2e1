"""Long and rare words are marked for whoever writes; the text itself is never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.rare_words import LONG, RARE, Piece, mark_of, marked


@pytest.mark.parametrize("word", ["synergieffekter", "emballering", "ergonomi", "konditorvarer"])
def test_words_that_few_know_are_rare(word: str) -> None:
    assert mark_of(word) == RARE


@pytest.mark.parametrize("word", ["førtidspension", "skraldespand", "medarbejder", "rengøring"])
def test_long_words_that_everybody_knows_are_only_long(word: str) -> None:
    assert mark_of(word) == LONG


@pytest.mark.parametrize("word", ["mælk", "brød", "hylde", "feje", "du"])
def test_everyday_words_are_not_marked(word: str) -> None:
    assert mark_of(word) == ""


def test_names_inside_a_sentence_are_left_alone() -> None:
    assert marked("Du hjælper Charlottenlund.") == (
        Piece("Du "),
        Piece("hjælper", LONG),
        Piece(" Charlottenlund."),
    )


@given(st.text(max_size=200))
def test_the_pieces_put_together_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in marked(text)) == text
