"""Limits keep no address, hold over processes, and believe only the proxies that were named (P35)."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_staff
from portal import limits
from portal.app import create_app
from portal.db import db
from portal.staff.actions import PER_NETWORK
from strict_client import StrictClient

MINUTES = timedelta(minutes=5)
ALLOWED = PER_NETWORK[MINUTES]
ADDRESS = "198.51.100.77"


def tries_until_refused(client: StrictClient, **headers: str) -> int:
    """How many sign-ins with ever new accounts one network gets, each under another claimed address."""
    page = client.get("/personale/log-ind")
    for number in range(ALLOWED + 5):
        typed = client.form(page, email=f"a{number}@example.com", password="forkert kode her")
        said = {name: value.format(number) for name, value in headers.items()}
        answer = client.post(
            "/personale/log-ind", data=typed, headers=said, environ_base={"REMOTE_ADDR": ADDRESS}
        )
        if answer.status_code == 429 or "for mange" in answer.text.lower():
            return number
    return ALLOWED + 5


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted here are tries, not the time that each takes."""
    monkeypatch.setattr("portal.passwords.is_right", lambda *_: False)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_p35_a_claimed_address_gives_no_try_more(client: StrictClient, session: Session, header: str) -> None:
    make_staff(session)
    value = "for=10.{0}.1.1" if header == "Forwarded" else "10.{0}.1.1"
    assert tries_until_refused(client, **{header: value}) == ALLOWED


def test_p35_behind_one_proxy_only_what_the_proxy_says_counts(portal_folder: Path) -> None:
    app = create_app(settings_for(portal_folder, trusted_proxies=1))
    app.testing, app.test_client_class = True, StrictClient
    with app.app_context():
        spoofed = tries_until_refused(app.test_client(), **{"X-Forwarded-For": f"10.{{0}}.1.1, {ADDRESS}"})
        db.engine.dispose()
    assert spoofed == ALLOWED


def test_p35_what_one_process_counted_the_next_one_knows(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    assert tries_until_refused(client) == ALLOWED
    again = create_app(settings_for(portal_folder))
    again.testing, again.test_client_class = True, StrictClient
    with again.app_context():
        assert tries_until_refused(again.test_client()) == 0
        db.engine.dispose()


def test_p35_no_row_of_the_database_holds_the_address(
    app: Flask, client: StrictClient, session: Session, portal_folder: Path
) -> None:
    tries_until_refused(client)
    raw = b"".join(path.read_bytes() for path in portal_folder.rglob("*") if path.is_file())
    assert [part for part in (ADDRESS, "198.51.100", "a1@example.com") if part.encode() in raw] == []
    with app.test_request_context(environ_base={"REMOTE_ADDR": ADDRESS}):
        assert limits._key("x", limits.network()) != limits._key("y", limits.network())
