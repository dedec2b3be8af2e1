"""Pages for teachers and students: what they lead to, and how hard they are to read."""

from datetime import timedelta

import page
import pytest
from sqlalchemy.orm import Session

from factories import make_posting
from portal import clock, pdf
from portal.easyread.trades import TRADES
from portal.models.school import School
from portal.schools import paper
from portal.schools.workdays import WORKDAYS
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


@pytest.mark.parametrize("address", ["/stu", "/stu/tavle", "/stu/undervisning", "/stu/besoeg"])
def test_pages_for_teachers_are_easy_enough(client: StrictClient, address: str) -> None:
    assert page_lix(client.get(address).text).score <= 35


@pytest.mark.parametrize("address", ["/kalender", "/stu/arbejdsdag"])
def test_pages_for_everybody_are_very_easy(client: StrictClient, address: str) -> None:
    html = client.get(address).text
    assert page_lix(html).score <= 20
    assert long_sentences(html) == []


@pytest.mark.parametrize("key", sorted(TRADES))
def test_each_trade_has_a_workday_that_students_can_read(client: StrictClient, key: str) -> None:
    html = client.get(f"/stu/arbejdsdag/{TRADES[key].slug}").text
    assert page_lix(html).score <= 20
    assert long_sentences(html) == []
    assert all(step.text in html for step in WORKDAYS[key].steps)
    assert len(WORKDAYS[key].steps) == 7


def test_an_unknown_trade_has_no_workday(client: StrictClient) -> None:
    assert client.get("/stu/arbejdsdag/astronaut").status_code == 404


def test_every_page_leads_to_the_page_for_schools(client: StrictClient) -> None:
    assert 'href="/stu"' in client.get("/").text
    assert "/stu</loc>" in client.get("/sitemap.xml").text


def test_the_lesson_comes_as_a_pdf_that_passes_every_rule_of_pdf_ua(client: StrictClient) -> None:
    answer = client.get("/stu/undervisning.pdf")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert [failure.rule_id for failure in page.validate_pdf_bytes(answer.data).failures] == []


def test_without_pango_the_lesson_is_a_web_page(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    assert client.get("/stu/undervisning.pdf").location == "/stu/undervisning"
    assert "/stu/undervisning.pdf" not in client.get("/stu/undervisning").text


def test_the_star_list_becomes_a_board(client: StrictClient, session: Session) -> None:
    ad = make_posting(session)
    links = [a.get("href") for a in parse(client.get(f"/gemte/{ad.id}").text).iter("a")]
    assert f"/stu/tavle/{ad.id}" in links


@pytest.mark.parametrize("address", ["/stu/arbejdsdag/butik.pdf", "/stu/arbejdsdag.pdf"])
def test_workdays_come_as_a_pdf_that_passes_every_rule_of_pdf_ua(client: StrictClient, address: str) -> None:
    answer = client.get(address)
    report = page.validate_pdf_bytes(answer.data)
    assert [failure.rule_id for failure in report.failures] == []
    assert report.document.page_count == (1 if "butik" in address else len(TRADES))
    assert f'href="{address}"' in client.get(address.removesuffix(".pdf")).text


def test_while_one_sheet_is_drawn_the_next_reader_gets_the_web_page(client: StrictClient) -> None:
    paper._drawn.cache_clear()
    with paper._ONE_AT_A_TIME:
        assert client.get("/stu/arbejdsdag/lager.pdf").location == "/stu/arbejdsdag/lager"
    assert client.get("/stu/arbejdsdag/lager.pdf").status_code == 200


def test_schools_that_work_with_us_today_are_named(client: StrictClient, session: Session) -> None:
    today = clock.today()
    for name, first, last in (
        ("STU Nu", today, None),
        ("STU Snart", today + timedelta(days=1), None),
        ("STU Før", today - timedelta(days=9), today - timedelta(days=1)),
        ("STU Uden", None, None),
    ):
        session.add(
            School(
                name=name,
                place="Slagelse",
                starts_on=first,
                ends_on=last,
                contact_name="Lis Lærer",
                changed_at=clock.now(),
            )
        )
    session.commit()
    html = client.get("/stu").text
    assert [name for name in ("STU Nu", "STU Snart", "STU Før", "STU Uden", "Lis") if name in html] == [
        "STU Nu"
    ]


def test_the_front_page_leads_teachers_and_case_workers_on(client: StrictClient) -> None:
    [main] = parse(client.get("/").text).iter("main")
    assert {"/stu", "/kommuner"} <= {a.get("href") for a in main.iter("a")}
