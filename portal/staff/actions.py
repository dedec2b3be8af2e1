"""Verbs of signing in and out; each is one transaction."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy.orm import Session

from portal import clock, limits, passwords, sessions
from portal.db import db
from portal.models.staff import Staff
from portal.sessions import SignedIn
from portal.staff import queries

WINDOW: Final = timedelta(minutes=5)
PER_ACCOUNT: Final = 10
PER_NETWORK: Final = 30


class Refusal(StrEnum):
    """Why somebody was not let in: something did not fit, or there were too many tries lately."""

    WRONG = "wrong"
    TOO_MANY = "too_many"


def sign_in(email: str, password: str, *, network: str, old_token: str | None) -> SignedIn | Refusal:
    """Checks a password and opens a session in place of the old one of this browser.

    Each try counts before the password is looked at. An unknown, wrong or closed account takes as long and
    is told the same. The count of a network stays, or a stranger with an account could clear it.
    """
    session = db.session()
    staff = queries.by_email(session, email)
    too_many = _count(session, email, network)
    # Nothing stays locked while a password is hashed.
    session.commit()
    if too_many:
        return Refusal.TOO_MANY
    right = passwords.is_right(staff.password_hash if staff else None, password)
    if staff is None or not right or not staff.active:
        return Refusal.WRONG
    return _let_in(session, staff, password, old_token)


def _count(session: Session, email: str, network: str) -> bool:
    """Counts one try, and says whether it is one too many."""
    by_account = limits.count(session, "sign-in account", email, window=WINDOW)
    by_network = limits.count(session, "sign-in network", network, window=WINDOW)
    return by_account > PER_ACCOUNT or by_network > PER_NETWORK


def _let_in(session: Session, staff: Staff, password: str, old_token: str | None) -> SignedIn:
    limits.forget(session, "sign-in account", staff.email)
    if old_token is not None:
        sessions.end(session, old_token)
    if passwords.is_outdated(staff.password_hash):
        staff.password_hash = passwords.hash_again(password)
    staff.last_login_at = clock.now()
    signed_in = sessions.start(session, staff)
    session.commit()
    return signed_in


def sign_out(token: str) -> None:
    """Ends one session at once."""
    sessions.end(db.session(), token)
    db.session.commit()


def sign_out_everywhere(staff: Staff) -> None:
    """Ends all sessions of a person at once."""
    sessions.end_all(db.session(), staff.id)
    db.session.commit()
