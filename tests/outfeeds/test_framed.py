"""The list for other sites: it stands in frames, opens the whole window, and runs no script."""

from html import unescape

import pytest
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_posting
from portal.headers import CSP
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


@pytest.mark.parametrize("asked", [SLAGELSE, "slagelse", "Slagelse Kommune"])
def test_it_shows_the_open_jobs_of_one_municipality(
    client: StrictClient, session: Session, asked: str
) -> None:
    ad = make_posting(session)
    make_posting(session, easy_title="Gartner", municipality_code="0461")
    page = parse(client.get("/indlejr", query_string={"kommune": asked}).text)
    assert [link.get("href") for link in page.findall(".//ul[@class='kj-jobs']//a")] == [
        f"/job/{ad.id}-{ad.slug}"
    ]
    assert "".join(page.findall(".//h1")[0].itertext()) == "Ledige jobs i Slagelse Kommune"


def test_without_a_municipality_it_shows_the_newest_of_all(client: StrictClient, session: Session) -> None:
    for _ in range(12):
        make_posting(session)
    assert client.get("/indlejr").text.count('class="kj-job"') == 10


def test_where_there_is_none_it_shows_the_nearest(client: StrictClient, session: Session) -> None:
    make_posting(session, easy_title="Gartner")
    page = client.get("/indlejr?kommune=0306").text
    assert "Her er de nærmeste" in page
    assert "Gartner" in page


def test_an_empty_board_says_so(client: StrictClient) -> None:
    assert "Lige nu er der ingen jobs." in client.get("/indlejr?kommune=0330").text


def test_only_this_page_may_stand_in_a_frame(client: StrictClient) -> None:
    framed = client.get("/indlejr").headers
    assert framed["Content-Security-Policy"] == CSP.replace("ancestors 'none'", "ancestors *")
    assert framed["Cross-Origin-Resource-Policy"] == "cross-origin"
    for address in ("/", "/job", "/indlejr/kode", "/indlejr/", "/ansoeg"):
        assert "frame-ancestors 'none'" in client.get(address).headers["Content-Security-Policy"], address


def test_it_runs_no_script_sends_no_form_and_opens_the_whole_window(client: StrictClient) -> None:
    page = parse(client.get("/indlejr").text)
    assert [element.tag for element in page.iter() if element.tag in {"script", "form", "input"}] == []
    assert [base.get("target") for base in page.iter("base")] == ["_top"]
    assert "Set-Cookie" not in client.get("/indlejr").headers


def test_the_code_to_copy_shows_the_list_that_was_chosen(client: StrictClient) -> None:
    page = client.get("/indlejr/kode?kommune=slagelse").text
    code = unescape(str(parse(page).findall(".//textarea")[0].text))
    frame = parse(f"<!DOCTYPE html><html><head><title>T</title></head><body>{code}</body></html>")
    (iframe,) = frame.iter("iframe")
    assert iframe.get("src") == "http://localhost:8000/indlejr?kommune=0330"
    assert iframe.get("title") == "Ledige jobs i Slagelse Kommune hos KLAPjob"


@pytest.mark.parametrize("address", ["/indlejr?kommune=atlantis", "/indlejr/kode?kommune=9999"])
def test_an_unknown_municipality_is_not_there(client: StrictClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_it_is_easy_to_read(client: StrictClient, session: Session) -> None:
    make_posting(session, municipality_code="0461")
    for address in ("/indlejr", "/indlejr?kommune=0330"):
        assert long_sentences(client.get(address).text) == []
    assert page_lix(client.get("/indlejr/kode").text).score <= 35
