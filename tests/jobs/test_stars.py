"""Starred jobs without an account: a list in an address, which a relative opens and a teacher prints."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from board_ads import counted_queries, links, make_ad
from factories import make_posting
from portal import clock
from portal.jobs import starred
from portal.models.posting import Posting, PostingState
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

SITE = "http://localhost:8000"


@pytest.fixture
def ads(session: Session) -> list[Posting]:
    titles = ("Passe dyr", "Vaske op", "Pakke brød")
    return [make_posting(session, easy_title=title, slug="") for title in titles]


def shown(page: str) -> list[str]:
    """The titles of the jobs on a list."""
    cards = parse(page).findall(".//li[@class='kj-job']")
    return ["".join(link.itertext()) for card in cards for link in card.iter("a")][::2]


def path(ads: list[Posting]) -> str:
    return "/gemte/" + "-".join(ad.id for ad in ads)


def test_a_list_shows_its_jobs_in_its_own_order(client: StrictClient, ads: list[Posting]) -> None:
    assert shown(client.get(path(ads)).text) == ["Passe dyr", "Vaske op", "Pakke brød"]
    assert shown(client.get(path(ads[::-1])).text) == ["Pakke brød", "Vaske op", "Passe dyr"]


def test_each_card_and_each_job_has_a_link_that_begins_a_list(
    client: StrictClient, ads: list[Posting]
) -> None:
    for address in ("/job", f"/job/{ads[0].id}"):
        page = client.get(address, follow_redirects=True).text
        stars = {link.get("data-star"): link.get("href") for link in parse(page).iter("a")}
        assert stars[ads[0].id] == f"/gemte/{ads[0].id}"
    assert shown(client.get(f"/gemte/{ads[0].id}").text) == ["Passe dyr"]


def test_without_scripts_more_jobs_are_put_on_the_list_from_its_own_page(
    client: StrictClient, session: Session
) -> None:
    first = make_posting(session, easy_title="Passe dyr")
    bread = make_ad(session, title="Bilka Slagelse - pakke brød")
    found = client.get(f"/gemte/{first.id}?q=brød").text
    added = {words: href for words, href in links(found).items() if words.startswith("Læg på listen")}
    assert list(added.values()) == [f"/gemte/{first.id}-{bread.id}"]
    assert len(shown(client.get(*added.values()).text)) == 2


def test_a_job_can_be_taken_off_the_list(client: StrictClient, ads: list[Posting]) -> None:
    removing = links(client.get(path(ads)).text)["Fjern jobbet: Vaske op"]
    assert shown(client.get(removing).text) == ["Passe dyr", "Pakke brød"]


def test_a_closed_job_is_shown_as_closed(client: StrictClient, session: Session, ads: list[Posting]) -> None:
    closed = make_posting(session, easy_title="Feje gård", state=PostingState.CLOSED)
    page = client.get(path([closed, *ads])).text
    assert page.index("De her jobs er væk") < page.index("Feje gård")
    assert "Her er 4 jobs." in page


def test_nobody_is_told_of_a_last_day_that_has_passed(client: StrictClient, session: Session) -> None:
    over = make_posting(session, deadline=clock.today() - timedelta(days=1))
    assert "Sidste dag at søge" not in client.get(path([over])).text


def test_a_job_that_another_source_shows_now_is_shown_as_that(
    client: StrictClient, session: Session, ads: list[Posting]
) -> None:
    twin = make_posting(session, state=PostingState.DUPLICATE, duplicate_of_id=ads[1].id)
    assert shown(client.get(path([twin, ads[0], ads[1]])).text) == ["Vaske op", "Passe dyr"]


@pytest.mark.parametrize("odd", ["findesikke", "æøå", "a" * 60, "<script>"])
def test_what_is_odd_in_a_link_is_left_out_kindly(client: StrictClient, ads: list[Posting], odd: str) -> None:
    answer = client.get(f"/gemte/{odd}-{ads[0].id}")
    assert answer.status_code == 200
    assert shown(answer.text) == ["Passe dyr"]


def test_a_link_that_a_mail_program_has_cut_says_so(client: StrictClient, ads: list[Posting]) -> None:
    assert "Vi kunne ikke finde alle jobs i linket." in client.get(path(ads)[:-3]).text


def test_an_empty_list_leads_to_the_jobs(client: StrictClient) -> None:
    page = client.get("/gemte").text
    assert "Her er ingen jobs endnu." in page
    assert links(page)["Se alle jobs"] == "/job"


def test_the_text_to_send_holds_the_whole_list(client: StrictClient, ads: list[Posting]) -> None:
    page = client.get(path(ads)).text
    text = str(parse(page).findall(".//textarea")[0].text)
    assert text.endswith(f"{SITE}{path(ads)}")
    for way in ("mailto:", "sms:"):
        (href,) = [str(a.get("href")) for a in parse(page).findall(".//main//a") if way in str(a.get("href"))]
        assert parse_qs(urlsplit(href).query)["body"] == [text]


def test_the_list_is_printed_as_cards_without_the_closed_ones(
    client: StrictClient, session: Session, ads: list[Posting]
) -> None:
    closed = make_posting(session, easy_title="Feje gård", state=PostingState.CLOSED)
    page = client.get(f"{path([*ads, closed])}/print").text
    assert page.count('class="paper-card"') == 3
    assert f"/del/{ads[0].id}/kode.svg" in page
    assert "Feje gård" not in page


def test_the_pages_are_easy_to_read(client: StrictClient, ads: list[Posting]) -> None:
    for address in ("/gemte", path(ads)):
        page = client.get(address).text
        assert page_lix(page).score <= 20
        assert long_sentences(page) == []


def test_no_page_of_stars_sets_a_cookie(client: StrictClient, ads: list[Posting]) -> None:
    for address in ("/gemte", path(ads), f"{path(ads)}/print", "/job"):
        assert "Set-Cookie" not in client.get(address).headers


def test_the_list_takes_the_same_queries_for_one_job_and_for_thirty(
    client: StrictClient, session: Session
) -> None:
    many = [make_posting(session) for _ in range(30)]
    counts = []
    for address in [path(many[:1]), path(many[:3]), path(many)]:
        with counted_queries() as statements:
            client.get(address)
        counts.append(len(statements))
    assert len(set(counts)) == 1, counts


def test_a_list_holds_at_most_thirty_jobs() -> None:
    asked = starred.read("-".join(f"a{number}" for number in range(50)))
    assert (len(asked.ids), asked.left_out) == (30, True)


@given(st.text(max_size=400))
def test_any_path_is_read(text: str) -> None:
    asked: Any = starred.read(text)
    assert len(asked.ids) <= starred.MOST
    assert starred.read(starred.write(asked.ids)).ids == asked.ids
