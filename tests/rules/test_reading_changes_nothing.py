"""Reading a page changes nothing: every GET route, as every role, before and after (P16)."""

from flask import Flask
from sqlalchemy import insert
from sqlalchemy.orm import Session

from portal import clock
from portal.access import public
from portal.db import write
from portal.models.sign_in import SpentChallenge
from trust.figures import note
from whole_portal import addresses, fill, rows

# What was looked at, and by whom: the log of lookups and the sessions' last sign of life.
LOGS = {"audit_entry", "audit_head", "staff_session"}


def test_p16_no_page_that_is_read_changes_a_row(app: Flask, session: Session) -> None:
    whole = fill(app, session)
    before = rows(session, but=LOGS)
    walked, trouble = 0, []
    for rule, _, address in addresses(app, whole, {"GET"}):
        for who, client in whole.browsers.items():
            if rule.rule.startswith("/personale") or who == "nobody":
                with client.get(address) as response:
                    walked += 1
                    if response.status_code >= 500:
                        trouble.append((who, rule.rule, response.status_code))
    after = rows(session, but=LOGS)
    assert trouble == []
    assert walked > 250
    assert {table for table in before if before[table] != after[table]} == set()
    note(16, f"{walked} pages read, 0 differing tables")


def test_p16_a_page_that_writes_is_found(app: Flask, session: Session) -> None:
    @public
    def planted() -> str:
        write(insert(SpentChallenge).values(challenge_hash="x", spent_at=clock.now()))
        return ""

    app.add_url_rule("/planted", "planted", planted)
    before = rows(session, but=LOGS)
    app.test_client().get("/planted")
    after = rows(session, but=LOGS)
    assert {table for table in before if before[table] != after[table]} == {"spent_challenge"}
