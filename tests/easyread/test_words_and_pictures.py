"""Glossary, pictograms and word lists: complete, easy to read, each in one meaning."""

import re

import pytest

from portal.easyread.glossary import GLOSSARY, words_in
from portal.easyread.lix import measure
from portal.easyread.matching import fold, word_pattern
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.task_words import PICTURES

DANISH = "abcdefghijklmnopqrstuvwxyzæøå"
# Dollar note, faces, world map: not for this tone, or not Danish.
AVOIDED = {"1F4B5", "1F914", "1F937", "1F5FA"}


def test_the_glossary_explains_at_least_40_words():
    assert len(GLOSSARY) >= 40
    assert {"foertidspension", "skaanejob", "praktik", "stu", "bostoette", "cv"} <= GLOSSARY.keys()


@pytest.mark.parametrize("entry", GLOSSARY.values(), ids=GLOSSARY.keys())
def test_a_meaning_is_one_easy_sentence(entry):
    meaning = measure(entry.meaning)
    assert (meaning.sentences, meaning.words <= 15, meaning.score <= 25) == (1, True, True)


def test_all_meanings_together_are_very_easy():
    assert measure("\n".join(entry.meaning for entry in GLOSSARY.values())).score <= 20


def test_the_glossary_stands_in_danish_order():
    words = [
        [DANISH.find(letter) for letter in entry.word.lower() if letter.isalpha()]
        for entry in GLOSSARY.values()
    ]
    assert words == sorted(words)


def test_slugs_fit_an_address():
    assert all(re.fullmatch(r"[a-z-]+", slug) for slug in GLOSSARY)


def test_the_explained_words_of_a_text_come_in_the_order_of_use():
    found = words_in(
        "Jobbet er et SKÅNEJOB. Du skal have førtidspensionen, og du starter i praktik. Et skånejob!"
    )
    assert [entry.slug for entry in found] == ["skaanejob", "foertidspension", "praktik"]


def test_a_text_of_plain_words_needs_no_explaining():
    assert words_in("Du pakker brød i en butik.") == ()


def test_each_drawing_stands_for_one_idea():
    drawings = [pictogram.openmoji for pictogram in PICTOGRAMS.values()]
    words = [pictogram.word for pictogram in PICTOGRAMS.values()]
    assert len(set(drawings)) == len(drawings)
    assert len(set(words)) == len(words)


def test_drawings_have_openmoji_names_and_none_is_avoided():
    assert all(
        re.fullmatch(r"[0-9A-F]{4,5}(-[0-9A-F]{4,5})*", entry.openmoji) for entry in PICTOGRAMS.values()
    )
    assert AVOIDED.isdisjoint(entry.openmoji for entry in PICTOGRAMS.values())


def test_a_pictogram_knows_its_key():
    assert {key: pictogram.key for key, pictogram in PICTOGRAMS.items()} == {key: key for key in PICTOGRAMS}


def test_pictures_of_tasks_exist():
    assert {key for _, key in PICTURES} <= PICTOGRAMS.keys()


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("lager", "på lager", True),
        ("lager", "lageret", False),
        ("lager*", "lageret", True),
        ("*hjælper", "køkkenhjælper", True),
        ("*hjælper", "hjælperen", False),
        ("*rengøring*", "slutrengøringen", True),
        ("super brugsen", "Super\n Brugsen", True),
        ("klargør* biler*", "klargøre bilerne", True),
        ("dagli'brugsen", "Dagli’Brugsen", True),
        ("skånejob", "SKÅNE\u00adJOB", True),
        ("kok, tjener", "tjener", True),
        ("", "alt", False),
    ],
)
def test_words_are_found_in_the_notation_of_the_lists(words, text, found):
    assert bool(word_pattern(words).search(fold(text))) == found
