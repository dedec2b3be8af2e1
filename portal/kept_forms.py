"""Text that was typed in a session that had ended: kept for its owner, who signs in and sends it (promise 6).

It lies sealed, for as long as a session may last, and only the one whose session it was gets it back. The
cookie names the session, and no other site can make a browser send that cookie with a form (SameSite).
"""

import json
from typing import Final

from flask import request
from flask import session as cookie
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.db import db
from portal.models.desk import KeptForm
from portal.models.staff import Staff, StaffSession
from portal.sessions import LONGEST

# Secrets are typed anew. A token of an ended session is of no use: only its name is kept, for a new one.
NEVER_KEPT: Final = frozenset({"password", "code"})
TOKEN: Final = "csrf_token"  # noqa: S105 - the name of a field
MOST: Final = 50_000
"""Characters; no page of ours asks for as much."""

Pairs = list[tuple[str, str]]


def keep() -> str | None:
    """Keeps what this request sent and gives its id; None where nobody's session ended, or nothing came."""
    pairs = [
        (name, "" if name.endswith(TOKEN) else value)
        for name, value in request.form.items(multi=True)
        if name.rsplit("-", 1)[-1] not in NEVER_KEPT
    ]
    staff_id = _whose()
    if (
        staff_id is None
        or not any(value for _, value in pairs)
        or sum(len(name) + len(value) for name, value in pairs) > MOST
    ):
        return None
    kept = KeptForm(staff_id=staff_id, at=clock.now(), path=request.path)
    kept.form = json.dumps(pairs)
    db.session.add(kept)
    db.session.commit()
    return kept.id


def _whose() -> str | None:
    token = cookie.get("_user_id")
    row = db.session.get(StaffSession, crypto.token_hash(token)) if isinstance(token, str) else None
    return row.staff_id if row is not None and row.complete and row.staff.active else None


def find(session: Session, staff: Staff, kept_id: str) -> KeptForm | None:
    """What is kept under this id for this person."""
    oldest = clock.now() - LONGEST
    return session.scalar(
        select(KeptForm).where(KeptForm.id == kept_id, KeptForm.staff_id == staff.id, KeptForm.at > oldest)
    )


def pairs_of(kept: KeptForm) -> Pairs:
    """The names and values that were sent, in order."""
    return [(str(name), str(value)) for name, value in json.loads(kept.form)]


def purge(session: Session) -> None:
    """Removes what nobody came back for. The caller commits."""
    session.execute(delete(KeptForm).where(KeptForm.at <= clock.now() - LONGEST))
