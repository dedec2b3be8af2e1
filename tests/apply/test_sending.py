"""Sending: once, whatever happens; with a receipt that holds nothing of what was written (P52, P53)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, fill_in, path_of, send
from portal import clock, tickets
from portal.apply import actions, engine, queries
from portal.apply.suspicion import Sender
from portal.models.application import Application, Move, State
from portal.models.candidate import Candidate
from portal.models.mail import OutboxMessage
from strict_client import StrictClient, parse

AT_ONCE = 20
SENDER = Sender(network="127.0.0.0/24", trap="", shortest=timedelta(0))


def counted(session: Session, table: type) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_twenty_sends_at_once_make_one_application_and_one_receipt(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    data = client.form(client.get("/ansoeg/tjek"))
    cookie = client.get_cookie("klapjob")
    assert cookie is not None

    def press(_: int) -> tuple[int, str]:
        browser = app.test_client()
        browser.set_cookie("klapjob", cookie.value)
        response = browser.post("/ansoeg/send", data=data)
        return response.status_code, path_of(response)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(press, range(AT_ONCE)))
    assert answers == [(303, "/ansoeg/tak")] * AT_ONCE
    assert [counted(session, table) for table in (Application, Candidate, OutboxMessage, Move)] == [
        1,
        1,
        1,
        1,
    ]


def test_sending_again_with_the_back_button_leads_to_the_same_receipt(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    data = client.form(client.get("/ansoeg/tjek"))
    client.post("/ansoeg/send", data=data)
    first = client.get("/ansoeg/tak").text
    assert path_of(client.post("/ansoeg/send", data=data)) == "/ansoeg/tak"
    reference = session.scalars(select(Application)).one().reference
    assert reference is not None
    shown = f"{reference[:4]} {reference[4:]}".upper()
    assert shown in first
    assert shown in client.get("/ansoeg/tak").text
    assert counted(session, OutboxMessage) == 1


def test_after_sending_every_page_of_the_form_leads_to_the_receipt(client: StrictClient) -> None:
    fill_in(client, KIM)
    page = client.get(f"{QUESTION}/navn")
    send(client)
    assert path_of(client.get(f"{QUESTION}/navn")) == "/ansoeg/tak"
    assert path_of(client.get("/ansoeg/tjek")) == "/ansoeg/tak"
    assert path_of(client.post(f"{QUESTION}/navn", data=client.form(page, name="Trudy"))) == "/ansoeg/tak"


def test_after_sending_the_start_page_starts_anew(client: StrictClient) -> None:
    fill_in(client, KIM)
    send(client)
    buttons = ["".join(b.itertext()) for b in parse(client.get("/ansoeg").text).findall(".//main//button")]
    assert buttons == ["Start"]


def test_an_incomplete_draft_is_not_sent(client: StrictClient, session: Session) -> None:
    fill_in(client, dict(list(KIM.items())[:3]))
    draft = session.scalars(select(Application)).one()
    with pytest.raises(actions.IncompleteError):
        actions.make_ready(session, draft, engine.walk(queries.answers_of(draft)), SENDER)
    assert queries.is_draft(draft)


def test_whoever_comes_second_finds_it_done(app: Flask, client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    late = session.scalars(select(Application)).one()
    send(client)
    with app.test_request_context():
        ready = actions.make_ready(session, late, engine.walk(queries.answers_of(late)), SENDER)
        actions.send(session, late, ready, days=5)
    assert session.scalars(select(Application)).one().state == State.RECEIVED
    assert [counted(session, table) for table in (Application, Candidate, OutboxMessage)] == [1, 1, 1]


def test_answers_that_change_while_they_are_sent_are_not_sent_unseen(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    draft = session.scalars(select(Application)).one()
    with app.test_request_context():
        ready = actions.make_ready(session, draft, engine.walk(queries.answers_of(draft)), SENDER)
        # Another window saves an answer, as `save_answer` does.
        session.execute(update(Application.__table__).values(updated_at=clock.now()))  # type: ignore[arg-type]
        session.commit()
        actions.send(session, draft, ready, days=5)
    assert session.scalars(select(Application)).one().state == State.DRAFT
    assert [counted(session, table) for table in (Candidate, OutboxMessage, Move)] == [0, 0, 0]


@time_machine.travel(datetime(2026, 4, 1, 10, tzinfo=UTC), tick=False)
def test_the_receipt_says_what_happens_and_by_which_working_day(client: StrictClient) -> None:
    fill_in(client, KIM)
    send(client)
    tree = parse(client.get("/ansoeg/tak").text)
    # Easter 2026 is from 2 to 6 April: the five working days are 7, 8, 9, 10 and 13 April.
    assert ["".join(step.itertext()) for step in tree.findall(".//main//ol/li")] == [
        "Vi læser dine svar.",
        "Vi ringer eller skriver til dig senest mandag 13. april.",
        "Så taler vi om, hvad du gerne vil.",
    ]
    assert "tel:+4536359660" in [a.get("href") for a in tree.findall(".//main//a")]


def test_the_receipt_holds_nothing_of_what_was_written(client: StrictClient) -> None:
    fill_in(client, KIM)
    send(client)
    page = client.get("/ansoeg/tak").text
    assert [word for word in ("Kim", "20 11 22 33", "example.com", "4200", "pakke") if word in page] == []


@time_machine.travel(datetime(2026, 5, 11, 10, tzinfo=UTC), tick=False)
def test_the_mail_has_the_number_and_the_day_and_nothing_personal(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    send(client)
    mail = session.scalars(select(OutboxMessage)).one()
    application = session.scalars(select(Application)).one()
    shown = tickets.shown(application.reference)
    assert (mail.kind, mail.address, mail.subject) == ("receipt", "kim@example.com", "Vi har fået dine svar")
    assert mail.application_id == application.id
    lines = mail.text.splitlines()
    link = lines.pop(11)
    assert link.startswith("http://localhost:8000/min-ansoegning/")
    assert len(link.rpartition("/")[2]) == 43
    assert lines == [
        "Hej",
        "",
        "Tak. Vi har fået dine svar.",
        "",
        f"Dit nummer hos os er {shown}.",
        "",
        "Det sker der nu:",
        "- Vi læser dine svar.",
        "- Du hører fra os senest tirsdag 19. maj.",
        "",
        "Se, hvordan det går:",
        "",
        "Vil du spørge om noget? Ring til os på 36 35 96 60. Sig dit nummer.",
        "",
        "Venlig hilsen",
        "KLAPjob",
    ]
    everything = mail.subject + mail.text + mail.html
    assert [word for word in ("Kim", "20 11 22 33", "4200", "pakke", "pension") if word in everything] == []


def test_who_gives_a_number_only_gets_no_mail(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM | {"kontakt": {"phone": "20112233"}})
    send(client)
    assert counted(session, OutboxMessage) == 0
    assert "sendt en mail" not in client.get("/ansoeg/tak").text
