"""P48: the audit trail is only ever added to, and its chain shows what was changed; on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from conftest import settings_for
from portal import audit_chain, clock
from portal.app import create_app
from portal.audit_chain import Line
from portal.db import db
from portal.models.audit import AuditEntry, AuditHead, AuditSegment


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Session]:
    """A session on a new database of each kind."""
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=migrated / "field-keys.json"))
    with app.app_context():
        upgrade()
        yield db.session()
        db.session.remove()
        db.engine.dispose()


def line(day: datetime | None = None, what: str = "abc") -> Line:
    return Line(
        at=day or clock.now(),
        staff_id="staff",
        action="read",
        object_kind="application",
        object_id=what,
        purpose="case work",
    )


def fill(session: Session, count: int) -> None:
    for number in range(count):
        audit_chain.add(session.connection(), line(what=f"case {number}"))
    session.commit()


def test_p48_no_entry_can_be_changed_or_deleted(either: Session) -> None:
    fill(either, 3)
    for statement in (
        update(AuditEntry).values(purpose="curiosity"),
        delete(AuditEntry).where(AuditEntry.number == 3),
        delete(AuditEntry),
    ):
        with pytest.raises(DBAPIError, match="only ever added"):
            either.execute(statement)
        either.rollback()
    assert audit_chain.verify(either).wrong == ""


def test_p48_a_closed_month_is_dropped_and_the_chain_goes_on_from_its_anchor(either: Session) -> None:
    audit_chain.add(either.connection(), line(datetime(2026, 8, 3, tzinfo=UTC)))
    audit_chain.add(either.connection(), line(datetime(2026, 8, 30, tzinfo=UTC)))
    audit_chain.add(either.connection(), line(datetime(2026, 9, 2, tzinfo=UTC)))
    either.commit()
    assert audit_chain.drop_before(either, datetime(2026, 9, 20, tzinfo=UTC)) == 2
    either.commit()
    verdict = audit_chain.verify(either)
    assert (verdict.entries, verdict.number, verdict.wrong) == (1, 3, "")
    anchor = either.scalars(select(AuditSegment)).one()
    assert (anchor.month, anchor.last_number, anchor.entries) == ("2026-08", 2, 2)
    with pytest.raises(DBAPIError, match="only ever added"):
        either.execute(update(AuditSegment).values(link="other"))
    either.rollback()


def test_p48_a_month_that_is_not_over_stays(session: Session) -> None:
    fill(session, 2)
    assert audit_chain.drop_before(session, clock.now()) == 0


def test_p48_when_every_entry_is_old_the_chain_still_goes_on(session: Session) -> None:
    audit_chain.add(session.connection(), line(clock.now() - timedelta(days=400)))
    session.commit()
    assert audit_chain.drop_before(session, clock.now() - timedelta(days=365)) == 1
    session.commit()
    fill(session, 1)
    assert audit_chain.verify(session).wrong == ""


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("UPDATE audit_entry SET purpose = 'x' WHERE number = 2", "entry 2 is not what was written"),
        ("UPDATE audit_entry SET staff_id = 'other' WHERE number = 3", "entry 3 is not what was written"),
        ("DELETE FROM audit_entry WHERE number = 2", "entry 2 is missing"),
        ("DELETE FROM audit_entry WHERE number = 3", "the newest entries are missing"),
        ("UPDATE audit_head SET link = 'x'", "the newest entries are missing"),
    ],
)
def test_p48_what_somebody_changes_past_the_triggers_is_seen(
    session: Session, change: str, wrong: str
) -> None:
    fill(session, 3)
    session.execute(text("DROP TRIGGER audit_entry_stays"))
    session.execute(text("DROP TRIGGER audit_entry_is_kept"))
    session.execute(text(change))
    session.commit()
    assert audit_chain.verify(session).wrong == wrong


def test_p48_nothing_is_dropped_from_a_chain_that_is_broken(session: Session) -> None:
    audit_chain.add(session.connection(), line(clock.now() - timedelta(days=400)))
    session.commit()
    session.execute(update(AuditHead).values(link="x"))
    session.commit()
    assert audit_chain.drop_before(session, clock.now()) == 0


def test_p48_the_command_says_where_the_chain_ends(app: Flask, session: Session) -> None:
    fill(session, 2)
    result = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert result.exit_code == 0
    assert "2 entries are right. The chain ends at 2:" in result.output


def test_p48_the_command_fails_on_a_broken_chain(app: Flask, session: Session) -> None:
    fill(session, 2)
    session.execute(update(AuditHead).values(number=9))
    session.commit()
    result = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert result.exit_code == 1
    assert "newest entries are missing" in result.output
