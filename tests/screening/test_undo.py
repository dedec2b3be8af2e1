"""A decision can be taken back for five minutes, as long as nobody has been told of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide, form_on, offered, send
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import cases, clock
from portal.models.application import Application, Move, State
from portal.models.consultant import Consultant
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from strict_client import StrictClient

DECISIONS = {
    "spoerg": ({}, State.NEEDS_INFO),
    "videre": ({}, State.HANDED_OVER),
    "ikke-for-os": ({"reason": "finds_alone"}, State.NOT_IN_TARGET_GROUP),
    "luk": ({"reason": "other"}, State.CLOSED),
}


@pytest.fixture
def consultant(session: Session) -> Consultant:
    return make_consultant(session)


@pytest.fixture
def sanne(client: StrictClient, session: Session, consultant: Consultant) -> Iterator[StrictClient]:
    with time_machine.travel("2026-11-23 08:00:00+00:00", tick=True):
        yield sign_in(client, make_staff(session))


@pytest.fixture
def case(sanne: StrictClient, session: Session) -> Application:
    return move_to(session, make_application(session), State.SCREENING)


def _mails(session: Session) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage)))


@pytest.mark.parametrize("verb", DECISIONS)
def test_a_decision_is_taken_back_with_its_mails(
    sanne: StrictClient, session: Session, case: Application, verb: str
) -> None:
    typed, state = DECISIONS[verb]
    decide(sanne, case, verb, **typed)
    told = {"videre": 2}.get(verb, 1)  # The consultant and the person.
    assert (case.state, len(_mails(session))) == (state, told)
    decide(sanne, case, "fortryd")
    assert (case.state, case.consultant_id, _mails(session)) == (State.SCREENING, None, [])


def test_a_new_case_that_was_turned_down_is_new_again(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    decide(sanne, application, "ikke-for-os", reason="finds_alone")
    decide(sanne, application, "fortryd")
    assert application.state == State.RECEIVED


def test_history_keeps_the_decision_and_its_taking_back(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "luk", reason="other")
    decide(sanne, case, "fortryd")
    steps = session.scalars(select(Move).where(Move.application_id == case.id).order_by(Move.step)).all()
    assert [(step.to_state, step.reason) for step in steps[-2:]] == [
        (State.CLOSED, "other"),
        (State.SCREENING, "undo"),
    ]
    assert "Fortrød. Sagen er igen: I gang" in sanne.get(case_path(case)).text


def test_the_message_after_a_decision_leads_to_the_way_back(sanne: StrictClient, case: Application) -> None:
    decide(sanne, case, "luk", reason="has_work")
    page = sanne.get("/personale")
    assert f'<a href="{case_path(case)}#hvad-nu">Fortryd inden for 5 minutter</a>' in page.text


def test_every_mail_about_a_decision_waits_five_minutes(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "videre")
    waits = {mail.kind: mail.next_attempt_at - mail.created_at for mail in _mails(session)}
    assert waits == {"handed_over": timedelta(minutes=5), "passed_on": timedelta(minutes=5)}


def test_after_five_minutes_it_stands(sanne: StrictClient, case: Application) -> None:
    decide(sanne, case, "luk", reason="has_work")
    with time_machine.travel(clock.now() + timedelta(minutes=5)):
        assert "fortryd" not in offered(sanne.get(case_path(case)))


def test_a_form_that_was_open_too_long_takes_nothing_back(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "luk", reason="has_work")
    page = sanne.get(case_path(case))
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        assert send(sanne, page, case, "fortryd").status_code == 409
    assert case.state == State.CLOSED


@pytest.mark.parametrize("column", ["sent_at", "leased_until"])
def test_a_mail_on_its_way_makes_it_too_late(
    sanne: StrictClient, session: Session, case: Application, column: str
) -> None:
    decide(sanne, case, "luk", reason="other")
    page = sanne.get(case_path(case))
    (mail,) = _mails(session)
    setattr(mail, column, clock.now() + timedelta(minutes=1))
    session.commit()
    assert send(sanne, page, case, "fortryd").status_code == 409
    assert (case.state, len(_mails(session))) == (State.CLOSED, 1)


def test_what_the_consultant_has_begun_is_not_taken_back(
    sanne: StrictClient, session: Session, case: Application, consultant: Consultant
) -> None:
    decide(sanne, case, "videre")
    move_to(session, case, State.ACCEPTED, by=consultant.staff)
    assert "fortryd" not in offered(sanne.get(case_path(case)))


def test_a_taking_back_is_not_taken_back(sanne: StrictClient, session: Session) -> None:
    case = move_to(session, make_application(session), State.SCREENING, State.NEEDS_INFO)
    decide(sanne, case, "luk", reason="has_work")
    decide(sanne, case, "fortryd")
    assert case.state == State.NEEDS_INFO
    assert form_on(sanne.get(case_path(case)), "fortryd") is None


def test_a_consultant_takes_nothing_of_the_office_back(
    client: StrictClient, session: Session, case: Application, consultant: Consultant
) -> None:
    decide(client, case, "videre")
    other = sign_in(client.application.test_client(), consultant.staff)
    assert "fortryd" not in offered(other.get(case_path(case)))


def test_what_the_person_did_is_not_taken_back_by_us(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    cases.move(session, case, State.WITHDRAWN, by=None, reason="person_withdrew")
    session.commit()
    lene = make_staff(session, name="Lene Leder")
    with pytest.raises(cases.MoveRefusedError):
        cases.take_back(session, case, by=lene)


def test_where_nothing_can_be_taken_back_the_message_offers_no_way_back(
    app: Flask, session: Session, consultant: Consultant
) -> None:
    lene = sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))
    case = move_to(session, make_application(session, fits="fleksjob"), State.SCREENING, State.VISITATION)
    decide(lene, case, "visiter-ja")
    page = lene.get("/personale").text
    assert "Dit ja er skrevet ned." in page
    assert "Fortryd inden for 5 minutter" not in page
