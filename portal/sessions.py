"""Sign-in sessions of staff, kept on the server: they end at once when they are revoked.

Flask-Login asks here for the current user. What it keeps in the signed cookie is a random token; the
table holds only its SHA-256. A session ends after 60 idle minutes and after 12 hours at the latest.
"""

from datetime import datetime, timedelta
from typing import Final

from flask import Flask
from flask import session as cookie
from flask_login import LoginManager, UserMixin
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.db import db, write
from portal.models.staff import Role, Staff, StaffSession

IDLE: Final = timedelta(minutes=60)
LONGEST: Final = timedelta(hours=12)
# A page view writes `last_seen_at` only when it has grown this old, so that reading pages stays cheap.
TOUCH_AFTER: Final = timedelta(minutes=1)

login_manager = LoginManager()


class SignedIn(UserMixin):  # type: ignore[misc]
    """A member of staff in one browser; `get_id` is the session's token."""

    def __init__(self, staff: Staff, token: str) -> None:
        self.staff = staff
        self.token = token

    def get_id(self) -> str:
        return self.token

    def has(self, *roles: Role) -> bool:
        return self.staff.has(*roles)


def init_app(app: Flask) -> None:
    """Lets Flask-Login find its users in the table of sessions."""
    # Public pages are the same for all and ask for no cookie: no user in every template, no "remember me".
    login_manager.init_app(app, add_context_processor=False)
    login_manager.user_loader(load)
    app.after_request_funcs[None].remove(login_manager._update_remember_cookie)  # noqa: SLF001


def start(session: Session, staff: Staff) -> SignedIn:
    """Opens a session for `staff` with a new token. The caller commits."""
    token = crypto.token()
    now = clock.now()
    session.add(
        StaffSession(token_hash=crypto.token_hash(token), staff_id=staff.id, created_at=now, last_seen_at=now)
    )
    # Nothing of an earlier visitor of this browser, such as a draft, goes over into the new session.
    cookie.clear()
    return SignedIn(staff, token)


def load(token: str) -> SignedIn | None:
    """The person behind a token, or None where the session has ended, grown old, or the account is closed."""
    row = db.session.get(StaffSession, crypto.token_hash(token))
    now = clock.now()
    if row is None or not _is_alive(row, now) or not row.staff.active:
        return None
    if now - row.last_seen_at > TOUCH_AFTER:
        write(update(StaffSession).where(StaffSession.token_hash == row.token_hash).values(last_seen_at=now))
    return SignedIn(row.staff, token)


def _is_alive(row: StaffSession, now: datetime) -> bool:
    return row.ended_at is None and now - row.last_seen_at < IDLE and now - row.created_at < LONGEST


def end(session: Session, token: str) -> None:
    """Ends one session. The caller commits."""
    session.execute(
        update(StaffSession)
        .where(StaffSession.token_hash == crypto.token_hash(token))
        .values(ended_at=clock.now())
    )


def end_all(session: Session, staff_id: str) -> None:
    """Ends every session of one person: after a new password, a changed role, or a closed account."""
    session.execute(
        update(StaffSession)
        .where(StaffSession.staff_id == staff_id, StaffSession.ended_at.is_(None))
        .values(ended_at=clock.now())
    )


def open_sessions(session: Session, staff_id: str) -> list[StaffSession]:
    """The sessions of one person that still work, newest first."""
    now = clock.now()
    query = select(StaffSession).where(
        StaffSession.staff_id == staff_id,
        StaffSession.ended_at.is_(None),
        StaffSession.last_seen_at > now - IDLE,
        StaffSession.created_at > now - LONGEST,
    )
    return list(session.scalars(query.order_by(StaffSession.created_at.desc())))
