"""Verbs of choosing how to sign in: password, app, passkey, codes on paper; each is one transaction.

Who is on the way in (`signed_in` False) is let in by the first second step. Who is signed in already gets a
new session, and every other session ends (promise 7).
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from portal import clock, passwords, sessions, totp
from portal.db import db
from portal.models.staff import Staff
from portal.sessions import SignedIn
from portal.staff import actions, passkeys, queries, second_step


@dataclass(frozen=True)
class Settled:
    """The new session, and codes to write down where the person had none left."""

    session: SignedIn
    codes: list[str]


class LastWayError(ValueError):
    """Without this passkey somebody would have no second step any more."""


def choose_password(staff: Staff, password: str, *, signed_in: bool) -> SignedIn | None:
    """Keeps a new password; None for who still needs a second step. Raises PasswordRefusedError."""
    session = db.session()
    staff.password_hash = passwords.hash_new(password, email=staff.email)
    renewed = sessions.renew(session, staff) if signed_in else None
    session.commit()
    return renewed


def add_app(staff: Staff, secret: str, typed: str, *, signed_in: bool) -> Settled | None:
    """Keeps the secret of an app that has shown a right code; None where the code does not fit."""
    step = totp.step_of(secret, second_step.plain(typed), clock.now(), after=None)
    if step is None:
        return None
    staff.code_secret, staff.code_step = secret, step
    return _settle(db.session(), staff, signed_in=signed_in)


def add_passkey(staff: Staff, answer: str, name: str, *, signed_in: bool) -> Settled:
    """Keeps a passkey that a browser has made. Raises PasskeyError."""
    session = db.session()
    try:
        passkeys.add(session, staff, answer, name)
    except passkeys.PasskeyError:
        # A challenge that was answered stays spent.
        session.commit()
        raise
    return _settle(session, staff, signed_in=signed_in)


def _settle(session: Session, staff: Staff, *, signed_in: bool) -> Settled:
    begun = sessions.renew(session, staff) if signed_in else actions.let_in(session, staff, None)
    codes = [] if queries.codes_left(session, staff) else second_step.new_recovery_codes(session, staff)
    session.commit()
    return Settled(begun, codes)


def new_codes(staff: Staff) -> Settled:
    """Ten new codes for the paper."""
    session = db.session()
    codes = second_step.new_recovery_codes(session, staff)
    renewed = sessions.renew(session, staff)
    session.commit()
    return Settled(renewed, codes)


def remove_passkey(staff: Staff, passkey_id: str) -> SignedIn:
    """Takes a passkey away. Raises LastWayError, and LookupError where it is not this person's."""
    session = db.session()
    own = queries.passkeys(session, staff)
    wanted = [one for one in own if one.id == passkey_id]
    if not wanted:
        raise LookupError(passkey_id)
    if len(own) == 1 and not staff.code_secret:
        raise LastWayError
    session.delete(wanted[0])
    renewed = sessions.renew(session, staff)
    session.commit()
    return renewed
