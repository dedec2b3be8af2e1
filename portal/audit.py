"""Writes the audit trail: each look at personal data and each change, with its purpose, never its values."""

from sqlalchemy import insert

from portal import clock, crypto
from portal.access import me
from portal.db import db, write
from portal.models.audit import AuditEntry


def looked(object_kind: str, object_id: str = "", *, purpose: str) -> None:
    """Notes that the person signed in has looked at something, in a transaction of its own."""
    write(insert(AuditEntry).values(_values("read", object_kind, object_id, purpose)))


def searched(object_kind: str, criterion: str, *, purpose: str) -> None:
    """Notes a search, in a transaction of its own.

    What was searched for is personal data itself: the trail keeps a keyed hash of it, which shows whether
    somebody's name was searched for, but not which names were.
    """
    hashed = crypto.keyring().keyed_hash(criterion, purpose="audit search")
    write(insert(AuditEntry).values(_values("search", object_kind, hashed, purpose)))


def changed(action: str, object_kind: str, object_id: str, *, purpose: str) -> None:
    """Notes a change as part of the transaction that makes it. The caller commits."""
    db.session.execute(insert(AuditEntry).values(_values(action, object_kind, object_id, purpose)))


def _values(action: str, object_kind: str, object_id: str, purpose: str) -> dict[str, object]:
    return {
        "at": clock.now(),
        "staff_id": me().id,
        "action": action,
        "object_kind": object_kind,
        "object_id": object_id,
        "purpose": purpose,
    }
