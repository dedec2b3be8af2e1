"""Jobs near a place: distances, nearest first, and what is farther away where nothing is near."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from board_ads import links, make_ad, shown_employers
from portal import clock
from reading import long_sentences, page_lix, running_text
from strict_client import StrictClient, parse

BY_BUS = "<p>Der er et busstop lige ved døren.</p>"


@pytest.fixture
def west(session: Session) -> None:
    """Ads in Slagelse, 15 km away in Sorø, and 34 km away in Næstved."""
    make_ad(session, employer="Sorø", postal_code="4180", hours_min=8.0, hours_max=8.0)
    make_ad(session, employer="Næstved", postal_code="4700", published_on=clock.today())
    yesterday = clock.today() - timedelta(days=1)
    make_ad(session, employer="Slagelse", published_on=yesterday, body_html=BY_BUS)
    make_ad(session, employer="Uden sted", title="Hjælp i bageren", town="")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("sted=4200&km=5", ["Slagelse"]),
        ("sted=4200", ["Slagelse", "Sorø"]),
        ("sted=slagelze&km=50", ["Slagelse", "Sorø", "Næstved"]),
        ("sted=Slagelse+Kommune&km=5", ["Slagelse"]),
        ("sted=4200&km=50&orden=nyeste&q=bilka+bageren", ["Næstved", "Sorø", "Slagelse"]),
        ("sted=4200&km=20&timer=0-9", ["Sorø"]),
        ("sted=4200&bus=ja", ["Slagelse"]),
        ("bus=ja", ["Slagelse"]),
        ("timer=0-9", ["Sorø"]),
        ("sted=4200&km=7", ["Slagelse", "Sorø"]),
    ],
)
def test_the_address_says_what_is_near(
    client: StrictClient, west: None, address: str, found: list[str]
) -> None:
    shown = shown_employers(client.get(f"/job?{address}").text)
    assert (sorted(shown) if "orden" in address else shown) == (
        sorted(found) if "orden" in address else found
    )


def test_cards_tell_how_far_away_a_job_is(client: StrictClient, west: None) -> None:
    cards = parse(client.get("/job?sted=4200&km=50").text).findall(".//ul[@class='kj-job__facts']")
    assert [card[0].findtext("span") for card in cards] == [
        "Slagelse, tæt på",
        "Sorø, 15 km væk",
        "Næstved, 34 km væk",
    ]


def test_each_distance_tells_how_many_jobs_it_gives(client: StrictClient, west: None) -> None:
    page = links(client.get("/job?sted=slagelse&bus=").text)
    assert {words: page[words] for words in page if " km (" in words} == {
        "5 km (1)": "/job?sted=4200+Slagelse&km=5",
        "10 km (1)": "/job?sted=4200+Slagelse&km=10",
        "20 km (2)": "/job?sted=4200+Slagelse&km=20",
        "50 km (3)": "/job?sted=4200+Slagelse&km=50",
    }


def test_the_place_is_shown_and_can_be_taken_away(client: StrictClient, west: None) -> None:
    page = client.get("/job?sted=4200&km=10&fag=butik").text
    assert links(page)["Fjern 4200 Slagelse, 10 km"] == "/job?fag=butik"
    assert parse(page).findtext("./head/title") == "4200 Slagelse, 10 km, Butik, Find et job - KLAPjob"


def test_what_stands_first_can_be_chosen(client: StrictClient, west: None) -> None:
    page = links(client.get("/job?sted=4200&km=50").text)
    assert page["Tættest på først"] == "/job?sted=4200+Slagelse&km=50"
    assert page["Nyeste først"] == "/job?sted=4200+Slagelse&km=50&orden=nyeste"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("sted=langtbortistan", "Vi kender ikke det sted. Nu ser du jobs i hele landet."),
        ("sted=4200&km=7", "Vi kender ikke den afstand. Nu leder vi inden for 20 km."),
        ("timer=99", "Vi kender ikke de timer. Nu ser du jobs med alle timer."),
    ],
)
def test_what_makes_no_sense_is_told_kindly(
    client: StrictClient, west: None, address: str, told: str
) -> None:
    assert told in running_text(client.get(f"/job?{address}").text)


def test_a_name_of_several_towns_asks_which_one(client: StrictClient, west: None) -> None:
    page = client.get("/job?sted=Nykøbing&km=50").text
    assert "Mente du et andet sted?" in page
    assert links(page)["7900 Nykøbing M"] == "/job?sted=7900+Nyk%C3%B8bing+M&km=50"


def test_where_nothing_is_near_the_search_widens_step_by_step(client: StrictClient, west: None) -> None:
    page = client.get("/job?sted=Høng&km=5").text
    found = links(page)
    assert "Der er ingen inden for 5 km fra 4270 Høng." in running_text(page)
    assert {words: found[words] for words in found if ": " in words and words.endswith(" jobs")} == {
        "Inden for 20 km: 2 jobs": "/job?sted=4270+H%C3%B8ng&km=20",
        "Inden for 50 km: 3 jobs": "/job?sted=4270+H%C3%B8ng&km=50",
        "I hele landet: 4 jobs": "/job",
    }
    assert shown_employers(page) == ["Slagelse", "Sorø", "Næstved"]


def test_a_place_typed_as_a_word_widens_too(client: StrictClient, west: None) -> None:
    found = links(client.get("/job?q=Høng&fag=butik").text)
    assert found["Inden for 20 km: 2 jobs"] == "/job?sted=4270+H%C3%B8ng&km=20&fag=butik"


def test_words_beside_the_place_still_count(client: StrictClient, west: None) -> None:
    found = links(client.get("/job?q=bageren+i+Høng").text)
    assert found["Inden for 20 km: 2 jobs"] == "/job?q=bageren&sted=4270+H%C3%B8ng&km=20"


@pytest.mark.parametrize("address", ["sted=4200&km=50", "sted=Høng&km=5", "sted=Nykøbing", "sted=?&km=x"])
def test_the_page_is_easy_to_read(client: StrictClient, west: None, address: str) -> None:
    page = client.get(f"/job?{address}").text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
