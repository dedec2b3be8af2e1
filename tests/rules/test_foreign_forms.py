"""A form with another browser's token, or from another site's page, changes nothing (P17)."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal.models.staff import Role
from strict_client import StrictClient
from whole_portal import UNSAFE, addresses, fill, rows

# Counted and logged is what was tried; that is no change.
LOGS = {"audit_entry", "audit_head", "attempt", "staff_session"}
FOREIGN = ["https://evil.example", "http://localhost.evil.example", "http://evil.example:80", "http://[", "x"]


def _everybody(app: Flask, session: Session, name: str) -> StrictClient:
    client: StrictClient = sign_in(app.test_client(), make_staff(session, *Role, name=name))
    return client


def _token(client: StrictClient) -> str:
    return str(client.form(client.get("/personale/mit-log-ind"))["csrf_token"])


def test_p17_the_token_of_another_browser_is_good_for_nothing(app: Flask, session: Session) -> None:
    whole = fill(app, session)
    mine, stolen = _everybody(app, session, "Alma Alt"), _token(_everybody(app, session, "Berit Bred"))
    before = rows(session, but=LOGS)
    tried = 0
    for rule, method, address in addresses(app, whole, UNSAFE):
        if not rule.rule.startswith("/api/"):
            mine.open(address, method=method, data={"csrf_token": stolen, "do": "start", "name": "Kim"})
            tried += 1
    after = rows(session, but=LOGS)
    assert tried > 60
    assert {table for table in before if before[table] != after[table]} == set()


def test_p17_a_page_of_another_site_is_refused_even_with_a_good_token(app: Flask, session: Session) -> None:
    whole, mine = fill(app, session), _everybody(app, session, "Alma Alt")
    token, before = _token(mine), rows(session, but=LOGS)
    answers = {
        rule.rule: mine.open(
            address, method=method, data={"csrf_token": token}, headers={"Origin": FOREIGN[0]}
        ).status_code
        for rule, method, address in addresses(app, whole, UNSAFE)
    }
    assert {path: status for path, status in answers.items() if status != 400} == {}
    assert rows(session, but=LOGS) == before


@pytest.mark.parametrize("origin", FOREIGN)
def test_p17_signing_out_is_not_for_other_sites(app: Flask, session: Session, origin: str) -> None:
    mine = _everybody(app, session, "Alma Alt")
    data = {"csrf_token": _token(mine)}
    assert mine.post("/personale/log-ud", data=data, headers={"Origin": origin}).status_code == 400
    assert (
        mine.post("/personale/log-ud", data=data, headers={"Origin": "http://localhost"}).status_code == 302
    )


def test_p17_a_form_that_anybody_could_send_is_found(app: Flask, session: Session) -> None:
    """The first check is not blind: with the token of its own browser a form does change something."""
    mine = _everybody(app, session, "Alma Alt")
    before = rows(session, but=LOGS)
    data = {"csrf_token": _token(mine)}
    mine.post("/personale/sikkerhed/koder", data=data)
    after = rows(session, but=LOGS)
    assert {table for table in before if before[table] != after[table]} == {"recovery_code"}
