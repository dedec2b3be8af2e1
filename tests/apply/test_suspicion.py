"""What looks like a program's doing is set aside for staff, and never refused to anybody's face (P33)."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, MOTHER, fill_in, path_of, send
from conftest import settings_for
from portal import clock, limits
from portal.apply import suspicion
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage
from strict_client import StrictClient, parse

HELPED = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}
LONG = "Jeg er god til at pakke varer, og jeg kommer altid til tiden."


def saying(text: str) -> dict:
    return KIM | {"mere": {"more": text}}


def states(session: Session) -> list[State]:
    session.rollback()
    session.expire_all()
    return list(session.scalars(select(Application.state).order_by(Application.submitted_at)))


def send_trapped(client: StrictClient):
    page = client.get("/ansoeg/tjek")
    return client.post("/ansoeg/send", data=client.form(page, website="https://spam.example"))


def test_who_fills_in_the_hidden_field_is_thanked_and_set_aside(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    assert path_of(send_trapped(client)) == "/ansoeg/tak"
    assert "Tak. Vi har fået dine svar." in client.get("/ansoeg/tak").text
    assert states(session) == [State.QUARANTINED]


def test_no_mail_goes_out_for_what_was_set_aside(client: StrictClient, session: Session) -> None:
    fill_in(client, HELPED)
    send_trapped(client)
    assert session.scalars(select(OutboxMessage)).all() == []
    assert "sendt en mail" not in client.get("/ansoeg/tak").text


def test_the_hidden_field_is_met_by_no_keyboard_and_no_screen_reader(client: StrictClient) -> None:
    fill_in(client, KIM)
    trap = parse(client.get("/ansoeg/tjek").text).find(".//div[@aria-hidden='true'][@class='kj-trap']")
    assert trap is not None
    field = trap.find("input")
    assert field is not None
    assert (field.get("tabindex"), field.get("autocomplete")) == ("-1", "off")


@pytest.mark.parametrize(("seconds", "state"), [(2, State.QUARANTINED), (4, State.RECEIVED)])
def test_nobody_answers_a_whole_form_in_two_seconds(
    app: Flask, client: StrictClient, session: Session, seconds: int, state: State
) -> None:
    folder = app.config["SETTINGS"].data_dir
    app.config["SETTINGS"] = settings_for(folder, form_seconds=3)
    with time_machine.travel(clock.now(), tick=False) as traveller:
        fill_in(client, KIM)
        traveller.shift(timedelta(seconds=seconds))
        send(client)
    assert states(session) == [state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Se https://a.example", State.RECEIVED),
        ("https://a.example https://b.example www.c.example", State.QUARANTINED),
    ],
)
def test_one_link_is_fine_and_three_are_not(
    client: StrictClient, session: Session, text: str, state: State
) -> None:
    fill_in(client, saying(text))
    send(client)
    assert states(session) == [state]


def test_a_school_class_on_one_network_loses_nobody(app: Flask, session: Session) -> None:
    for _ in range(suspicion.MOST_AN_HOUR + 2):
        student = app.test_client()
        fill_in(student, KIM)
        send(student)
    assert set(states(session)) == {State.RECEIVED}


def test_p33_a_network_that_sends_all_day_counts_only_together_with_a_second_sign(
    app: Flask, session: Session
) -> None:
    assert (suspicion.MOST_AN_HOUR, suspicion.MOST_A_DAY) == (10, 50)
    with app.test_request_context(environ_base={"REMOTE_ADDR": "127.0.0.1"}):
        by_hour, by_day = suspicion._of_network(limits.network())
    limits.count_all(session, [by_day] * suspicion.MOST_A_DAY)
    session.commit()
    assert limits.counted_all(session, [by_hour, by_day]) == (0, suspicion.MOST_A_DAY)
    for more in ("Jeg er god til at pakke.", "Se https://a.example"):
        client = app.test_client()
        fill_in(client, saying(more))
        send(client)
    assert states(session) == [State.RECEIVED, State.QUARANTINED]


def test_the_same_long_text_over_and_over_from_one_network_is_set_aside(app: Flask, session: Session) -> None:
    for _ in range(suspicion.MOST_AN_HOUR + 2):
        program = app.test_client()
        fill_in(program, saying(LONG))
        send(program)
    assert states(session).count(State.QUARANTINED) == 2
