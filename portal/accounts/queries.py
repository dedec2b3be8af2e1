"""Reads accounts for those who manage them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.sign_in import Passkey
from portal.models.staff import Role, Staff
from portal.places import municipalities

UNUSED_AFTER: Final = timedelta(days=90)
ROLES: Final[Mapping[Role, str]] = {
    Role.SECRETARIAT: "Sekretariat",
    Role.LEADER: "Leder",
    Role.CONSULTANT: "Konsulent",
    Role.EDITOR: "Redaktør",
    Role.ADMIN: "Administrator",
}


@dataclass(frozen=True, kw_only=True)
class Account:
    """One account as it stands on the list; `invited` says that its owner has not begun yet."""

    staff: Staff
    roles: str
    municipalities: tuple[str, ...]
    invited: bool

    @property
    def state(self) -> str:
        if not self.staff.active:
            return "Lukket"
        return "Inviteret" if self.invited else "Åben"


def accounts(session: Session) -> list[Account]:
    """All accounts, the open ones first, by name; in a fixed number of queries."""
    rows = list(session.scalars(select(Staff).order_by(Staff.active.desc(), Staff.name, Staff.id)))
    begun = set(session.scalars(select(Passkey.staff_id)))
    places = _municipalities(session)
    return [_account(row, begun, places) for row in rows]


def account(session: Session, staff: Staff) -> Account:
    """One account."""
    begun = set(session.scalars(select(Passkey.staff_id).where(Passkey.staff_id == staff.id)))
    return _account(staff, begun, _municipalities(session))


def _account(staff: Staff, begun: set[str], places: Mapping[str, list[str]]) -> Account:
    return Account(
        staff=staff,
        roles=", ".join(words for role, words in ROLES.items() if role in staff.roles),
        municipalities=tuple(sorted(places.get(staff.id, ()))),
        invited=not staff.password_hash and staff.id not in begun,
    )


def _municipalities(session: Session) -> Mapping[str, list[str]]:
    query = select(Consultant.staff_id, ConsultantMunicipality.municipality_code).join(
        ConsultantMunicipality, ConsultantMunicipality.consultant_id == Consultant.id
    )
    found: dict[str, list[str]] = {}
    for staff_id, code in session.execute(query):
        place = municipalities.by_code(code)
        found.setdefault(staff_id, []).append(place.name if place else code)
    return found


def consultant_of(session: Session, staff: Staff) -> Consultant | None:
    """What a member of staff has as a consultant."""
    return session.scalar(select(Consultant).where(Consultant.staff_id == staff.id))


def last_used(staff: Staff) -> datetime:
    """When somebody signed in last; who never did, when the account was made."""
    return staff.last_login_at or staff.created_at


def unused(session: Session) -> list[Staff]:
    """The open accounts that nobody has signed in to for 90 days."""
    since = clock.now() - UNUSED_AFTER
    used = func.coalesce(Staff.last_login_at, Staff.created_at)
    return list(session.scalars(select(Staff).where(Staff.active, used < since)))
