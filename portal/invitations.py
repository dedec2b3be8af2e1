"""Links that staff are sent: to begin with a new account, and to choose a new password (promise 8).

A link holds a random secret, works once and not for long; the table keeps a keyed hash of it. To invite::

    link = invitations.invite(session, email=…, name=…, roles={Role.EDITOR})   # or: again(session, staff)
    invitations.send(session, staff, link)                                     # or show it to the admin
    session.commit()
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from flask import current_app
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal import clock, crypto, outbox, sessions
from portal.models.sign_in import LinkKind, Passkey, RecoveryCode, StaffLink
from portal.models.staff import Role, Staff, StaffRole

LIVES: Final = {LinkKind.INVITATION: timedelta(days=7), LinkKind.RESET: timedelta(minutes=30)}
PATHS: Final = {LinkKind.INVITATION: "/personale/velkommen/", LinkKind.RESET: "/personale/ny-adgangskode/"}


class TakenError(ValueError):
    """Somebody has an account with this mail address already."""


def invite(session: Session, *, email: str, name: str, roles: Iterable[Role]) -> str:
    """Makes an account that nobody can sign in to yet, and gives the link to begin with. The caller commits.

    Raises AddressError and TakenError.
    """
    address = outbox.clean_address(email).lower()
    if by_email(session, address) is not None:
        raise TakenError(address)
    staff = Staff(
        name=name,
        email=address,
        password_hash="",
        created_at=clock.now(),
        role_rows=[StaffRole(role=role) for role in sorted(set(roles))],
    )
    session.add(staff)
    session.flush()
    return link_for(session, staff, LinkKind.INVITATION)


def again(session: Session, staff: Staff) -> str:
    """Takes away every way in that somebody had, and gives a new link to begin with. The caller commits.

    For who never began, and for who has lost the telephone and the codes on paper.
    """
    for table in (Passkey, RecoveryCode):
        session.execute(delete(table).where(table.staff_id == staff.id))
    staff.password_hash, staff.code_secret, staff.code_step = "", "", None
    sessions.end_all(session, staff.id)
    return link_for(session, staff, LinkKind.INVITATION)


def send(session: Session, staff: Staff, link: str) -> None:
    """Queues the mail with an invitation's link. The caller commits."""
    outbox.queue(session, "staff_invitation", to=staff.email, link=link, days=LIVES[LinkKind.INVITATION].days)


def is_waiting(session: Session, staff: Staff) -> bool:
    """Whether somebody was invited and has not begun yet."""
    passkeys = select(Passkey).where(Passkey.staff_id == staff.id)
    return not staff.password_hash and session.scalar(passkeys.limit(1)) is None


def by_email(session: Session, email: str) -> Staff | None:
    """The account of this mail address (lower case), closed ones too; None where there is none."""
    return session.scalar(select(Staff).where(Staff.email == email))


def link_for(session: Session, staff: Staff, kind: LinkKind) -> str:
    """A new link; the ones of this kind before it work no more. The caller commits."""
    use_up(session, staff.id, kind)
    secret, now = crypto.token(), clock.now()
    session.add(
        StaffLink(
            secret_hash=_hash(secret),
            staff_id=staff.id,
            kind=kind,
            created_at=now,
            expires_at=now + LIVES[kind],
        )
    )
    return f"{current_app.config['SETTINGS'].base_url}{PATHS[kind]}{secret}"


def whose(session: Session, secret: str, kind: LinkKind) -> Staff | None:
    """Whom a link was sent to; None where it was used, is too old, or the account is closed."""
    row = session.get(StaffLink, _hash(secret))
    if row is None or row.kind is not kind or row.used_at is not None or row.expires_at <= clock.now():
        return None
    return row.staff if row.staff.active else None


def use_up(session: Session, staff_id: str, kind: LinkKind) -> None:
    """Ends the links of one kind that somebody has. The caller commits."""
    session.execute(
        update(StaffLink)
        .where(StaffLink.staff_id == staff_id, StaffLink.kind == kind, StaffLink.used_at.is_(None))
        .values(used_at=clock.now())
    )


def purge(session: Session) -> None:
    """Removes links that open nothing any more. The caller commits."""
    session.execute(delete(StaffLink).where(StaffLink.expires_at <= clock.now()))


def _hash(secret: str) -> str:
    return crypto.keyring().keyed_hash(secret, purpose="staff link")
