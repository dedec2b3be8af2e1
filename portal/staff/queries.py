"""Reads what somebody can sign in with."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.models.sign_in import Passkey, RecoveryCode
from portal.models.staff import Staff


def passkeys(session: Session, staff: Staff) -> list[Passkey]:
    """Somebody's passkeys, oldest first."""
    rows = session.scalars(select(Passkey).where(Passkey.staff_id == staff.id).order_by(Passkey.created_at))
    return list(rows)


def has_second_step(session: Session, staff: Staff) -> bool:
    """Whether somebody has a passkey or an app, so that a password alone does not let them in."""
    return bool(staff.code_secret_sealed) or bool(passkeys(session, staff))


def codes_left(session: Session, staff: Staff) -> int:
    """How many recovery codes are not used yet."""
    unused = select(func.count()).where(RecoveryCode.staff_id == staff.id, RecoveryCode.used_at.is_(None))
    return session.execute(unused).scalar_one()
