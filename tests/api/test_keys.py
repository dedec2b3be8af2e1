"""Who may push: the holder of a key, for one source, not too often, until the key is revoked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import make_staff, sign_in
from portal.api import keys
from portal.models.partner import PartnerKey
from portal.models.posting import Posting
from portal.models.staff import Role
from pushing import PATH, Push, make_key, posting
from strict_client import StrictClient

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
BATCH = {"postings": [posting()]}


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def ask(client: StrictClient, authorization: str | None, path: str = PATH) -> TestResponse:
    headers = {"Authorization": authorization} if authorization is not None else {}
    return client.post(path, json=BATCH, headers=headers)


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "Bearer æøå", "bearer x=y"]
)
def test_nobody_gets_in_without_a_key(
    client: StrictClient, session: Session, key: str, authorization: str | None
) -> None:
    answer = ask(client, authorization)
    assert (answer.status_code, answer.mimetype, answer.headers["WWW-Authenticate"]) == (
        401,
        "application/problem+json",
        "Bearer",
    )
    assert answer.get_json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Send your key: Authorization: Bearer <key>",
    }
    assert session.scalars(select(Posting)).all() == []


def test_a_member_of_staff_who_is_signed_in_is_no_partner(app: Flask, session: Session) -> None:
    browser = sign_in(app.test_client(), make_staff(session, Role.ADMIN))
    assert ask(browser, None).status_code == 401


def test_a_revoked_key_opens_nothing(client: StrictClient, session: Session) -> None:
    key = make_key(session, "testmarked", revoked_at=NOON)
    assert ask(client, f"Bearer {key}").status_code == 401


def test_a_foreign_source_and_one_that_never_was_answer_alike(
    client: StrictClient, session: Session, key: str
) -> None:
    make_key(session, "another")
    foreign = ask(client, f"Bearer {key}", "/api/v1/partners/another/postings")
    absent = ask(client, f"Bearer {key}", "/api/v1/partners/never/postings")
    assert (foreign.status_code, foreign.data) == (403, absent.data)
    assert absent.status_code == 403


def test_the_table_holds_a_hash_of_the_key_and_when_it_was_used(
    push: Push, session: Session, key: str, clock: time_machine.Traveller
) -> None:
    push(posting())
    row = session.scalars(select(PartnerKey)).one()
    assert key not in row.token_hash
    assert (len(row.token_hash), row.last_used_at) == (64, NOON)
    clock.shift(timedelta(minutes=5))
    push(posting())
    assert row.last_used_at == NOON + timedelta(minutes=5)


def test_a_source_that_asks_too_often_waits_a_minute(push: Push, clock: time_machine.Traveller) -> None:
    answers = [push(posting()).status_code for _ in range(keys.PER_SOURCE)]
    assert set(answers) == {200}
    refused = push(posting())
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    clock.shift(timedelta(minutes=1))
    assert push(posting()).status_code == 200


def test_a_network_that_guesses_keys_is_held_back(
    client: StrictClient, key: str, clock: time_machine.Traveller
) -> None:
    guesses = [ask(client, f"Bearer guess-{n}").status_code for n in range(keys.WRONG_PER_NETWORK)]
    assert set(guesses) == {401}
    assert ask(client, f"Bearer {key}").status_code == 429
    clock.shift(timedelta(minutes=5))
    assert ask(client, f"Bearer {key}").status_code == 200


def test_stopping_needs_the_key_too(client: StrictClient) -> None:
    assert client.delete(f"{PATH}/job-17").status_code == 401
