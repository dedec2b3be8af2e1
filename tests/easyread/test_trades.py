"""Trades and job types: the lists of the design, and what an ad belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.job_types import recognise_job_type
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.trade_words import EMPLOYER_WORDS, ROLE_WORDS, WORKPLACE_WORDS
from portal.easyread.trades import TRADES, by_slug, recognise_trade

SLUGS = {
    "shop": "butik",
    "kitchen": "koekken",
    "warehouse": "lager",
    "care": "skole-og-omsorg",
    "outdoors": "have-og-gaard",
    "cars": "auto",
    "crafts": "haandvaerk",
    "office": "kontor",
    "cleaning": "rengoering",
    "transport": "transport",
    "housing": "bolig",
    "other": "andet",
}


def test_there_are_twelve_trades_with_their_slugs():
    assert {key: trade.slug for key, trade in TRADES.items()} == SLUGS


def test_a_trade_is_found_by_its_slug():
    assert by_slug("koekken") == TRADES["kitchen"]
    assert by_slug("ukendt") is None


def test_every_trade_has_a_picture_and_its_words():
    assert {trade.pictogram for trade in TRADES.values()} <= PICTOGRAMS.keys()
    assert EMPLOYER_WORDS.keys() == ROLE_WORDS.keys() == WORKPLACE_WORDS.keys() == TRADES.keys()


@pytest.mark.parametrize(
    ("title", "employer", "tasks", "trade"),
    [
        ("Pakkemedarbejder i bageren", "Bilka Slagelse", "Pakke brød", "shop"),
        ("Lager og flasker", "Meny", "", "shop"),
        ("Køkkenmedhjælper på plejehjem", "Køge Kommune", "", "kitchen"),
        ("Lagermedarbejder", "Nordpak", "", "warehouse"),
        ("Pedelmedhjælper", "Nordskolen", "", "care"),
        ("Gartnerimedhjælper", "Grøn Glæde", "", "outdoors"),
        ("Klargøring af biler", "Auto Nord", "", "cars"),
        ("Snedkerhjælper", "Høvlen", "", "crafts"),
        ("Kontormedhjælper", "Firmaet", "", "office"),
        ("Rengøringsassistent", "Firmaet", "", "cleaning"),
        ("Medhjælper på bilen", "Vognmand Hjulby", "", "transport"),
        ("Gårdmand", "Boligforeningen Fællesbo", "", "housing"),
        ("Museumsmedhjælper", "Museet", "", "other"),
        ("Medarbejder", "Firmaet", "Slå græs\nLuge bede", "outdoors"),
        ("Medarbejder", "Firmaet", "", "other"),
        ("", "", "", "other"),
    ],
)
def test_an_ad_belongs_to_a_trade(title, employer, tasks, trade):
    assert recognise_trade(title, employer, tasks) == trade


@given(st.text(), st.text(), st.text())
def test_any_ad_has_a_trade(title, employer, tasks):
    assert recognise_trade(title, employer, tasks) in TRADES


@pytest.mark.parametrize(
    ("title", "body", "job_type"),
    [
        ("Hjælper", "<p>Ansøgere skal være tilkendt førtidspension.</p>", "skaanejob"),
        ("Hjælper", "Job med løntilskud til førtidspensionister", "skaanejob"),
        ("Hjælper", "Du skal være visiteret til fleksjob", "fleksjob"),
        ("Fleksjob i kantinen", "Vi har også folk på førtidspension", "fleksjob"),
        ("Hjælper", "Du skal have førtidspension. KLAPjob hjælper også folk i fleksjob.", "skaanejob"),
        ("Hjælper", "Jobbet er ikke et fleksjob, men et skånejob", "skaanejob"),
        ("Hjælper", "Du skal have førtidspension eller fleksjob", "unknown"),
        ("Hjælper", "Et almindeligt job", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_an_ad_states_its_job_type(title, body, job_type):
    assert recognise_job_type(title, body) == job_type


@given(st.text(), st.text())
def test_any_ad_has_a_job_type(title, body):
    assert recognise_job_type(title, body) in {"skaanejob", "fleksjob", "unknown"}
