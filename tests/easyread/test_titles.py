"""Plain titles: what one does where the role is known, else the role tidied, never names or contacts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.titles import MAX_TITLE_CHARACTERS, plain_title


def title_of(title, employer="Firmaet", town="Køge", trade="shop", first_task=""):
    return plain_title(title=title, employer=employer, town=town, trade=trade, first_task=first_task)


@pytest.mark.parametrize(
    ("title", "employer", "town", "plain"),
    [
        ("Bilka Slagelse - pakkemedarbejder i bageren", "Bilka Slagelse", "Slagelse", "Pakke brød i bageren"),
        ("Meny Charlottenlund - lager og flasker", "Meny", "Charlottenlund", "Passe flasker og lager"),
        ("Køkkenmedhjælper til Plejecenter Solbakken, Køge", "Køge Kommune", "Køge", "Hjælpe i køkkenet"),
        (
            "REMA 1000 Vestergade, Aalborg: Skånejob i frugt og grønt",
            "REMA 1000",
            "Aalborg",
            "Job i frugt og grønt",
        ),
        ("SKÅNEJOB - RENGØRINGSHJÆLP (10-15 timer)", "Rent A/S", "Køge", "Gøre rent"),
        ("Vi søger en rar medarbejder til kantinen i Odense", "Firma A/S", "Odense", "Hjælpe i kantinen"),
        ("Fleksjob som pedelmedhjælper på Nordskolen", "Nordskolen", "Skive", "Hjælpe pedellen"),
        ("Køkken- og kantinehjælper", "Firmaet", "Køge", "Hjælpe i køkkenet og i kantinen"),
        ("Opvask og oprydning hos slagteren", "Brugsen", "Assens", "Vaske op og rydde op hos slagteren"),
        ("Netto, Odder - hjælp ved fryserne", "Netto", "Odder", "Hjælpe ved fryserne"),
        ("It-medhjælper", "Firmaet", "Køge", "It-medhjælper"),
        ("KLAPjob i Dagli'Brugsen Bryrup - mælk og køl", "Dagli'Brugsen", "", "Mælk og køl"),
        ("føtex Viborg", "føtex Viborg", "Viborg", "Job i butik"),
    ],
)
def test_a_title_says_the_work(title, employer, town, plain):
    assert title_of(title, employer, town) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Kok med ansvar for menu og indkøb", "Kok med ansvar for menu og indkøb"),
        ("Opvasker og altmuligmand", "Opvasker og altmuligmand"),
    ],
)
def test_a_role_not_known_in_full_stays_as_the_ad_says_it(title, plain):
    assert title_of(title) == plain


def test_a_title_without_work_is_the_first_task():
    assert title_of("Netto Køge", employer="Netto", first_task="Fylde varer op") == "Fylde varer op"


def test_a_title_without_anything_is_the_trade():
    assert title_of("", trade="housing") == "Job i boligforening"


@pytest.mark.parametrize("title", ["Ring til Hanne Prøve 20304050", "job@example.dk", "Hjælper 010190-1234"])
def test_contacts_and_numbers_never_reach_a_title(title):
    assert title_of(title) == "Job i butik"


def test_a_long_title_is_cut_between_words():
    assert title_of("Medhjælper " + "der kan lide at arbejde " * 5) == (
        "Medhjælper der kan lide at arbejde der kan lide at arbejde"
    )


@given(st.text(), st.text(), st.text(), st.sampled_from(["shop", "other", "ukendt"]))
def test_any_title_becomes_a_short_line(title, employer, town, trade):
    plain = title_of(title, employer, town, trade)
    assert 0 < len(plain) <= MAX_TITLE_CHARACTERS
    assert plain == " ".join(plain.split())
