"""P33, P35: a network begins so many forms an hour and no more; whoever has begun goes on undisturbed."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from apply.filling import QUESTION, answer, path_of, start
from portal.apply import drafts
from portal.models.application import Application
from strict_client import StrictClient

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOON = "2026-11-23 12:00:05"
PHONE = 'href="tel:'


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few that a test can reach them."""
    monkeypatch.setattr(drafts, "PER_NETWORK", {HOUR: 3, DAY: 5})


def begun(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Application)) or 0


def from_network(app: Flask, address: str) -> StrictClient:
    client: StrictClient = app.test_client()
    client.environ_base = client.environ_base | {"REMOTE_ADDR": address}
    return client


def status_of_a_start(app: Flask, address: str) -> int:
    return int(start(from_network(app, address)).status_code)


def test_p33_far_more_may_begin_than_a_school_class_needs() -> None:
    assert drafts.PER_NETWORK == {HOUR: 200, DAY: 1000}


@pytest.mark.usefixtures("few")
def test_p33_a_network_that_begins_without_end_waits_and_others_do_not(app: Flask, session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        tries = [status_of_a_start(app, f"10.0.0.{number}") for number in range(5)]
        assert tries == [303, 303, 303, 429, 429]
        assert status_of_a_start(app, "10.0.1.1") == 303
        traveller.shift(HOUR)
        assert [status_of_a_start(app, "10.0.0.1") for _ in range(3)] == [303, 303, 429]
        traveller.shift(DAY)
        assert status_of_a_start(app, "10.0.0.1") == 303
    assert begun(session) == 7


@pytest.mark.usefixtures("few")
def test_p33_whoever_has_begun_goes_on(app: Flask, session: Session) -> None:
    client = from_network(app, "10.0.0.1")
    start(client)
    for _ in range(4):
        status_of_a_start(app, "10.0.0.2")
    assert path_of(answer(client, "hvem", who="self")) == f"{QUESTION}/navn"


@pytest.mark.usefixtures("few")
def test_p33_the_page_keeps_what_was_typed_and_names_the_telephone(app: Flask, session: Session) -> None:
    for _ in range(3):
        status_of_a_start(app, "10.0.0.1")
    client = from_network(app, "10.0.0.1")
    page = client.post("/ring-mig-op", data=client.form(client.get("/ring-mig-op"), name="Kim Kandidat"))
    assert (page.status_code, PHONE in page.text) == (429, True)
    assert 'value="Kim Kandidat"' in page.text
    assert "Vent en time. Eller ring til os." in page.text
    assert begun(session) == 3


@pytest.mark.usefixtures("few")
def test_p33_an_answer_whose_draft_is_lost_begins_no_draft_too_many(app: Flask, session: Session) -> None:
    client = from_network(app, "10.0.0.1")
    page = client.get("/ansoeg")
    for _ in range(3):
        status_of_a_start(app, "10.0.0.1")
    typed = client.form(page) | {"name": "Kim Kandidat"}
    kept = client.post(f"{QUESTION}/navn", data=typed)
    assert (kept.status_code, 'value="Kim Kandidat"' in kept.text) == (429, True)
    assert begun(session) == 3
