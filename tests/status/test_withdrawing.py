"""Withdrawing: one confirming press, and what was written is gone (P45, P47)."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from apply.filling import KIM, fill_in, path_of, send
from factories import make_application, move_to
from portal import outbox
from portal.models.application import Application, State
from portal.models.candidate import Candidate
from portal.models.mail import OutboxMessage
from portal.models.ticket import Ticket
from strict_client import StrictClient


def sent(client: StrictClient, session: Session) -> Application:
    fill_in(client, KIM)
    send(client)
    return session.scalars(select(Application)).one()


def withdraw(client: StrictClient):
    page = client.get("/min-ansoegning/fortryd")
    return client.post("/min-ansoegning/fortryd", data=client.form(page))


def test_opening_the_page_changes_nothing(client: StrictClient, session: Session) -> None:
    application = sent(client, session)
    client.get("/min-ansoegning/fortryd")
    session.refresh(application)
    assert application.state == State.RECEIVED


def test_one_press_ends_the_case_and_deletes_what_was_written(client: StrictClient, session: Session) -> None:
    application = sent(client, session)
    assert path_of(withdraw(client)) == "/min-ansoegning/slettet"
    session.refresh(application)
    assert (application.state, application.answers, application.fits) == (State.WITHDRAWN, "", "")
    person = session.scalars(select(Candidate)).one()
    assert (person.name, person.phone, person.email, person.place) == ("", "", "", "")
    assert session.scalars(select(Ticket)).all() == []


def test_the_page_afterwards_says_what_was_done(client: StrictClient, session: Session) -> None:
    sent(client, session)
    page = client.get(path_of(withdraw(client))).text
    assert "Dine svar, dit navn og dit nummer er slettet." in page


def test_nobody_comes_back_in(client: StrictClient, session: Session) -> None:
    application = sent(client, session)
    code = application.reference
    withdraw(client)
    assert path_of(client.get("/min-ansoegning/side")) == "/min-ansoegning"
    page = client.get("/min-ansoegning")
    again = client.post("/min-ansoegning", data=client.form(page, code=code, digits="2233"))
    assert again.status_code == 422


def test_a_mail_says_that_it_is_done_and_waiting_mails_are_dropped(
    client: StrictClient, session: Session
) -> None:
    sent(client, session)
    withdraw(client)
    session.expire_all()
    assert [mail.kind for mail in session.scalars(select(OutboxMessage))] == ["withdrawn"]


def test_waiting_mails_of_a_case_that_was_joined_are_dropped_too(
    client: StrictClient, session: Session
) -> None:
    application = sent(client, session)
    part = move_to(session, make_application(session), State.MERGED)
    part.merged_into_id = application.id
    outbox.queue(session, "closed", to="kim@example.com", application_id=part.id)
    session.commit()
    withdraw(client)
    session.expire_all()
    assert [mail.kind for mail in session.scalars(select(OutboxMessage))] == ["withdrawn"]


def test_pressing_twice_is_harmless(client: StrictClient, session: Session) -> None:
    sent(client, session)
    page = client.get("/min-ansoegning/fortryd")
    client.post("/min-ansoegning/fortryd", data=client.form(page))
    assert client.post("/min-ansoegning/fortryd", data=client.form(page)).status_code == 303


def test_a_person_with_another_case_keeps_the_name_there(client: StrictClient, session: Session) -> None:
    application = sent(client, session)
    other = make_application(session)
    other.candidate_id = application.candidate_id
    session.commit()
    withdraw(client)
    session.refresh(other)
    assert session.get_one(Candidate, other.candidate_id).name == "Kim Kandidat"


def test_the_words_of_staff_about_the_person_go_too(client: StrictClient, session: Session) -> None:
    application = sent(client, session)
    application.moves[0].note = "Kim er genert"
    session.commit()
    withdraw(client)
    assert session.execute(text("SELECT count(*) FROM move WHERE note_sealed IS NOT NULL")).scalar() == 0


def test_the_sealed_answers_leave_the_database(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    application = sent(client, session)
    sealed = application.answers_sealed
    assert sealed is not None
    withdraw(client)
    session.rollback()
    with closing(sqlite3.connect(portal_folder / "portal.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = b"".join(path.read_bytes() for path in portal_folder.rglob("portal.db*"))
    assert sealed not in files
