"""Sign-in sessions of staff, kept on the server: they end at once when they are revoked (promises 6 and 7).

Flask-Login asks here for the current user. What it keeps in the signed cookie is a random token; the
table holds only its SHA-256. A session ends after 60 idle minutes and after 12 hours at the latest. Between
the password and the second step there is half a session: it opens the pages of the second step, no others.
"""

from datetime import datetime, timedelta
from typing import Final

from flask import Flask, Request, Response
from flask import session as cookie
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session, joinedload

from portal import clock, crypto
from portal.db import db, write
from portal.models.alarm import Alarm
from portal.models.staff import Role, Staff, StaffSession

IDLE: Final = timedelta(minutes=60)
LONGEST: Final = timedelta(hours=12)
# So long somebody may look for the telephone, or set up an app, after the password.
HALF: Final = timedelta(minutes=30)
# So long after signing in somebody may change how to sign in.
FRESH: Final = timedelta(minutes=15)
# A page view writes `last_seen_at` only when it has grown this old, so that reading pages stays cheap.
TOUCH_AFTER: Final = timedelta(minutes=1)

# Where the cookie keeps the token of half a session.
_HALF: Final = "half"

_WRONG: Final = select(func.aggregate_strings(Alarm.kind, " ")).scalar_subquery()
# Put together once: each page for staff asks who it is for, with their roles, in one query; and what is wrong
# at this moment, which stands in its frame.
_WHO: Final = (
    select(StaffSession, _WRONG)
    .options(joinedload(StaffSession.staff, innerjoin=True).joinedload(Staff.role_rows))
    .where(StaffSession.token_hash == bindparam("token_hash"))
)


class Manager(LoginManager):  # type: ignore[misc]
    """Flask-Login's; it asks only whose token it is.

    The session of a browser that has changed would count as not fresh there: `is_fresh` asks the table.
    """

    def _session_protection_failed(self) -> bool:
        return False


login_manager = Manager()


class SignedIn(UserMixin):  # type: ignore[misc]
    """A member of staff in one browser; `get_id` is the session's token.

    `row`, where it was read, stays with the request, so that nobody reads it twice; so do `wrong`, the
    kinds of the open alarms, one for each alarm.
    """

    def __init__(
        self, staff: Staff, token: str, row: StaffSession | None = None, wrong: tuple[str, ...] = ()
    ) -> None:
        self.row = row
        self.wrong = wrong
        self.staff = staff
        self.staff_id = staff.id
        self.token = token

    def get_id(self) -> str:
        return self.token

    def has(self, *roles: Role) -> bool:
        return self.staff.has(*roles)


class Cookies(SecureCookieSessionInterface):
    """Flask's own; for who sends no cookie it does not first make what would check one.

    What signs and checks is made once: each page for staff asks for it.
    """

    def __init__(self) -> None:
        self._signs: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs and checks the cookies of the application."""
        if self._signs is None:
            self._signs = super().get_signing_serializer(app)
        return self._signs

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of this browser, empty where it has none."""
        if self.get_cookie_name(app) in request.environ.get("HTTP_COOKIE", ""):
            return super().open_session(app, request)
        return self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Nothing is to be done for a session that no view looked into: none of ours lasts for ever."""
        if session.accessed or session.modified:
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    """Lets Flask-Login find its users in the table of sessions."""
    # Public pages are the same for all and ask for no cookie: no user in every template, no "remember me".
    app.session_interface = Cookies()
    login_manager.init_app(app, add_context_processor=False)
    login_manager.user_loader(load)
    app.after_request_funcs[None].remove(login_manager._update_remember_cookie)  # noqa: SLF001


def start(session: Session, staff: Staff) -> SignedIn:
    """Opens a session for `staff` with a new token. The caller commits."""
    token = _open(session, staff)
    # Nothing of an earlier visitor of this browser, such as a draft, goes over into the new session.
    cookie.clear()
    return _signed_in(session, staff, token)


def renew(session: Session, staff: Staff) -> SignedIn:
    """Ends every session of `staff` and opens a new one in this browser: a factor has changed.

    The caller commits.
    """
    end_all(session, staff.id)
    return _signed_in(session, staff, _open(session, staff))


def _signed_in(session: Session, staff: Staff, token: str) -> SignedIn:
    """Who goes on to a page in the same request."""
    return SignedIn(staff, token, wrong=_kinds_in(session.scalar(select(_WRONG))))


def _kinds_in(told: str | None) -> tuple[str, ...]:
    return tuple((told or "").split())


def start_half(session: Session, staff: Staff) -> None:
    """Remembers in this browser that the first step was taken. The caller commits."""
    cookie.clear()
    cookie[_HALF] = _open(session, staff, complete=False)


def half() -> Staff | None:
    """Who took the first step in this browser and not the second; None where nobody did, or too long ago."""
    token = cookie.get(_HALF)
    row = db.session.get(StaffSession, crypto.token_hash(token)) if isinstance(token, str) else None
    if row is None or row.complete or row.ended_at is not None or clock.now() - row.created_at >= HALF:
        return None
    return row.staff if row.staff.active else None


def end_half(session: Session) -> None:
    """Forgets the first step. The caller commits."""
    if token := cookie.pop(_HALF, None):
        end(session, str(token))


def _open(session: Session, staff: Staff, *, complete: bool = True) -> str:
    token, now = crypto.token(), clock.now()
    session.add(
        StaffSession(
            token_hash=crypto.token_hash(token),
            staff_id=staff.id,
            created_at=now,
            last_seen_at=now,
            complete=complete,
        )
    )
    return token


def load(token: str) -> SignedIn | None:
    """The person behind a token, or None where the session has ended, grown old, or the account is closed."""
    found = db.session.execute(_WHO, {"token_hash": crypto.token_hash(token)}).unique().one_or_none()
    row, wrong = found or (None, None)
    now = clock.now()
    if row is None or not _is_alive(row, now) or not row.staff.active:
        return None
    if now - row.last_seen_at > TOUCH_AFTER:
        write(update(StaffSession).where(StaffSession.token_hash == row.token_hash).values(last_seen_at=now))
    return SignedIn(row.staff, token, row, _kinds_in(wrong))


def _is_alive(row: StaffSession, now: datetime) -> bool:
    young = now - row.last_seen_at < IDLE and now - row.created_at < LONGEST
    return young and row.complete and row.ended_at is None


def is_fresh(token: str) -> bool:
    """Whether somebody signed in a short while ago in this session."""
    row = db.session.get(StaffSession, crypto.token_hash(token))
    return row is not None and clock.now() - row.created_at < FRESH


def seconds_left(token: str) -> int:
    """How long this session may last at the most, however busy its owner is."""
    row = db.session.get(StaffSession, crypto.token_hash(token))
    return int((row.created_at + LONGEST - clock.now()).total_seconds()) if row else 0


def purge(session: Session) -> None:
    """Removes sessions that began so long ago that none of them can still work. The caller commits."""
    session.execute(delete(StaffSession).where(StaffSession.created_at < clock.now() - LONGEST))


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
        StaffSession.complete.is_(True),
        StaffSession.last_seen_at > now - IDLE,
        StaffSession.created_at > now - LONGEST,
    )
    return list(session.scalars(query.order_by(StaffSession.created_at.desc())))
