"""The question about the municipality fits the place that was written."""

import pytest

from portal.apply import engine, residence
from portal.apply.kinds import Answer
from portal.apply.questions import BY_KEY


def asked_about(place: str) -> engine.Asked:
    answers = {"place": Answer(key="place", question="Hvor bor du?", value=place, text=place)}
    return engine.ask(BY_KEY["municipality"], answers)


def test_one_likely_municipality_is_asked_about_by_name() -> None:
    asked = asked_about("4200")
    assert asked.heading == "Bor du i Slagelse Kommune?"
    assert [(o.value, o.words) for o in asked.options] == [
        ("0330", "Ja, i Slagelse Kommune"),
        ("other", "Nej, i en anden kommune"),
        ("dont_know", "Det ved jeg ikke"),
    ]


def test_of_several_towns_with_a_name_the_person_chooses() -> None:
    asked = asked_about("Nykøbing")
    assert asked.heading == "Hvilken kommune bor du i?"
    assert [o.words for o in asked.options] == [
        "Odsherred Kommune",
        "Guldborgsund Kommune",
        "Morsø Kommune",
        "En anden kommune",
        "Det ved jeg ikke",
    ]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("0101", "Københavns Kommune"),
        ("0400", "Bornholms Regionskommune"),
        ("0480", "Nordfyns Kommune"),
        ("0751", "Aarhus Kommune"),
    ],
)
def test_a_municipality_has_the_name_of_its_letters(code: str, name: str) -> None:
    assert residence.full_name(code) == name


def test_the_list_holds_all_municipalities_in_danish_order_and_dont_know() -> None:
    names = [choice.words.you for choice in residence.all_choices()]
    assert len(names) == 99
    assert names[0] == "Albertslund Kommune"
    assert names[-5:] == [
        "Ærø Kommune",
        "Aabenraa Kommune",
        "Aalborg Kommune",
        "Aarhus Kommune",
        "Det ved jeg ikke",
    ]
