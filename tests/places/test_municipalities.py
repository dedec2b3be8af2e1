"""The 98 municipalities, the nine areas, the regions by date."""

from datetime import date

import pytest

from portal.places import areas
from portal.places.municipalities import MUNICIPALITIES, by_code, by_name


def test_there_are_98_municipalities_with_a_code_each():
    assert len({place.code for place in MUNICIPALITIES}) == len(MUNICIPALITIES) == 98


@pytest.mark.parametrize("code", ["0330", "330", " 0330 "])
def test_a_municipality_is_known_by_its_code(code):
    assert by_code(code).name == "Slagelse"


@pytest.mark.parametrize("code", ["", "0001", "9999", "Slagelse"])
def test_an_unknown_code_gives_nothing(code):
    assert by_code(code) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Århus", "Aarhus"),
        ("Aarhus Kommune", "Aarhus"),
        ("Ålborg", "Aalborg"),
        ("Nordfyn", "Nordfyns"),
        ("Nordfyns", "Nordfyns"),
        ("Nordfyns Kommune", "Nordfyns"),
        ("slagelse kommune", "Slagelse"),
        ("Faaborg Midtfyn", "Faaborg-Midtfyn"),
        ("Fåborg-Midtfyn", "Faaborg-Midtfyn"),
        ("Københavns Kommune", "København"),
        ("Bornholms Regionskommune", "Bornholm"),
        ("Vesthimmerland", "Vesthimmerlands"),
        ("Høje Tåstrup", "Høje-Taastrup"),
        ("LYNGBY TAARBÆK", "Lyngby-Taarbæk"),
        ("Assens Kommune", "Assens"),
        ("Randers", "Randers"),
        ("Læsø", "Læsø"),
    ],
)
def test_a_municipality_is_known_by_what_people_write(text, name):
    assert by_name(text).name == name


@pytest.mark.parametrize("text", ["", "Kommune", "Atlantis", "Slagels"])
def test_an_unknown_name_gives_nothing(text):
    assert by_name(text) is None


def test_every_official_name_finds_itself():
    assert [by_name(place.name) for place in MUNICIPALITIES] == list(MUNICIPALITIES)


def test_each_municipality_lies_in_exactly_one_of_nine_areas():
    spread = [code for area in areas.AREAS for code in area.municipality_codes]
    assert (len(areas.AREAS), sorted(spread)) == (9, sorted(place.code for place in MUNICIPALITIES))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Dragør", "koebenhavn"),
        ("Tårnby", "koebenhavn"),
        ("Gentofte", "koebenhavn"),
        ("Furesø", "nordsjaelland"),
        ("Bornholm", "bornholm"),
        ("Køge", "sjaelland"),
        ("Lolland", "sjaelland"),
        ("Ærø", "fyn"),
        ("Vejle", "sydjylland"),
        ("Samsø", "oestjylland"),
        ("Viborg", "vestjylland"),
        ("Morsø", "nordjylland"),
    ],
)
def test_areas_are_the_everyday_ones(name, slug):
    assert areas.of_municipality(by_name(name).code) == areas.by_slug(slug)


def test_areas_have_danish_names_in_a_fixed_order():
    assert [area.name for area in areas.AREAS] == [
        *("København", "Nordsjælland", "Bornholm", "Sjælland", "Fyn"),
        *("Sydjylland", "Østjylland", "Vestjylland", "Nordjylland"),
    ]


def test_an_unknown_area_gives_nothing():
    assert (areas.by_slug("skaane"), areas.of_municipality("9999")) == (None, None)


@pytest.mark.parametrize(
    ("code", "day", "region"),
    [
        ("0330", date(2026, 12, 31), "Sjælland"),
        ("0330", date(2027, 1, 1), "Østdanmark"),
        ("0101", date(2026, 12, 31), "Hovedstaden"),
        ("0101", date(2027, 1, 1), "Østdanmark"),
        ("0751", date(2027, 1, 1), "Midtjylland"),
        ("9999", date(2027, 1, 1), None),
    ],
)
def test_the_region_depends_on_the_day(code, day, region):
    assert areas.region_of(code, day) == region


def test_there_are_five_regions_today_and_four_from_2027():
    def regions(day):
        return {areas.region_of(place.code, day) for place in MUNICIPALITIES}

    assert (len(regions(date(2026, 11, 22))), len(regions(date(2027, 6, 1)))) == (5, 4)
