"""The second step after a password: a code of the app, or one from the paper (promises 2 and 3)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from portal import clock, crypto, limits, totp
from portal.db import db
from portal.models.sign_in import RecoveryCode
from portal.models.staff import Staff
from portal.sessions import SignedIn
from portal.staff import actions
from portal.staff.actions import Refusal

# As PyPI allows them.
CODES: Final[Mapping[timedelta, int]] = {
    timedelta(minutes=5): 5,
    timedelta(hours=1): 20,
    timedelta(days=1): 50,
}
RECOVERY_CODES: Final = 10
RECOVERY_LENGTH: Final = 10


def check_code(staff: Staff, typed: str, *, old_token: str | None) -> SignedIn | Refusal:
    """Lets somebody in who typed a right code. Each try counts; a code is good for one time only."""
    session = db.session()
    too_many = limits.is_over(session, "sign-in code", staff.id, CODES)
    session.commit()
    if too_many:
        return actions.refuse(session, Refusal.TOO_MANY)
    code = plain(typed)
    if not (_use_app_code(session, staff, code) or _use_paper_code(session, staff, code)):
        session.rollback()
        return actions.refuse(session, Refusal.WRONG)
    limits.forgive(session, "sign-in code", staff.id, CODES)
    signed_in = actions.let_in(session, staff, old_token)
    session.commit()
    return signed_in


def plain(typed: str) -> str:
    """A typed code without spaces and dashes, in small letters."""
    return "".join(sign for sign in typed.lower() if sign.isalnum() and sign.isascii())[:RECOVERY_LENGTH]


def _use_app_code(session: Session, staff: Staff, code: str) -> bool:
    secret = staff.code_secret
    step = totp.step_of(secret, code, clock.now(), after=staff.code_step) if secret else None
    if step is None:
        return False
    # Another process may take the same code in the same moment: one of the two finds the step taken.
    used = session.execute(
        update(Staff)
        .where(Staff.id == staff.id, or_(Staff.code_step.is_(None), Staff.code_step < step))
        .values(code_step=step)
        .returning(Staff.id)
    )
    return used.scalar_one_or_none() is not None


def _use_paper_code(session: Session, staff: Staff, code: str) -> bool:
    used = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.code_hash == _hash(staff, code),
            RecoveryCode.staff_id == staff.id,
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=clock.now())
        .returning(RecoveryCode.code_hash)
    )
    return used.scalar_one_or_none() is not None


def new_recovery_codes(session: Session, staff: Staff) -> list[str]:
    """Ten new codes for the paper, as they are shown; the old ones work no more. The caller commits."""
    for old in session.scalars(select(RecoveryCode).where(RecoveryCode.staff_id == staff.id)):
        session.delete(old)
    codes = [crypto.unmistakable(RECOVERY_LENGTH) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(code_hash=_hash(staff, code), staff_id=staff.id) for code in codes)
    half = RECOVERY_LENGTH // 2
    return [f"{code[:half]}-{code[half:]}" for code in codes]


def _hash(staff: Staff, code: str) -> str:
    return crypto.keyring().keyed_hash(f"{staff.id}|{code}", purpose="recovery code")
