"""The list of jobs: cards, filters that live in the address, pages."""

from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from board_ads import counted_queries, links, make_ad, shown_employers
from portal import clock
from reading import running_text
from strict_client import StrictClient, parse

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 11, 23)


def test_a_card_tells_the_job_the_shop_the_town_and_the_hours(client: StrictClient, session: Session) -> None:
    make_ad(session, hours_min=12.0, hours_max=15.0, published_on=clock.today() - timedelta(days=2))
    card = parse(client.get("/job").text).find(".//li[@class='kj-job']")
    assert card is not None
    assert [text.strip() for text in card.itertext() if text.strip()] == [
        "Hjælpe i bageren",
        "Bilka",
        "Slagelse",
        "12-15 timer om ugen",
        "Gem",
        "jobbet: Hjælpe i bageren",
    ]


def test_a_card_leads_to_its_job(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    address = links(client.get("/job").text)["Hjælpe i bageren"]
    assert address == f"/job/{ad.id}-hjaelpe-i-bageren"
    assert client.get(address).status_code == 200


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
@pytest.mark.parametrize(
    ("stated", "badges"),
    [
        ({"published_on": TODAY}, ["Ny i dag"]),
        ({"published_on": TODAY - timedelta(days=1)}, []),
        ({"deadline": TODAY}, ["Sidste dag at søge: i dag", "Ny i dag"]),
        ({"deadline": TODAY + timedelta(days=1)}, ["Sidste dag at søge: i morgen", "Ny i dag"]),
        (
            {"deadline": TODAY + timedelta(days=7)},
            ["Sidste dag at søge: mandag 30. november", "Ny i dag"],
        ),
        ({"deadline": TODAY + timedelta(days=8)}, ["Ny i dag"]),
        ({"conditions": ("fleksjob",)}, ["Ny i dag", "Fleksjob"]),
    ],
)
def test_badges_tell_what_is_new_and_what_ends_soon(
    client: StrictClient, session: Session, stated: dict[str, object], badges: list[str]
) -> None:
    make_ad(session, **({"published_on": TODAY} | stated))
    tags = parse(client.get("/job").text).findall(".//ul[@class='kj-job__tags']/li")
    assert ["".join(tag.itertext()) for tag in tags] == badges


def test_an_ad_without_a_place_says_ask_us(client: StrictClient, session: Session) -> None:
    make_ad(session, title="Hjælp i bageren", town="")
    assert "Sted: spørg os" in client.get("/job").text


def test_closed_duplicate_and_overdue_ads_are_not_on_the_board(
    client: StrictClient, session: Session
) -> None:
    make_ad(session, employer="Åben")
    make_ad(session, employer="Lukket", state="closed")
    make_ad(session, employer="Samme", state="duplicate")
    make_ad(session, employer="For sent", deadline=clock.today() - timedelta(days=1))
    make_ad(session, employer="Udløbet", expires_on=clock.today() - timedelta(days=1))
    make_ad(session, employer="Sidste dag", deadline=clock.today())
    assert sorted(shown_employers(client.get("/job").text)) == ["Sidste dag", "Åben"]


@pytest.fixture
def four(session: Session) -> None:
    """Four ads that differ in area, trade and kind."""
    make_ad(session, employer="Bilka")
    make_ad(session, employer="Netto", title="Netto Odense - butiksmedarbejder", town="Odense C")
    make_ad(session, employer="Skolen", title="Køkkenmedarbejder", town="Odense C")
    make_ad(session, employer="Brugsen", title="Butiksmedarbejder", town="Odense C", conditions=("fleksjob",))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/job?omraade=sjaelland", ["Bilka"]),
        ("/job?omraade=fyn", ["Brugsen", "Netto", "Skolen"]),
        ("/job?fag=koekken", ["Skolen"]),
        ("/job?type=fleksjob", ["Brugsen"]),
        ("/job?q=fleksjob", ["Brugsen"]),
        ("/job?q=skånejob+i+Odense", ["Netto", "Skolen"]),
        ("/job?omraade=fyn&fag=butik", ["Brugsen", "Netto"]),
        ("/job?omraade=fyn&fag=butik&type=skaanejob", ["Netto"]),
        ("/job?q=odense&type=fleksjob", ["Brugsen"]),
        ("/job?omraade=bornholm", []),
    ],
)
def test_the_address_says_what_is_shown(
    client: StrictClient, four: None, address: str, found: list[str]
) -> None:
    assert sorted(shown_employers(client.get(address).text)) == found


