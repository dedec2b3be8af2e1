"""LIX: the two texts counted by hand, and what ends a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.lix import Lix, measure, sentences

# 5 lines are 5 sentences: 2 + 3 + 2 + 3 + 2 words = 12 words, none longer than six letters.
BULLETS = """Du skal:
– pakke nyt brød
– vaske gulv
– tømme alle spande
– rydde op"""

# 2 sentences: 14 + 5 words = 19 words; 1 long word (kaffevogn has 9 letters): 19/2 + 100/19 = 14.76.
ABBREVIATIONS = (
    "Du kan f.eks. pakke brød, vaske gulv m.m. og møde kl. 9 hver dag. Du kører også en kaffevogn."
)


def test_a_bullet_list_counted_by_hand():
    assert measure(BULLETS) == Lix(score=2.4, words=12, sentences=5, long_words=0, longest_sentence=3)


def test_abbreviations_end_no_sentence_counted_by_hand():
    found = measure(ABBREVIATIONS)
    assert (found.words, found.sentences, found.long_words) == (19, 2, 1)
    assert found.score == pytest.approx(14.76, abs=0.01)


def test_a_word_of_seven_letters_is_long_and_one_of_six_is_not():
    assert measure("arbejde butik gulvet").long_words == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mød kl. 9 hver dag",
        "Du starter den 3. maj i butikken",
        "Ca. 10 timer pr. uge",
        "Det er bl.a. brød og evt. kager",
        "Du får 8.30 om dagen",
        "Ring på tlf. og spørg efter nr. 4",
        "Vi har brød, kager m.v. i butikken",
    ],
)
def test_dots_inside_a_sentence_end_nothing(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Hej! Er du klar? Så kom.", ["Hej!", "Er du klar?", "Så kom."]),
        ("Du skal: pakke brød", ["Du skal:", "pakke brød"]),
        ("Pak brød\nVask gulv", ["Pak brød", "Vask gulv"]),
        ("Du skal: – pakke – vaske", ["Du skal:", "pakke", "vaske"]),
        ("1. Pak brød\n2) Vask gulv", ["Pak brød", "Vask gulv"]),
        ("Du pakker brød m.m. Du får løn.", ["Du pakker brød m.m.", "Du får løn."]),
        ("Vi er glade – og du er med", ["Vi er glade – og du er med"]),
        ("Pak • Vask • Fej", ["Pak", "Vask", "Fej"]),
        ("...\n-\n", []),
    ],
)
def test_marks_lines_and_bullets_end_sentences(text, pieces):
    assert sentences(text) == pieces


def test_the_longest_sentence_is_told_in_words():
    assert measure("Kom nu. Vi har et job til dig i butikken.").longest_sentence == 8


def test_a_text_without_words_measures_nothing():
    assert measure(" – \n ! ") == Lix(score=0.0, words=0, sentences=0, long_words=0, longest_sentence=0)


@given(st.text())
def test_any_text_can_be_measured(text):
    found = measure(text)
    assert found.score >= 0
    assert found.long_words <= found.words
    assert found.longest_sentence <= found.words
    assert found.sentences == len(sentences(text))


@given(st.lists(st.sampled_from(["Du pakker brød.", "Vask gulvet!", "Er du klar?"]), min_size=1))
def test_sentences_join_on_one_line_or_many_alike(parts):
    assert measure(" ".join(parts)) == measure("\n".join(parts))
