"""Reading stored answers: what was asked and said comes out, and nothing makes it fail."""

import json

from hypothesis import given
from hypothesis import strategies as st

from portal import answers

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


def test_question_and_answer_come_out_in_their_own_words() -> None:
    stored = json.dumps(
        [
            {"key": "fits", "question": "Hvad passer på dig?", "value": "stu", "text": "Jeg går på STU"},
            {"key": "trades", "question": "Arbejde?", "value": ["shop", "farm"], "text": "Butik, Gård"},
        ]
    )
    fits, trades = answers.read(stored)
    assert (fits.question, fits.text, fits.values) == ("Hvad passer på dig?", "Jeg går på STU", ("stu",))
    assert trades.values == ("shop", "farm")


def test_a_skipped_question_is_shown_but_not_found() -> None:
    read = answers.read('[{"key": "more", "question": "Mere?", "value": "", "text": ""}]')
    assert [answer.key for answer in read] == ["more"]
    assert answers.find(read, "more") is None


def test_an_answer_of_several_fields_has_all_their_values() -> None:
    stored = '[{"key": "contact", "value": {"phone": "20112233", "email": ""}, "question": "?"}]'
    assert answers.read(stored)[0].values == ("20112233",)


def test_without_a_text_the_values_stand_in_for_it() -> None:
    assert answers.read('[{"key": "a", "value": ["x", "y"]}]')[0].text == "x, y"


@given(st.text(max_size=40) | JSON.map(json.dumps))
def test_nothing_stored_makes_it_fail(stored: str) -> None:
    assert all(answer.key for answer in answers.read(stored))
