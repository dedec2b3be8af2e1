"""The place of an ad, from whatever its fields say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.municipalities import by_code
from portal.places.recognise import UNKNOWN, AdPlace, place_of_ad


def slagelse(known_by):
    return AdPlace(municipality_code="0330", postal_code="4200", town="Slagelse", known_by=known_by)


@pytest.mark.parametrize(
    ("fields", "known_by"),
    [
        ({"municipality": "0330", "postal_code": 4200}, "municipality_code"),
        ({"municipality": "Slagelse Kommune", "town": "Slagelse"}, "municipality_name"),
        ({"postal_code": 4200}, "postal_code"),
        ({"postal_code": "4200", "town": "Et andet sted"}, "postal_code"),
        ({"address": "Eksempelvej 12, 4200 Slagelse"}, "postal_code"),
        ({"town": "4200 Slagelse"}, "postal_code"),
        ({"town": "slagelse"}, "town"),
        ({"title": "Bilka Slagelse - pakning i bageriet"}, "title"),
    ],
)
def test_the_surest_field_that_answers_tells_the_place(fields, known_by):
    assert place_of_ad(**fields) == slagelse(known_by)


def test_the_municipality_of_the_ad_wins_over_its_postal_code():
    place = place_of_ad(municipality="Sorø", postal_code=4200, title="REMA 1000 Odense")
    assert place == AdPlace(
        municipality_code="0340", postal_code="4200", town="Slagelse", known_by="municipality_name"
    )


def test_an_unknown_municipality_leaves_the_word_to_the_next_field():
    assert place_of_ad(municipality="Udlandet", postal_code=4200) == slagelse("postal_code")


def test_a_city_of_several_postal_codes_is_known_without_one():
    assert place_of_ad(town="Aarhus") == AdPlace(
        municipality_code="0751", postal_code="", town="Aarhus", known_by="town"
    )


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Meny Charlottenlund - lager og flasker", "0157"),
        ("REMA 1000 Ry - varer på plads", "0746"),
        ("Netto Århus C: opfyldning", "0751"),
        ("SuperBrugsen Nykøbing Falster - frugt og grønt", "0376"),
        ("Hjælp i stalden, Nørre Snede", "0756"),
        ("Kbh. N - køkkenhjælp", "0101"),
        ("føtex Gladsaxe - bager", "0159"),
        ("REMA 1000 Give - frugt", "0630"),
        ("Dagli'Brugsen Viby - flasker", None),
        ("Give en hånd med i butikken", None),
        ("Kom og gør en forskel", None),
        ("", None),
    ],
)
def test_a_name_in_the_title_is_the_last_resort(title, code):
    assert place_of_ad(title=title).municipality_code == code


def test_nothing_recognised_is_said_plainly():
    assert place_of_ad(municipality="?", postal_code="", town="Nykøbing", title="Job") == UNKNOWN


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=40), st.text(max_size=80))
def test_any_ad_gives_a_real_municipality_or_none(municipality, postal_code, town, title):
    place = place_of_ad(municipality=municipality, postal_code=postal_code, town=town, title=title)
    assert (place.municipality_code is None) == (place.known_by == "")
    assert place.municipality_code is None or by_code(place.municipality_code)
