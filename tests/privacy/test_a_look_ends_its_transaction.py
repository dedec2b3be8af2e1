"""P48: a look is noted in the transaction that read, or in one of its own where that is too old to write."""

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal import audit, audit_chain
from portal.access import staff_only
from portal.db import db
from portal.models.audit import AuditEntry
from portal.models.staff import Staff
from strict_client import StrictClient

HELLO = "<!DOCTYPE html><html lang='da'><head><title>Hej</title></head><body><h1>Hej</h1></body></html>"


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session))


def look_after(app: Flask, *, somebody_writes: bool) -> None:
    """A page that reads, during which somebody else may write, and that is noted last."""

    def view() -> str:
        db.session.scalars(select(Staff)).all()
        if somebody_writes:
            with db.engine.begin() as other:
                other.execute(update(Staff).values(name="Sanne Ny"))
        audit.looked("queue", purpose="case work")
        return HELLO

    app.add_url_rule("/personale/kig", "look", staff_only()(view))


@pytest.mark.parametrize("somebody_writes", [False, True])
def test_p48_a_look_is_noted_once_whoever_has_written_meanwhile(
    app: Flask, sanne: StrictClient, session: Session, somebody_writes: bool
) -> None:
    look_after(app, somebody_writes=somebody_writes)
    assert sanne.get("/personale/kig").status_code == 200
    session.rollback()
    noted = session.scalars(select(AuditEntry.object_kind).where(AuditEntry.action == "read")).all()
    assert (noted, audit_chain.verify(session).wrong) == (["queue"], "")
    assert (session.scalar(select(Staff.name)) == "Sanne Ny") == somebody_writes
