"""The place a reader asks about: what it may be, and how far away a job is."""

import pytest

from portal.jobs.around import Centre, centres

SLAGELSE = Centre(name="Slagelse", lat=55.4028, lon=11.3546)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("4200", ["4200 Slagelse"]),
        ("4200 Slagelse", ["4200 Slagelse"]),
        ("slagelse", ["4200 Slagelse"]),
        ("Slagelze", ["4200 Slagelse"]),
        ("Århus", ["Aarhus"]),
        ("Aarhus N", ["8200 Aarhus N"]),
        ("kbh", ["København"]),
        ("Kgs. Lyngby", ["2800 Kongens Lyngby"]),
        ("Slagelse Kommune", ["Slagelse Kommune"]),
        ("Gladsaxe", ["Gladsaxe Kommune"]),
        ("Nykøbing", ["4500 Nykøbing Sj", "4800 Nykøbing F", "7900 Nykøbing M"]),
        ("Langtbortistan", []),
        ("9999", []),
        ("", []),
        ("%00'; --", []),
    ],
)
def test_what_somebody_may_mean(typed: str, names: list[str]) -> None:
    assert [centre.name for centre in centres(typed)] == names


@pytest.mark.parametrize("typed", ["4200", "Århus", "kbh", "Slagelse Kommune", "Gladsaxe", "Nykøbing F"])
def test_its_name_finds_the_same_place_again(typed: str) -> None:
    first = centres(typed)[0]
    assert centres(first.name)[0] == first


def test_a_job_is_as_far_away_as_the_crow_flies() -> None:
    km = SLAGELSE.km_to(lat=55.4376, lon=11.5666, municipality_code="0340")
    assert km is not None
    assert round(km) == 14


def test_nobody_knows_how_far_away_a_job_without_a_position_is() -> None:
    assert SLAGELSE.km_to(lat=None, lon=None, municipality_code=None) is None


def test_all_of_a_municipality_is_near_where_the_municipality_is_meant() -> None:
    here = centres("Slagelse Kommune")[0]
    assert here.km_to(lat=55.2, lon=11.2, municipality_code="0330") == 0
    assert here.km_to(lat=None, lon=None, municipality_code="0330") == 0
