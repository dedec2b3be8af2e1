"""Verbs of the pages about accounts; each is one transaction, with its line in the audit trail."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy.orm import Session

from portal import audit, clock, invitations, outbox, sessions
from portal.accounts import queries
from portal.db import db
from portal.models.consultant import Consultant
from portal.models.staff import Role, Staff, StaffRole

PURPOSE: Final = "accounts"


def invite(*, email: str, name: str, roles: Iterable[Role]) -> Staff:
    """Makes an account and sends the link to begin with. Raises TakenError and AddressError."""
    session, wanted = db.session(), frozenset(roles)
    link = invitations.invite(session, email=email, name=name, roles=wanted)
    staff = invitations.by_email(session, outbox.clean_address(email).lower())
    assert staff is not None
    _make_consultant(session, staff, wanted)
    invitations.send(session, staff, link)
    _commit("invite", staff)
    return staff


def invite_again(staff: Staff) -> None:
    """Takes away every way in that somebody had, and sends a new link."""
    session = db.session()
    invitations.send(session, staff, invitations.again(session, staff))
    _commit("invite again", staff)


def change_roles(staff: Staff, roles: frozenset[Role]) -> None:
    """Gives other roles; who is signed in signs in anew, so that nothing of the old ones lingers."""
    if roles == staff.roles:
        return
    session = db.session()
    staff.role_rows = [row for row in staff.role_rows if row.role in roles]
    staff.role_rows += [StaffRole(role=role) for role in sorted(roles - staff.roles)]
    _make_consultant(session, staff, roles)
    sessions.end_all(session, staff.id)
    _commit("change roles", staff)


def close(staff: Staff) -> None:
    """Closes an account at once, with all its sessions."""
    staff.active = False
    sessions.end_all(db.session(), staff.id)
    _commit("close", staff)


def reopen(staff: Staff) -> None:
    """Opens a closed account; its 90 days begin anew."""
    staff.active, staff.last_login_at = True, clock.now()
    _commit("reopen", staff)


def close_unused(session: Session) -> int:
    """Closes accounts that nobody has used for 90 days; gives how many. The caller commits (promise 10)."""
    unused = queries.unused(session)
    for staff in unused:
        staff.active = False
        sessions.end_all(session, staff.id)
    return len(unused)


def _make_consultant(session: Session, staff: Staff, roles: frozenset[Role]) -> None:
    if Role.CONSULTANT in roles and queries.consultant_of(session, staff) is None:
        session.add(Consultant(staff_id=staff.id))


def _commit(action: str, staff: Staff) -> None:
    audit.changed(action, "account", staff.id, purpose=PURPOSE)
    db.session.commit()
