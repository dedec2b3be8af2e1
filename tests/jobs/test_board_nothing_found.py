"""When no job fits: what to let go of, what is near, whom to ask."""

import pytest
from sqlalchemy.orm import Session

from board_ads import links, make_ad, shown_employers
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


@pytest.fixture
def three(session: Session) -> None:
    make_ad(session, employer="Bilka")
    make_ad(session, employer="Netto", title="Netto Odense - butiksmedarbejder", town="Odense C")
    make_ad(session, employer="Brugsen", title="Butiksmedarbejder", town="Odense C", conditions=("fleksjob",))


@pytest.mark.parametrize(
    ("address", "offers"),
    [
        (
            "/job?omraade=sjaelland&type=fleksjob",
            {"Uden Sjælland: 1 job": "/job?type=fleksjob", "Uden Fleksjob: 1 job": "/job?omraade=sjaelland"},
        ),
        (
            "/job?q=xyzzy&omraade=fyn",
            {"Uden »xyzzy«: 2 jobs": "/job?omraade=fyn"},
        ),
        ("/job?q=bilka&omraade=bornholm", {"Uden Bornholm: 1 job": "/job?q=bilka"}),
        ("/job?q=xyzzy&omraade=bornholm&fag=kontor", {}),
    ],
)
def test_each_choice_that_is_in_the_way_can_be_let_go_of(
    client: StrictClient, three: None, address: str, offers: dict[str, str]
) -> None:
    found = links(client.get(address).text)
    assert {words: found[words] for words in found if words.startswith("Uden")} == offers


def test_the_offer_with_most_jobs_comes_first(client: StrictClient, three: None) -> None:
    make_page = links(client.get("/job?omraade=sjaelland&fag=kontor").text)
    assert [words for words in make_page if words.startswith("Uden")] == ["Uden Kontor: 1 job"]
    page = links(client.get("/job?q=odense&omraade=sjaelland").text)
    assert [words for words in page if words.startswith("Uden")] == [
        "Uden Sjælland: 2 jobs",
        "Uden »odense«: 1 job",
    ]


def test_the_telephone_all_jobs_and_the_open_interest_are_offered(client: StrictClient, three: None) -> None:
    found = links(client.get("/job?q=xyzzy&omraade=fyn").text)
    assert found["Ring til os på 36 35 96 60"] == "tel:+4536359660"
    assert found["Vis alle jobs"] == "/job"
    assert found["Søg uden et bestemt job"] == "/ansoeg"


@pytest.mark.parametrize(
    ("typed", "name", "nearest"),
    [
        ("4270", "4270 Høng", ["Bilka", "Brugsen", "Netto"]),
        ("Høng", "4270 Høng", ["Bilka", "Brugsen", "Netto"]),
        ("Middelfart", "5500 Middelfart", ["Brugsen", "Netto", "Bilka"]),
    ],
)
def test_a_place_without_jobs_shows_the_nearest_ones(
    client: StrictClient, three: None, typed: str, name: str, nearest: list[str]
) -> None:
    page = client.get("/job", query_string={"q": typed}).text
    assert [h.text for h in parse(page).findall(".//main//h2")] == [
        "Vi fandt ingen jobs",
        f"Jobs tæt på {name}",
    ]
    shown = shown_employers(page)
    assert [shown.index("Bilka"), sorted(shown)] == [nearest.index("Bilka"), sorted(nearest)]


@pytest.mark.parametrize(
    "address", ["/job?q=xyzzy&omraade=fyn", "/job?q=4270", "/job?omraade=bornholm&side=abc"]
)
def test_the_page_is_easy_to_read(client: StrictClient, three: None, address: str) -> None:
    page = client.get(address).text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
