"""Writes the audit trail: each look at personal data and each change, with its purpose, never its values."""

import sqlite3
import time
from typing import Final

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from portal import audit_chain, changed_fields, clock, crypto
from portal.access import me
from portal.audit_chain import Line
from portal.db import db
from portal.models.staff import Staff

AT_ONCE_SECONDS: Final = 1.0
"""Less than the four that SQLite waits for the lock where it waits at all, and more than a full machine takes
to be refused; with them it stays below the six of P58.
"""
_REFUSED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_SNAPSHOT})


def looked(object_kind: str, object_id: str = "", *, purpose: str) -> None:
    """Notes that the person signed in has looked at something, and commits."""
    _add(_line("read", object_kind, object_id, purpose))


def searched(object_kind: str, criterion: str, *, purpose: str) -> None:
    """Notes a search, and commits.

    What was searched for is personal data itself: the trail keeps a keyed hash of it, which shows whether
    somebody's name was searched for, but not which names were.
    """
    hashed = crypto.keyring().keyed_hash(criterion, purpose="audit search")
    _add(_line("search", object_kind, hashed, purpose))


def exported(object_kind: str, object_id: str, *, purpose: str) -> None:
    """Notes that the person signed in has taken something away as a file, and commits."""
    _add(_line("export", object_kind, object_id, purpose))


def changed(action: str, object_kind: str, object_id: str, *, purpose: str, by: Staff | None = None) -> None:
    """Notes a change as the last part of the transaction that makes it, with the names of what was changed in
    it and not noted yet. The caller commits. `by` is whose change it is, else that of who is signed in.
    """
    session: Session = db.session()
    # The end of the chain is locked last, so that two transactions never wait for one another in a circle.
    session.flush()
    fields = changed_fields.take(session.connection())
    audit_chain.add(session.connection(), _line(action, object_kind, object_id, purpose, fields, by=by))


def _add(line: Line) -> None:
    """Ends the transaction of the request with the line: to begin another one costs more than the line does.

    Where somebody has written since SQLite began to read for this one, or is about to, it refuses at once.
    Then the line is a transaction of its own, which begins with its write and waits for its turn. Nothing is
    lost with the other: what has written is never refused for that. Any other trouble is raised, and what
    has waited does not wait again.
    """
    session: Session = db.session()
    session.flush()
    began = time.monotonic()
    try:
        audit_chain.add(session.connection(), line)
    except OperationalError as error:
        refused = getattr(error.orig, "sqlite_errorcode", None) in _REFUSED
        if not refused or time.monotonic() - began > AT_ONCE_SECONDS:
            raise
        session.rollback()
        with db.engine.begin() as connection:
            audit_chain.add(connection, line)
    else:
        session.commit()


def _line(
    action: str, object_kind: str, object_id: str, purpose: str, fields: str = "", *, by: Staff | None = None
) -> Line:
    return Line(
        at=clock.now(),
        staff_id=(by or me()).id,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        purpose=purpose,
        fields=fields,
    )
