"""Proof of work: only under attack, by itself, each solution once; without scripts staff read first (P34)."""

import json
from datetime import UTC, datetime

import altcha
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, fill_in
from portal import limits
from portal.apply import proving, suspicion
from portal.models.application import Application, State
from strict_client import StrictClient, parse


def attack(session: Session) -> None:
    for _ in range(suspicion.MANY_SUSPECT):
        limits.count_all(session, [suspicion.SUSPECTS])
    session.commit()


def solved(task: str) -> str:
    challenge = altcha.Challenge.from_dict(json.loads(task))
    solution = altcha.solve_challenge(challenge)
    assert solution is not None
    return altcha.Payload(challenge, solution).to_base64()


def check_page(client: StrictClient):
    fill_in(client, KIM)
    return client.get("/ansoeg/tjek")


def task_of(page) -> str:
    return parse(page.text).find(".//form[@id='send']").get("data-task", "")


def send(client: StrictClient, page, **typed: str) -> None:
    client.post("/ansoeg/send", data=client.form(page, **typed))


def states(session: Session) -> list[State]:
    session.rollback()
    return [case.state for case in session.scalars(select(Application).order_by(Application.created_at))]


def test_on_a_calm_day_no_page_sets_a_task(client: StrictClient, session: Session) -> None:
    page = check_page(client)
    assert task_of(page) == ""
    assert "proof.js" not in page.text
    send(client, page)
    assert states(session) == [State.RECEIVED]


def test_p34_under_attack_a_solution_joins_the_queue_and_none_is_read_by_staff_first(
    app: Flask, client: StrictClient, session: Session
) -> None:
    attack(session)
    page = check_page(client)
    assert "proof.js" in page.text
    send(client, page, proof=solved(task_of(page)))
    without_scripts = app.test_client()
    send(without_scripts, check_page(without_scripts))
    assert "Tak. Vi har fået dine svar." in without_scripts.get("/ansoeg/tak").text
    assert states(session) == [State.RECEIVED, State.QUARANTINED]


def test_a_solution_counts_once(app: Flask, client: StrictClient, session: Session) -> None:
    attack(session)
    proof = ""
    for browser in (client, app.test_client()):
        page = check_page(browser)
        proof = proof or solved(task_of(page))
        send(browser, page, proof=proof)
    assert states(session) == [State.RECEIVED, State.QUARANTINED]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("proof", ["", "x", "e30=", "a" * 5000, "null", "bnVsbA=="])
def test_what_is_no_solution_is_none(proof: str) -> None:
    assert proving.solved(proof) is None


@pytest.mark.usefixtures("app")
def test_a_task_that_somebody_else_made_is_no_proof() -> None:
    own = altcha.create_challenge("PBKDF2/SHA-256", 1, key_prefix="", hmac_secret="another secret")
    solution = altcha.Solution(counter=0, derived_key="00")
    assert proving.solved(altcha.Payload(own, solution).to_base64()) is None


def test_what_was_seen_is_remembered_until_it_is_worth_nothing(session: Session) -> None:
    until = datetime(2099, 1, 1, tzinfo=UTC)
    seen = [limits.is_first(session, "proof", "nonce", until=until) for _ in range(3)]
    limits.purge(session)
    assert [*seen, limits.is_first(session, "proof", "nonce", until=until)] == [True, False, False, False]
