"""Reads accounts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.staff import Staff


def by_email(session: Session, email: str) -> Staff | None:
    """The account of this mail address (lower case), closed ones too; None where there is none."""
    return session.scalar(select(Staff).where(Staff.email == email))
