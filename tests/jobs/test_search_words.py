"""Free-text search of the board: Danish words, names, places, typing errors."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_employers
from portal import clock
from portal.jobs import search
from portal.jobs.search import Search
from strict_client import StrictClient

SHOPS = ["Netto", "Dagli'Brugsen"]


@pytest.fixture
def ads(session: Session) -> None:
    """Five ads that differ in every word, the first one the newest."""
    for age, stated in enumerate(
        (
            {"title": "Vikingemuseet - hjælp på museet", "employer": "Museet", "town": "Roskilde"},
            {"title": "Netto Århus C - butiksmedarbejder", "employer": "Netto", "town": "Aarhus C"},
            {"title": "Skolekøkkenet - køkkenmedarbejder", "employer": "Skolen", "town": "Kongens Lyngby"},
            {"title": "Brugsen Høng - servicemedarbejder", "employer": "Dagli'Brugsen", "town": "Høng"},
            {"title": "Rideskolen - hjælp i stalden", "employer": "Rideskolen", "postal_code": "2100"},
        )
    ):
        make_ad(session, published_on=clock.today() - timedelta(days=age), **stated)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("museum", ["Museet"]),
        ("MUSEET", ["Museet"]),
        ("butik", SHOPS),
        ("supermarked", SHOPS),
        ("forretning", SHOPS),
        ("butikker", SHOPS),
        ("køkken", ["Skolen"]),
        ("kok", ["Skolen"]),
        ("lave mad", ["Skolen"]),
        ("Koekken", ["Skolen"]),
        ("dagli brugsen", ["Dagli'Brugsen"]),
        ("daglibrugsen", ["Dagli'Brugsen"]),
        ("heste", ["Rideskolen"]),
        ("ridesk", ["Rideskolen"]),
        ("aarhus", ["Netto"]),
        ("Århus", ["Netto"]),
        ("Kgs. Lyngby", ["Skolen"]),
        ("kbh", ["Rideskolen", "Skolen"]),
        ("2100", ["Rideskolen"]),
        ("2100 København Ø", ["Rideskolen"]),
        ("have", []),
        ("jeg vil gerne have job i butik i Aarhus", ["Netto"]),
        ("butik roskilde", []),
        ("Østjylland", ["Netto"]),
        ("sjælland", ["Museet", "Dagli'Brugsen"]),
        ("mus", []),
    ],
)
def test_a_word_finds_the_ads_that_mean_it(
    client: StrictClient, ads: None, typed: str, found: list[str]
) -> None:
    page = client.get("/job", query_string={"q": typed}).text
    assert ([] if "Vi fandt ingen jobs" in page else shown_employers(page)) == found


@pytest.mark.parametrize("typed", ["musseum", "muesum", "rosklide", "roskilda"])
def test_typing_errors_are_forgiven_and_the_page_says_so(client: StrictClient, ads: None, typed: str) -> None:
    page = client.get("/job", query_string={"q": typed}).text
    assert shown_employers(page) == ["Museet"]
    assert "Vi fandt ikke alle dine ord. Nu ser du jobs, der ligner." in page


def test_words_that_are_found_need_no_note(client: StrictClient, ads: None) -> None:
    assert "jobs, der ligner" not in client.get("/job?q=museum").text


@pytest.mark.parametrize("typed", ["job", "jeg vil gerne", "?!", "🙂"])
def test_words_without_a_meaning_show_all_jobs_and_an_example(
    client: StrictClient, ads: None, typed: str
) -> None:
    page = client.get("/job", query_string={"q": typed}).text
    assert len(shown_employers(page)) == 5
    assert "Nu ser du alle jobs." in page


def test_a_hit_in_the_title_comes_before_one_in_the_tasks(client: StrictClient, session: Session) -> None:
    tasks = "<p>Opgaver:</p><ul><li>Passe heste</li></ul>"
    make_ad(session, title="Medhjælper på gården", employer="I opgaverne", body_html=tasks)
    make_ad(session, title="Passe heste", employer="I titlen")
    assert shown_employers(client.get("/job?q=heste").text) == ["I titlen", "I opgaverne"]


def test_a_whole_word_comes_before_one_that_only_begins_so(client: StrictClient, session: Session) -> None:
    tasks = "<p>Opgaver:</p><ul><li>Passe hunde</li></ul>"
    make_ad(session, title="Fylde varer op i Hundslund", employer="I byen")
    make_ad(session, title="Passe hunde", employer="I titlen", body_html=tasks)
    assert shown_employers(client.get("/job?q=hund").text) == ["I titlen", "I byen"]


def test_a_town_is_not_taken_for_words_that_begin_like_its_stem(
    client: StrictClient, session: Session
) -> None:
    make_ad(session, title="Hjælpe slagteren", employer="Slagteren", postal_code="8350")
    make_ad(session, title="Hjælpe bageren", employer="Bageren", postal_code="4200")
    assert shown_employers(client.get("/job?q=Slagelse").text) == ["Bageren"]


@pytest.mark.parametrize(("typed", "found"), [("suppermarked", ["Netto", "Dagli'Brugsen"])])
def test_typing_errors_in_words_that_mean_another_are_forgiven(
    client: StrictClient, ads: None, typed: str, found: list[str]
) -> None:
    page = client.get("/job", query_string={"q": typed}).text
    assert shown_employers(page) == found


VOCABULARY = ("brand", "vejen", "slagelse", "koekken", "4220", "butik")


@pytest.mark.parametrize(
    ("term", "tokens"),
    [
        ({"butik"}, {"butik"}),
        ({"butikken", "butik"}, {"butik"}),
        ({"koek"}, {"koekken"}),
        ({"koe"}, set()),
        ({"kokken"}, {"koekken"}),
        ({"slaagelsse"}, {"slagelse"}),
        ({"4200"}, set()),
        ({"vejle"}, set()),
        ({"xyzzy"}, set()),
    ],
)
def test_how_a_typed_word_meets_the_words_there_are(term: set[str], tokens: set[str]) -> None:
    assert [word.tokens for word in search.meet([frozenset(term)], VOCABULARY).words] == [tokens]


def test_only_the_first_unknown_words_are_guessed_at() -> None:
    typed = [frozenset({word}) for word in ("butic", "slagelsa", "brant", "vejem")]
    met = search.meet(typed, VOCABULARY)
    assert [sorted(word.tokens) for word in met.words] == [["butik"], ["slagelse"], ["brand"], []]


def test_an_empty_search_filters_nothing(session: Session) -> None:
    assert search.read(session, "job") == Search()
    assert search.scores(session, Search()) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_looked_for(typed: str, known: str) -> None:
    terms = [frozenset({word}) for word in typed.split()]
    met = search.meet(terms, known.split())
    assert len(met.words) == len(terms)
    assert {token for word in met.words for token in word.tokens} <= set(known.split())
