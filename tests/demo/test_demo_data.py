"""`demo-data`: a country of made-up consultants and applications that the portal itself finds in order."""

from collections import Counter
from datetime import date

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_consultant, make_posting, make_staff, sign_in
from portal import answers, clock, invariants
from portal.demo.accounts import PASSWORD, SIGN_INS
from portal.demo.candidates import CANDIDATES
from portal.demo.people import BEATS
from portal.models.application import MOVES, Application, Move, State, Wish
from portal.models.candidate import Candidate
from portal.models.consultant import ConsultantMunicipality
from portal.models.mail import OutboxMessage
from portal.models.staff import Staff
from portal.places.areas import region_of
from portal.places.municipalities import MUNICIPALITIES, by_code
from strict_client import StrictClient


def _run(app: Flask) -> Result:
    result = app.test_cli_runner().invoke(args=["demo-data"])
    assert result.exception is None
    return result


@pytest.fixture
def filled(app: Flask, session: Session) -> Session:
    _run(app)
    return session


def test_twelve_consultants_share_the_country_between_them() -> None:
    codes = Counter(code for beat in BEATS.values() for code in beat.codes)
    assert len(BEATS) == 12
    assert codes == Counter(place.code for place in MUNICIPALITIES)
    assert {len(beat.codes) for beat in BEATS.values()} <= {6, 7, 8, 9}


def test_a_district_is_a_half_of_the_country() -> None:
    east = {"Hovedstaden", "Sjælland"}
    for beat in BEATS.values():
        regions = {region_of(code, date(2026, 1, 1)) for code in beat.codes}
        assert regions <= east if beat.district == "Østdanmark" else regions.isdisjoint(east)


def test_a_consultant_works_in_places_that_lie_together() -> None:
    for beat in (beat for name, beat in BEATS.items() if name != "dan"):
        places = [place for code in beat.codes if (place := by_code(code))]
        assert max(place.lat for place in places) - min(place.lat for place in places) < 1.4
        assert max(place.lon for place in places) - min(place.lon for place in places) < 2.4


def test_it_says_who_may_sign_in_and_how(app: Flask, session: Session) -> None:
    printed = _run(app).output
    assert "16 made-up accounts and 31 made-up applications are new." in printed
    assert PASSWORD in printed
    assert all(email in printed for email, _ in SIGN_INS)


def test_it_breaks_no_rule_that_staff_are_alarmed_about(filled: Session) -> None:
    assert {words: number for words, number in invariants.broken(filled).items() if number} == {}


def test_a_second_run_changes_nothing(app: Flask, filled: Session) -> None:
    tables = (Staff, ConsultantMunicipality, Application, Candidate, Move, Wish)
    before = [len(filled.scalars(select(table)).all()) for table in tables]
    filled.rollback()
    assert "0 made-up accounts and 0 made-up applications are new." in _run(app).output
    assert [len(filled.scalars(select(table)).all()) for table in tables] == before


def test_it_takes_no_municipality_from_a_consultant_who_is_there(app: Flask, session: Session) -> None:
    ann = make_consultant(session)
    _run(app)
    session.expire_all()
    assert session.get_one(ConsultantMunicipality, "0330").consultant_id == ann.id


def test_it_does_nothing_in_production(app: Flask, session: Session) -> None:
    settings = app.config["SETTINGS"]
    app.config["SETTINGS"] = type(settings)(**{**vars(settings), "env": "production"})
    result = app.test_cli_runner().invoke(args=["demo-data"])
    assert result.exit_code == 1
    assert session.scalars(select(Staff)).all() == []


def test_every_case_stands_where_it_should_and_went_only_allowed_ways(filled: Session) -> None:
    states = {row.candidate.name: row.state for row in filled.scalars(select(Application))}
    assert states == {candidate.name: candidate.state for candidate in CANDIDATES}
    # A step that leads nowhere tells what was put right or added.
    ways = {(move.from_state, move.to_state) for move in filled.scalars(select(Move))}
    assert [(start, end) for start, end in ways if end not in MOVES[start] | {start}] == []


def test_every_application_is_answered_in_the_words_of_the_form(filled: Session) -> None:
    for application in filled.scalars(select(Application)):
        asked = [answer.question for answer in answers.read(application.answers)]
        assert len(asked) >= 8
        assert "" not in asked


def test_everything_that_was_made_up_is_in_the_answers(filled: Session) -> None:
    for application in filled.scalars(select(Application)):
        candidate = next(one for one in CANDIDATES if one.name == application.candidate.name)
        said = {answer.key: answer.values for answer in answers.read(application.answers)}
        assert said.get("more", ()) == ((candidate.more,) if candidate.more else ())
        assert {key: said[key] for key, _ in candidate.also} == {k: (v,) for k, v in candidate.also}


def test_times_lie_in_order_and_in_the_past(filled: Session) -> None:
    for application in filled.scalars(select(Application)):
        times = [move.at for move in sorted(application.moves, key=lambda move: move.step)]
        assert times == sorted(times)
        assert times[0] == application.submitted_at
        assert times[-1] < clock.now()


def test_some_wait_longer_than_was_promised(filled: Session) -> None:
    late = filled.scalars(
        select(Application).where(Application.answer_by < clock.now(), Application.state == State.RECEIVED)
    )
    assert [application.candidate.name for application in late] == ["Tove Demo"]


def test_it_sends_no_mail_but_todays_receipt_and_those_of_a_teachers_visit(filled: Session) -> None:
    kinds = {message.kind for message in filled.scalars(select(OutboxMessage))}
    assert kinds == {"receipt", "visit_asked", "visit_received"}


def test_wishes_name_open_jobs_nearby_where_there_are_any(app: Flask, session: Session) -> None:
    make_posting(session, municipality_code="0101", easy_title="Langt væk")
    near = make_posting(session)
    _run(app)
    otto = [a for a in session.scalars(select(Application)) if a.candidate.name == "Otto Demo"]
    assert [wish.posting_id for wish in otto[0].wishes] == [near.id]


def test_the_secretariat_can_begin_at_once(app: Flask, client: StrictClient, filled: Session) -> None:
    sanne = filled.scalars(select(Staff).where(Staff.email == "sanne@demo.example")).one()
    page = client.get("/personale/log-ind")
    client.post("/personale/log-ind", data=client.form(page, email=sanne.email, password=PASSWORD))
    now = app.test_cli_runner().invoke(args=["staff", "code", sanne.email]).output.strip()
    page = client.get("/personale/log-ind/kode")
    client.post("/personale/log-ind/kode", data=client.form(page, code=now))
    assert "Tove D." in client.get("/personale").text


def test_colleagues_who_are_there_already_are_left_alone(app: Flask, session: Session) -> None:
    own = make_staff(session)
    _run(app)
    client = app.test_client()
    sign_in(client, own)
    assert client.get("/personale").status_code == 200