def test_each_choice_tells_how_many_jobs_it_gives_beside_the_others(client: StrictClient, four: None) -> None:
    page = links(client.get("/job?omraade=fyn").text)
    assert {words: address for words, address in page.items() if words.endswith(("(1)", "(2)", "(3)"))} == {
        "Sjælland (1)": "/job?omraade=sjaelland",
        "Fyn (3)": "/job?omraade=fyn",
        "Butik (2)": "/job?omraade=fyn&fag=butik",
        "Køkken og restaurant (1)": "/job?omraade=fyn&fag=koekken",
        "Skånejob (2)": "/job?omraade=fyn&type=skaanejob",
        "Fleksjob (1)": "/job?omraade=fyn&type=fleksjob",
    }


def test_the_map_has_the_same_nine_areas_as_the_list(client: StrictClient, four: None) -> None:
    page = parse(client.get("/job").text)
    shapes = {shape.get("aria-label"): shape.get("href") for shape in page.findall(f".//{SVG}svg/{SVG}a")}
    listed = [link.get("href") for link in page.findall(".//ul[@aria-label='Vælg sted']/li/a")]
    assert list(shapes.values()) == listed
    assert len(listed) == 9
    assert shapes["Fyn, 3 jobs"] == "/job?omraade=fyn"
    assert shapes["Sjælland, 1 job"] == "/job?omraade=sjaelland"


def test_what_is_chosen_can_be_taken_away_one_at_a_time(client: StrictClient, four: None) -> None:
    page = links(client.get("/job?q=odense&omraade=fyn&fag=butik&type=fleksjob").text)
    assert {words: page[words] for words in page if words.startswith(("Fjern", "Vis alle"))} == {
        "Fjern »odense«": "/job?omraade=fyn&fag=butik&type=fleksjob",
        "Fjern Fyn": "/job?q=odense&fag=butik&type=fleksjob",
        "Fjern Butik": "/job?q=odense&omraade=fyn&type=fleksjob",
        "Fjern Fleksjob": "/job?q=odense&omraade=fyn&fag=butik",
        "Vis alle jobs": "/job",
    }


def test_searching_keeps_the_other_choices(client: StrictClient, four: None) -> None:
    fields = parse(client.get("/job?q=brød&omraade=fyn&fag=butik&side=2").text).findall(
        ".//main//form[@role='search']//input"
    )
    assert [(field.get("name"), field.get("value")) for field in fields] == [
        ("omraade", "fyn"),
        ("fag", "butik"),
        ("q", "brød"),
    ]


def test_twenty_jobs_stand_on_a_page_newest_first(client: StrictClient, session: Session) -> None:
    for age in range(41):
        make_ad(session, employer=f"Butik {age}", published_on=clock.today() - timedelta(days=age))
    pages = [shown_employers(client.get(f"/job?side={number}").text) for number in (1, 2, 3)]
    assert pages == [
        [f"Butik {age}" for age in range(20)],
        [f"Butik {age}" for age in range(20, 40)],
        ["Butik 40"],
    ]


def test_the_pages_are_linked_with_the_choices_kept(client: StrictClient, session: Session) -> None:
    for _ in range(41):
        make_ad(session)
    page = parse(client.get("/job?omraade=sjaelland&side=2").text)
    found = [link.get("href") for link in page.findall(".//nav[@aria-label='Flere sider']//a")]
    one, three = "/job?omraade=sjaelland", "/job?omraade=sjaelland&side=3"
    assert found == [one, one, "/job?omraade=sjaelland&side=2", three, three]
    assert page.findtext("./head/title") == "Sjælland, side 2, Find et job - KLAPjob"


def test_one_page_has_no_page_numbers(client: StrictClient, session: Session) -> None:
    make_ad(session)
    assert parse(client.get("/job").text).findall(".//nav[@aria-label='Flere sider']") == []


@pytest.mark.parametrize(
    "address", ["/job", "/job?q=bageren&omraade=sjaelland&fag=butik", "/job?sted=4200&km=10&timer=10-15"]
)
def test_the_number_of_queries_does_not_grow_with_the_jobs(
    client: StrictClient, session: Session, address: str
) -> None:
    needed: dict[int, int] = {}
    for ads in (1, 3, 300):
        for _ in range(ads - max(needed, default=0)):
            make_ad(session)
        with counted_queries() as queries:
            client.get(address)
        needed[ads] = len(queries)
    assert len(set(needed.values())) == 1
    assert needed[1] <= 7


def test_the_list_reads_no_text_of_an_ad(client: StrictClient, session: Session) -> None:
    make_ad(session)
    with counted_queries() as queries:
        client.get("/job?q=bageren")
    assert [query for query in queries if "body_html" in query] == []
    assert [query for query in queries if "employer" in query] != []


def test_before_any_ad_has_come_in_the_page_says_so(client: StrictClient) -> None:
    page = client.get("/job").text
    assert "Der kommer tit nye jobs. Kig igen i morgen." in running_text(page)
    assert links(page)["Søg uden et bestemt job"] == "/ansoeg"
