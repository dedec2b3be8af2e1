"""Search: who is found, by whom, how fast, and what the audit trail keeps of it."""

import time
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, crypto
from portal.models.application import Application, FilledBy, State
from portal.models.audit import AuditEntry
from portal.models.candidate import Candidate
from portal.screening import finding
from portal.screening.sections import Wanted
from strict_client import StrictClient, parse

PATH = "/personale/soeg"
Search = Callable[..., TestResponse]


@pytest.fixture
def search(client: StrictClient, session: Session) -> Search:
    sign_in(client, make_staff(session))
    return lambda text, **filters: _search(client, text, **filters)


def _search(client: StrictClient, text: str, **filters: str) -> TestResponse:
    return client.post(PATH, data=client.form(client.get(PATH), text=text, **filters))


def _names(page: TestResponse) -> list[str]:
    return ["".join(name.itertext()).strip() for name in parse(page.text).iter("h3")]


def test_a_person_is_found_by_name(search: Search, session: Session) -> None:
    make_application(session)
    make_application(session, person={"name": "Bodil Bruun"})
    page = search("bod bru")
    assert _names(page) == ["Bodil B."]
    assert "1 sag passer" in page.text


def test_the_line_says_where_the_case_stands(search: Search, session: Session) -> None:
    move_to(session, make_application(session), State.SCREENING)
    assert "I gang" in search("kim").text


def test_nobody_found_says_what_to_try(search: Search, session: Session) -> None:
    make_application(session)
    assert "Prøv med færre ord." in search("jensen").text


def test_the_newest_come_first_and_fifty_are_shown(
    search: Search, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "SHOWN", 2)
    for name in ("Kim Ældst", "Kim Midt", "Kim Nyest"):
        make_application(session, person={"name": name})
    page = search("kim")
    assert _names(page) == ["Kim N.", "Kim M."]
    assert "Her er de 2 nyeste." in page.text


def test_filters_narrow_a_search_down(search: Search, session: Session) -> None:
    make_application(session, person={"name": "Kim Aarhus", "municipality_code": AARHUS})
    make_application(session, person={"name": "Kim Fleks", "municipality_code": AARHUS}, fits="fleksjob")
    assert _names(search("kim", municipality=AARHUS, fits="fleksjob")) == ["Kim F."]


def test_an_ended_case_is_found_by_its_number_only(search: Search, session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING, State.CLOSED)
    assert _names(search("kim")) == []
    assert _names(search(str(application.reference))) == ["Kim K."]
    # As it stands on the receipt, in two halves.
    assert _names(search(f"{application.reference[:4]} {application.reference[4:]}")) == ["Kim K."]


def test_a_consultant_finds_own_cases_only(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    make_consultant(session, AARHUS, name="Bo Bistand")
    own = make_application(session, person={"name": "Kim Egen"})
    foreign = make_application(session, person={"name": "Kim Fremmed", "municipality_code": AARHUS})
    for application in (own, foreign):
        move_to(session, application, State.SCREENING, State.HANDED_OVER)
    sign_in(client, ann.staff)
    assert _names(_search(client, "kim")) == ["Kim E."]
    assert _names(_search(client, str(foreign.reference))) == []


@pytest.mark.parametrize("text", ["", "k", "k" * 101])
def test_too_little_or_too_much_is_asked_for_again(search: Search, text: str) -> None:
    page = search(text)
    assert page.status_code == 422
    assert "Skriv et navn, et telefonnummer, en mail eller et sagsnummer." in page.text


def test_a_cpr_number_is_no_way_to_search(search: Search) -> None:
    assert search("010190-1234").status_code == 422


def test_a_search_leaves_a_line_without_its_words(search: Search, session: Session) -> None:
    make_application(session)
    search("kim kandidat")
    row = session.scalars(select(AuditEntry)).one()
    assert (row.action, row.object_kind, row.purpose) == ("search", "application", "find a case")
    assert row.object_id == crypto.keyring().keyed_hash("kim kandidat", purpose="audit search")
    assert "kim" not in row.object_id


def test_a_form_from_elsewhere_searches_nothing(search: Search, client: StrictClient) -> None:
    assert client.post(PATH, data={"text": "kim"}).status_code == 422


def test_five_thousand_open_cases_are_searched_within_a_second(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    _many(session, 5_000)
    with app.test_request_context():
        began = time.process_time()
        found = finding.find(session, staff, "kim 4711", Wanted())
        took = time.process_time() - began
    assert (found.count, found.cut) == (1, False)
    assert took < 1.0


def _many(session: Session, count: int) -> None:
    now = clock.now()
    for number in range(count):
        candidate = Candidate(created_at=now, municipality_code="0330")
        candidate.name, candidate.phone = "Kim Kandidat", f"2000{number:04}"
        candidate.email, candidate.place = f"kim{number}@example.com", "4200 Slagelse"
        session.add(
            Application(
                token_hash=str(number),
                reference=f"r{number}",
                state=State.RECEIVED,
                form_version=1,
                created_at=now,
                updated_at=now,
                submitted_at=now,
                state_since=now,
                filled_by=FilledBy.SELF,
                candidate=candidate,
            )
        )
    session.commit()
    session.expunge_all()
