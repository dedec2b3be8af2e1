"""A new password by mail (promise 8): asked for by anybody, answered the same, written by the worker."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, invitations, limits, outbox, passwords, sessions
from portal.db import db
from portal.models.sign_in import ForgottenPassword, LinkKind
from portal.models.staff import Staff

PER_ACCOUNT: Final[Mapping[timedelta, int]] = {timedelta(hours=1): 3}
PER_NETWORK: Final[Mapping[timedelta, int]] = {timedelta(hours=1): 20}


def ask(email: str, *, network: str) -> bool:
    """Notes that somebody forgot a password; False where there were too many such notes lately.

    No account is looked up here, so the answer and its time tell of none.
    """
    session = db.session()
    by_account = limits.is_over(session, "forgotten account", email, PER_ACCOUNT)
    by_network = limits.is_over(session, "forgotten network", network, PER_NETWORK)
    if not by_network and not by_account:
        row = ForgottenPassword(asked_at=clock.now())
        row.email = email
        session.add(row)
    session.commit()
    return not by_network


def write_to_them(session: Session) -> None:
    """Queues a link for each account that was asked for; what names no open account is dropped.

    For the worker. Commits.
    """
    for asked in session.scalars(select(ForgottenPassword)):
        staff = invitations.by_email(session, asked.email)
        if staff is not None and staff.active:
            link = invitations.link_for(session, staff, LinkKind.RESET)
            minutes = int(invitations.LIVES[LinkKind.RESET].total_seconds() // 60)
            outbox.queue(session, "staff_reset", to=staff.email, link=link, minutes=minutes)
        session.delete(asked)
    session.commit()


def choose(staff: Staff, password: str) -> None:
    """Keeps a new password that came by the link, which is used up now; every session ends.

    The second step stays as it is. Raises PasswordRefusedError.
    """
    session = db.session()
    staff.password_hash = passwords.hash_new(password, email=staff.email)
    invitations.use_up(session, staff.id, LinkKind.RESET)
    sessions.end_all(session, staff.id)
    session.commit()
