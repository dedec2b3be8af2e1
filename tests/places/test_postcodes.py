"""Postal codes, towns as people write them, and distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.distance import km
from portal.places.municipalities import MUNICIPALITIES, by_code
from portal.places.postcodes import POSTCODES, by_number, find_towns, locate


def test_all_1089_postal_codes_resolve_to_a_municipality():
    assert len({place.number for place in POSTCODES}) == len(POSTCODES) == 1089
    assert [place.number for place in POSTCODES if by_code(place.municipality_code) is None] == []


def test_every_municipality_has_a_postal_code():
    assert {place.municipality_code for place in POSTCODES} == {place.code for place in MUNICIPALITIES}


@pytest.mark.parametrize(
    ("number", "town", "municipality"),
    [
        ("8000", "Aarhus C", "Aarhus"),
        ("2635", "Ishøj", "Ishøj"),
        ("4200", "Slagelse", "Slagelse"),
        ("2920", "Charlottenlund", "Gentofte"),
        ("3700", "Rønne", "Bornholm"),
        ("8305", "Samsø", "Samsø"),
        ("6720", "Fanø", "Fanø"),
        ("9940", "Læsø", "Læsø"),
        ("3390", "Hundested", "Halsnæs"),
        ("4793", "Bogø By", "Vordingborg"),
        ("8592", "Anholt", "Norddjurs"),
    ],
)
def test_known_postal_codes_lie_where_they_should(number, town, municipality):
    found = by_number(number)
    assert (found.town, by_code(found.municipality_code).name) == (town, municipality)


@pytest.mark.parametrize("written", [4200, "4200", " 4200 ", "DK-4200", "dk4200"])
def test_a_postal_code_may_be_written_in_several_ways(written):
    assert by_number(written).town == "Slagelse"


@pytest.mark.parametrize(
    "written", [0, 800, "", "0800", "1001", "8100", "42000", "Slagelse", "٤٢٠٠", "4200 Slagelse"]
)
def test_po_boxes_and_other_texts_are_no_postal_code(written):
    assert by_number(written) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("slagelse", ["4200"]),
        ("Århus C", ["8000"]),
        ("Aarhus", ["8000", "8200", "8210"]),
        ("Kbh N", ["2200"]),
        ("Kbh. N", ["2200"]),
        ("Nørrebro", ["2200"]),
        ("kgs. lyngby", ["2800"]),
        ("Sdr. Omme", ["7260"]),
        ("Nykøbing Falster", ["4800"]),
        ("nykøbing", ["4500", "4800", "7900"]),
        ("Grenå", ["8500"]),
        ("Faxe", ["4640"]),
        ("Char", ["2920"]),
        ("slagelsse", ["4200"]),
        ("Hilerød", ["3400"]),
        ("arhus", ["8000", "8200", "8210"]),
        ("Ri", []),
        ("Ryy", []),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_town_is_found_exactly_then_by_its_beginning_then_with_one_error(text, numbers):
    assert [place.number for place in find_towns(text)] == numbers


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("4200", [("4200", "Slagelse", "0330")]),
        ("4200 Slagelse", [("4200", "Slagelse", "0330")]),
        ("4200 slagelsse", [("4200", "Slagelse", "0330")]),
        ("DK-4200 Slagelse", [("4200", "Slagelse", "0330")]),
        ("slagelse", [("4200", "Slagelse", "0330")]),
        ("Kbh N", [("2200", "København N", "0101")]),
        ("København K", [("", "København K", "0101")]),
        ("1050", [("1050", "København K", "0101")]),
        ("Århus C", [("8000", "Aarhus C", "0751")]),
        (
            "Aarhus",
            [("8000", "Aarhus C", "0751"), ("8200", "Aarhus N", "0751"), ("8210", "Aarhus V", "0751")],
        ),
        ("4200 Odense C", [("4200", "Slagelse", "0330"), ("5000", "Odense C", "0461")]),
        ("1001 Aarhus C", [("8000", "Aarhus C", "0751")]),
        ("Guldborgsund", [("", "", "0376")]),
        ("Gladsaxe Kommune", [("", "", "0159")]),
        ("1001", []),
        ("ved ikke", []),
        ("", []),
    ],
)
def test_the_answer_to_postal_code_or_town_gives_candidates(text, places):
    assert [(p.postal_code, p.town, p.municipality_code) for p in locate(text)] == places


@given(st.text(max_size=200))
def test_any_answer_is_taken_and_every_candidate_is_real(text):
    assert all(by_code(place.municipality_code) for place in locate(text))


def test_the_distance_from_copenhagen_to_aarhus():
    assert round(km(55.6761, 12.5683, 56.1567, 10.2108)) == 156


LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(lat1, lon1, lat2, lon2):
    there = km(lat1, lon1, lat2, lon2)
    assert there == pytest.approx(km(lat2, lon2, lat1, lon1))
    assert 0 <= there <= 20_016
