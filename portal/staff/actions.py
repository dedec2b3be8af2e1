"""Verbs of signing in and out; each is one transaction."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy.orm import Session

from portal import clock, failed_sign_ins, invitations, limits, passwords, sessions
from portal.db import db
from portal.models.sign_in import LinkKind
from portal.models.staff import Staff
from portal.sessions import SignedIn

# How many tries each window has room for: whoever goes on trying waits longer, nobody is locked out for good,
# and a passkey is never made to wait.
PER_ACCOUNT: Final[Mapping[timedelta, int]] = {timedelta(minutes=5): 10, timedelta(hours=1): 30}
PER_NETWORK: Final[Mapping[timedelta, int]] = {timedelta(minutes=5): 30, timedelta(hours=1): 120}


class Refusal(StrEnum):
    """Why somebody was not let in: something did not fit, or there were too many tries lately."""

    WRONG = "wrong"
    TOO_MANY = "too_many"


def take_first_step(email: str, password: str, *, network: str, old_token: str | None) -> Refusal | None:
    """Checks a password; where it is right, this browser may take the second step.

    Each try counts before the password is looked at. A wrong, unknown or closed account, and one that was
    tried too often, takes as long and is told the same (promise 4). Only a network is told that it tried too
    often. Its count stays, or a stranger with an account could clear it.
    """
    session = db.session()
    staff = invitations.by_email(session, email)
    tried_too_often = limits.is_over(session, "sign-in account", email, PER_ACCOUNT)
    network_is_over = limits.is_over(session, "sign-in network", network, PER_NETWORK)
    # Nothing stays locked while a password is hashed.
    session.commit()
    if network_is_over:
        return refuse(session, Refusal.TOO_MANY)
    right = passwords.is_right(staff.password_hash if staff else None, password)
    if staff is None or not right or not staff.active or tried_too_often:
        return refuse(session, Refusal.WRONG)
    if old_token is not None:
        sessions.end(session, old_token)
    _remember(session, staff, password)
    return None


def refuse(session: Session, why: Refusal) -> Refusal:
    """Counts a sign-in that failed, and says why it did. Commits."""
    failed_sign_ins.note(session)
    session.commit()
    return why


def _remember(session: Session, staff: Staff, password: str) -> None:
    limits.forgive(session, "sign-in account", staff.email, PER_ACCOUNT)
    if passwords.is_outdated(staff.password_hash):
        staff.password_hash = passwords.hash_again(password)
    sessions.start_half(session, staff)
    session.commit()


def let_in(session: Session, staff: Staff, old_token: str | None) -> SignedIn:
    """Opens a session for who has taken every step, in place of the old one of this browser.

    The caller commits.
    """
    if old_token is not None:
        sessions.end(session, old_token)
    sessions.end_half(session)
    invitations.use_up(session, staff.id, LinkKind.INVITATION)
    staff.last_login_at = clock.now()
    return sessions.start(session, staff)


def sign_out(token: str) -> None:
    """Ends one session at once."""
    sessions.end(db.session(), token)
    db.session.commit()


def sign_out_everywhere(staff: Staff) -> None:
    """Ends all sessions of a person at once."""
    sessions.end_all(db.session(), staff.id)
    db.session.commit()
