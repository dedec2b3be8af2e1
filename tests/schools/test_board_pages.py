"""The class board on the screen: pick jobs, sort cards, see what one likes. Nothing is kept."""

from itertools import product
from pathlib import Path

import page as checker
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_posting
from portal.models.posting import PostingState
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse
from whole_portal import rows


def links(html: str) -> dict[str, str]:
    """Words of each link → its address."""
    return {" ".join("".join(a.itertext()).split()): a.get("href", "") for a in parse(html).iter("a")}


def ticks(html: str) -> list[tuple[str | None, bool]]:
    """The jobs to tick, and whether they are."""
    boxes = parse(html).findall(".//input[@type='checkbox']")
    return [(box.get("value"), box.get("checked") is not None) for box in boxes]


def test_jobs_near_the_school_are_offered(client: StrictClient, session: Session) -> None:
    near = make_posting(session)
    make_posting(session, easy_title="Langt væk", lat=57.05, lon=9.92, town="Aalborg")
    page = client.get("/stu/tavle?sted=4200").text
    assert ticks(page) == [(near.id, False)]


def test_a_trade_can_be_asked_for(client: StrictClient, session: Session) -> None:
    make_posting(session)
    office = make_posting(session, trade="office", easy_title="Kontorhjælp")
    assert ticks(client.get("/stu/tavle?fag=kontor").text) == [(office.id, False)]


def test_a_place_that_nobody_knows_is_told_kindly(client: StrictClient) -> None:
    assert "Vi kender ikke det sted." in client.get("/stu/tavle?sted=Atlantis").text


def test_ticked_jobs_become_a_board(client: StrictClient) -> None:
    answer = client.get("/stu/tavle/vaelg?sted=4200&valgt=aa-bb&job=bb&job=cc&do=go")
    assert answer.location == "/stu/tavle/aa-bb-cc?sted=4200"


def test_or_one_looks_for_more_and_keeps_what_is_ticked(client: StrictClient, session: Session) -> None:
    first = make_posting(session)
    second = make_posting(session, easy_title="Nummer to")
    answer = client.get(f"/stu/tavle/vaelg?job={first.id}&sted=4200&do=more")
    page = client.get(answer.location).text
    assert ticks(page) == [(first.id, True), (second.id, False)]


def test_who_ticks_nothing_is_asked_again(client: StrictClient) -> None:
    assert client.get("/stu/tavle/vaelg?do=go").location == "/stu/tavle"


def test_a_student_sorts_the_cards_and_sees_what_she_likes(client: StrictClient, session: Session) -> None:
    shop = make_posting(session)
    office = make_posting(session, trade="office", easy_title="Kontorhjælp")
    page = client.get(f"/stu/tavle/{shop.id}-{office.id}?sted=4200").text
    page = client.get(links(page)["Start"]).text
    assert "Kort 1 af 2" in page
    page = client.get(links(page)["Ja"]).text
    assert "Kort 2 af 2" in page
    page = client.get(links(page)["Nej"]).text
    found = links(page)
    assert found["Vis mig job som det her: Butik"] == "/job?fag=butik&sted=4200"
    assert "Vis mig job som det her: Kontor" not in found
    assert found["Jeg vil gerne i gang"] == "/ansoeg?fag=butik"
    assert found["Næste elev"] == f"/stu/tavle/{shop.id}-{office.id}/-?sted=4200#kort"
    assert client.get(found["Ét kort tilbage"]).text.count("Kort 2 af 2") > 0


def test_a_student_who_likes_nothing_is_met_kindly(client: StrictClient, session: Session) -> None:
    ad = make_posting(session)
    page = client.get(f"/stu/tavle/{ad.id}/n").text
    assert "Det gør ikke noget." in page
    assert links(page)["Se andre jobs"] == "/job"


def test_a_job_that_is_gone_leaves_the_others(client: StrictClient, session: Session) -> None:
    gone = make_posting(session, state=PostingState.CLOSED)
    there = make_posting(session)
    page = client.get(f"/stu/tavle/{gone.id}-{there.id}").text
    assert "Nogle af jobbene er væk nu." in page
    assert "1 kort" in page
    assert "Jobbene er væk nu." in client.get(f"/stu/tavle/{gone.id}").text
    assert client.get(f"/stu/tavle/{gone.id}/jj").status_code == 200


def test_a_job_that_its_twin_shows_is_on_the_board(client: StrictClient, session: Session) -> None:
    shown = make_posting(session, easy_title="Den viste")
    twin = make_posting(session, state=PostingState.CLOSED, duplicate_of_id=shown.id)
    assert "Den viste" in client.get(f"/stu/tavle/{twin.id}").text


def test_students_pages_are_very_easy(client: StrictClient, session: Session) -> None:
    ids = "-".join(make_posting(session).id for _ in range(2))
    for answers in ("-", "j", "jm", "nn"):
        page = client.get(f"/stu/tavle/{ids}/{answers}").text
        assert (page_lix(page).score <= 20, long_sentences(page)) == (True, []), answers


def test_the_board_on_paper_has_three_boxes_for_each_card(client: StrictClient, session: Session) -> None:
    ids = "-".join(make_posting(session).id for _ in range(3))
    page = client.get(f"/stu/tavle/{ids}/papir").text
    assert page.count("paper-answers__square") == 9


def test_nothing_of_a_student_is_kept(
    app: Flask, client: StrictClient, session: Session, portal_folder: Path
) -> None:
    """The canary: three students sort the cards; database, cookies, headers and files know nothing of it."""
    ids = "-".join(make_posting(session).id for _ in range(3))
    before = rows(session, but=set())
    for answers in map("".join, product("jmn", repeat=3)):
        answer = client.get(f"/stu/tavle/{ids}/{answers}?sted=4200", headers={"User-Agent": "Firefox"})
        told = " ".join(f"{name}: {value}" for name, value in answer.headers)
        assert answers not in told.replace("/", " ").split()
        assert (answer.headers.get("Set-Cookie"), answer.status_code) == (None, 200)
    assert rows(session, but=set()) == before
    files = [file for file in portal_folder.rglob("*") if file.is_file()]
    assert any(b'"schools.sort"' in file.read_bytes() for file in files), "the log was looked at"
    assert [file.name for file in files if ids.encode() + b"/" in file.read_bytes()] == []
    assert list(client._cookies) == []


def test_the_cards_come_as_a_pdf_that_passes_every_rule_of_pdf_ua(
    client: StrictClient, session: Session
) -> None:
    ids = "-".join(make_posting(session).id for _ in range(7))
    assert f"/stu/tavle/{ids}/kort.pdf" in client.get(f"/stu/tavle/{ids}").text
    report = checker.validate_pdf_bytes(client.get(f"/stu/tavle/{ids}/kort.pdf").data)
    assert [failure.rule_id for failure in report.failures] == []
    assert report.document.page_count == 2
