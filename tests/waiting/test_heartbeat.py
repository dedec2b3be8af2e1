"""The heartbeat of the waiting list: asked twice a year, answered by a button, called where silent."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factories import AARHUS, make_application, make_consultant, make_posting, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.audit import AuditEntry
from portal.models.candidate import Candidate
from portal.models.heartbeat import AskedBy, Heartbeat
from portal.models.mail import Channel, OutboxMessage
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


def test_who_cannot_be_read_is_to_be_called_and_the_others_are_asked(
    app: Flask, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    broken, _ = _waiting(session), _waiting(session)
    session.execute(
        update(Candidate).where(Candidate.id == broken.candidate_id).values(email_sealed=b"broken")
    )
    session.commit()
    session.expire_all()
    assert _ask(app, session) == 2
    assert session.scalars(select(Heartbeat.asked_by).order_by(Heartbeat.asked_by)).all() == [
        AskedBy.CALL,
        AskedBy.MAIL,
    ]
    assert broken.call_on == clock.today()
    assert [line.__dict__["case"] for line in caplog.records if "cannot be read" in line.message] == [
        broken.id
    ]


def test_a_mobile_is_asked_by_sms_where_there_is_no_mail(app: Flask, session: Session) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], sms_url="https://token@sms.example")
    application = _waiting(session, person={"email": "", "phone": "20112233"})
    _ask(app, session)
    (message,) = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "still_waiting"))
    assert (message.channel, message.address) == (Channel.SMS, "20112233")
    assert "/stadig/" in message.text
    assert (application.call_on, session.scalar(select(Heartbeat.asked_by))) == (None, AskedBy.SMS)


def test_an_installation_may_ask_nobody(app: Flask, session: Session) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], heartbeat_months=0)
    _waiting(session)
    assert _ask(app, session) == 0


@pytest.mark.parametrize("agreed", [-3, 5])
def test_a_call_that_was_agreed_on_stays_whatever_its_day(app: Flask, session: Session, agreed: int) -> None:
    today = clock.today()
    application = _waiting(session, person={"email": ""}, call_on=today + timedelta(days=agreed))
    _ask(app, session)
    assert application.call_on == today + timedelta(days=agreed)


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


@pytest.mark.parametrize("answer", ["ja", "nej"])
def test_no_answer_by_the_button_takes_away_a_call_that_was_agreed_for_later(
    app: Flask, session: Session, client: StrictClient, answer: str
) -> None:
    later = clock.today() + timedelta(days=5)
    application = _waiting(session, call_on=later)
    _ask(app, session)
    session.execute(update(Heartbeat).values(reminded_at=clock.now() - timedelta(days=3)))
    session.commit()
    client.post(_path(session), data=client.form(client.get(_path(session))) | {"svar": answer})
    session.refresh(application)
    assert application.call_on == later


def test_a_button_that_is_none_is_asked_for_again(app: Flask, session: Session, client: StrictClient) -> None:
    _waiting(session)
    _ask(app, session)
    form = client.form(client.get(_path(session)))
    again = client.post(_path(session), data=form | {"svar": "måske"})
    assert (again.status_code, "Tryk på en af knapperne igen." in again.text) == (400, True)
    assert session.scalars(select(Heartbeat.answered_at)).all() == [None]


def test_who_has_got_a_job_meanwhile_is_not_heard_any_more(
    app: Flask, session: Session, client: StrictClient
) -> None:
    application = _waiting(session)
    _ask(app, session)
    form = client.form(client.get(_path(session)))
    move_to(session, application, S.TRIAL)
    client.post(_path(session), data=form | {"svar": "nej"})
    assert session.scalars(select(Heartbeat.answered_at)).all() == [None]
    assert application.call_on is None


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
    session.refresh(application)
    assert application.call_on is None


def test_a_no_in_a_call_ends_nothing_and_leads_to_the_case(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    application = _waiting(session)
    address = f"/personale/venteliste/{application.id}"
    token = client.form(client.get(address))["csrf_token"]
    assert client.post(f"{address}/svar", data={"csrf_token": token, "svar": "måske"}).status_code == 400
    heard = client.post(f"{address}/svar", data={"csrf_token": token, "svar": "nej"})
    assert heard.location == f"/personale/sag/{application.id}"
    assert (application.state, application.call_on) == (S.WAITING, None)
    assert "Vil ikke mere" in client.get(address).text


def test_a_letter_holds_a_link_that_works_and_is_in_the_trail(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    application = _waiting(session, person={"email": ""})
    address = f"/personale/venteliste/{application.id}"
    token = client.form(client.get(address))["csrf_token"]
    letter = client.post(f"{address}/brev", data={"csrf_token": token})
    link = re.search(r"http://localhost:8000(/stadig/[\w-]+)", letter.text)
    assert link
    assert "Ja, det vil jeg gerne" in client.get(link[1]).text
    assert session.scalars(select(Heartbeat.asked_by)).all() == [AskedBy.LETTER]
    assert session.scalars(select(AuditEntry.action).where(AuditEntry.action == "waiting letter")).all()


def test_p12_a_consultant_asks_nobody_of_another_municipality(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    make_consultant(session, AARHUS, name="Bo Bistand")
    foreign = _waiting(session, person={"municipality_code": AARHUS})
    own = _waiting(session)
    token = client.form(client.get(f"/personale/venteliste/{own.id}"))["csrf_token"]
    for verb in ("svar", "brev"):
        sent = client.post(
            f"/personale/venteliste/{foreign.id}/{verb}", data={"csrf_token": token, "svar": "ja"}
        )
        assert sent.status_code == 404
    assert session.scalars(select(Heartbeat)).all() == []


def test_the_newest_jobs_are_listed_and_one_that_is_over_is_not(
    client: StrictClient, session: Session
) -> None:
    sign_in(client, make_consultant(session).staff)
    there = make_posting(session)
    over = make_posting(session, deadline=clock.today() - timedelta(days=1))
    page = client.get("/personale/venteliste/job").text
    assert (there.id in page, over.id in page) == (True, False)
    assert client.get(f"/personale/venteliste/job/{over.id}").status_code == 404
