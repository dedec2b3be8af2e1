"""The questions as data: complete, easy to read, and drawn."""

import pytest

from portal.apply import engine, questions
from portal.apply.kinds import Answer, Kind, Question
from portal.easyread import lix
from portal.easyread.pictograms import PICTOGRAMS

HELPED = {"who": Answer(key="who", question=questions.BY_KEY["who"].heading.you, value="helper", text="")}


def asked_both_ways(question: Question) -> list[engine.Asked]:
    return [engine.ask(question, {}), engine.ask(question, HELPED)]


def words_of(asked: engine.Asked) -> list[str]:
    options = [text for option in asked.options for text in (option.words, option.hint, option.stop)]
    return [text for text in (asked.heading, asked.hint, asked.missing, *asked.body, *options) if text]


def test_the_questions_come_in_this_order() -> None:
    assert [question.key for question in questions.QUESTIONS] == [
        "who",
        "person_knows",
        "helper_name",
        "helper_role",
        "helper_phone",
        "answers_to",
        "helper_mail",
        "name",
        "contact",
        "place",
        "municipality",
        "municipality_other",
        "fits",
        "stu_status",
        "special_class",
        "support",
        "capacity",
        "school",
        "school_ends",
        "trades",
        "tell_more",
        "age",
        "birth_year",
        "job_now",
        "hours",
        "travel",
        "considerations",
        "call_time",
        "more_how",
        "more",
        "voice",
        "consent",
    ]


def test_keys_and_addresses_are_unique() -> None:
    assert len(questions.BY_KEY) == len(questions.BY_SLUG) == len(questions.QUESTIONS) + 1


def test_every_picture_exists() -> None:
    used = {choice.picture for question in questions.QUESTIONS for choice in question.choices} - {""}
    assert used - set(PICTOGRAMS) == set()


def test_only_what_is_needed_must_be_answered() -> None:
    needed = {q.key for q in questions.QUESTIONS if not q.optional and q.kind not in {Kind.CHOICE, Kind.LIST}}
    assert needed == {"name", "contact", "helper_name", "helper_phone"}


@pytest.mark.parametrize(
    "key",
    [
        "municipality",
        "municipality_other",
        "fits",
        "stu_status",
        "special_class",
        "support",
        "capacity",
        "school_ends",
        "hours",
    ],
)
def test_who_does_not_know_can_say_so(key: str) -> None:
    assert "dont_know" in {option.value for option in engine.ask(questions.BY_KEY[key], {}).options}


@pytest.mark.parametrize("question", questions.QUESTIONS, ids=lambda q: q.key)
def test_a_page_shows_at_most_five_choices_before_more(question: Question) -> None:
    folded = {Kind.SEVERAL, Kind.LIST}
    assert question.kind in folded or all(len(a.options) <= 5 for a in asked_both_ways(question))


@pytest.mark.parametrize("question", questions.QUESTIONS, ids=lambda q: q.key)
def test_no_sentence_is_longer_than_fifteen_words(question: Question) -> None:
    texts = [text for asked in asked_both_ways(question) for text in words_of(asked)]
    assert [text for text in texts if lix.measure(text).longest_sentence > 15] == []


@pytest.mark.parametrize("question", questions.QUESTIONS, ids=lambda q: q.key)
def test_the_texts_blame_nobody_and_shorten_nothing(question: Question) -> None:
    texts = " ".join(text for asked in asked_both_ways(question) for text in words_of(asked)).lower()
    assert [
        word for word in ("ugyldig", "fejl", "skal udfyldes", "f.eks", "bl.a", "*") if word in texts
    ] == []


def test_a_helper_reads_about_the_person_and_not_about_you() -> None:
    about_person = ("name", "contact", "place", "fits", "trades", "more", "consent")
    for key in about_person:
        to_you, to_helper = asked_both_ways(questions.BY_KEY[key])
        assert to_you.heading != to_helper.heading
        assert to_helper.autocomplete == "off"
