"""The heartbeat of the waiting list: asked twice a year, answered by a button, called where silent."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import AARHUS, make_application, make_consultant, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.heartbeat import AskedBy, Heartbeat
from portal.models.mail import OutboxMessage
from portal.waiting import asking
from strict_client import StrictClient

S = State
TO_WAITING = (S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.WAITING)


def _waiting(session: Session, *, days: int = 200, **changes: object) -> Application:
    application = move_to(session, make_application(session, **changes), *TO_WAITING)
    application.state_since = clock.now() - timedelta(days=days)
    session.commit()
    return application


def _ask(app: Flask, session: Session) -> int:
    with app.test_request_context():
        asked = asking.ask_due(session)
    session.commit()
    return asked


def _link(session: Session) -> str:
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "still_waiting")).one()
    return next(word for word in mail.text.split() if "/stadig/" in word)


def _path(session: Session) -> str:
    return "/stadig/" + _link(session).rsplit("/", 1)[1]


@pytest.mark.parametrize(("days", "asked"), [(182, 0), (183, 1)])
def test_who_has_waited_six_months_is_asked_by_mail(
    app: Flask, session: Session, days: int, asked: int
) -> None:
    _waiting(session, days=days)
    assert _ask(app, session) == asked


def test_nobody_is_asked_twice_in_six_months(app: Flask, session: Session) -> None:
    _waiting(session)
    assert (_ask(app, session), _ask(app, session)) == (1, 0)


def test_p42_the_mail_says_nothing_of_the_person(app: Flask, session: Session) -> None:
    _waiting(session)
    _ask(app, session)
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "still_waiting")).one()
    assert "Kim" not in mail.text + (mail.html or "") + mail.subject
    assert "venteliste" not in mail.text


def test_who_has_neither_mail_nor_a_way_for_sms_is_to_be_called(app: Flask, session: Session) -> None:
    application = _waiting(session, person={"email": ""})
    _ask(app, session)
    assert application.call_on == clock.today()
    assert session.scalars(select(Heartbeat.asked_by)).all() == [AskedBy.CALL]


def test_p16_opening_the_link_answers_nothing(app: Flask, session: Session, client: StrictClient) -> None:
    _waiting(session)
    _ask(app, session)
    page = client.get(_path(session))
    assert "Ja, det vil jeg gerne" in page.text
    assert session.scalars(select(Heartbeat.answered_at)).all() == [None]


def test_a_yes_by_the_button_keeps_the_person_on_the_list(
    app: Flask, session: Session, client: StrictClient
) -> None:
    application = _waiting(session)
    _ask(app, session)
    page = client.get(_path(session))
    done = client.post(_path(session), data=client.form(page) | {"svar": "ja"})
    assert "Du står stadig på listen." in done.text
    assert session.scalars(select(Heartbeat.still_wants)).all() == [True]
    assert (application.state, application.call_on) == (S.WAITING, None)


def test_a_no_by_the_button_asks_for_a_call_and_ends_nothing(
    app: Flask, session: Session, client: StrictClient
) -> None:
    application = _waiting(session)
    _ask(app, session)
    client.post(_path(session), data=client.form(client.get(_path(session))) | {"svar": "nej"})
    assert (application.state, application.call_on) == (S.WAITING, clock.today())


def test_a_wrong_link_tells_nothing(client: StrictClient) -> None:
    page = client.get("/stadig/aaaa")
    assert page.status_code == 404
    assert "Linket er gammelt" in page.text


def test_the_silent_become_calls_and_stay_on_the_list(app: Flask, session: Session) -> None:
    application = _waiting(session)
    _ask(app, session)
    assert asking.call_the_silent(session) == 0
    beat = session.scalars(select(Heartbeat)).one()
    beat.asked_at = clock.now() - asking.SILENT_AFTER
    session.commit()
    assert asking.call_the_silent(session) == 1
    assert asking.call_the_silent(session) == 0
    assert (application.state, application.call_on) == (S.WAITING, clock.today())


def test_p12_a_consultant_sees_the_own_waiting_list_and_no_other(
    client: StrictClient, session: Session
) -> None:
    ann = make_consultant(session)
    make_consultant(session, AARHUS, name="Bo Bistand")
    own = _waiting(session)
    foreign = _waiting(session, person={"municipality_code": AARHUS, "name": "Frida Fremmed"})
    sign_in(client, ann.staff)
    page = client.get("/personale/venteliste").text
    assert "Venteliste (1)" in page
    assert own.id in page
    assert foreign.id not in page
    assert client.get(f"/personale/venteliste/{foreign.id}").status_code == 404
    assert client.get(f"/personale/venteliste/{own.id}").status_code == 200


def test_a_consultant_who_has_called_writes_the_answer_down(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    application = _waiting(session, call_on=clock.today())
    page = client.get(f"/personale/venteliste/{application.id}")
    client.post(
        f"/personale/venteliste/{application.id}/svar",
        data={
            "csrf_token": client.form(
                page,
            )["csrf_token"],
            "svar": "ja",
        },
    )
    assert session.scalars(select(Heartbeat.still_wants)).all() == [True]
    assert "Vil stadig gerne" in client.get(f"/personale/venteliste/{application.id}").text
