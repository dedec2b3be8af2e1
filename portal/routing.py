"""Which consultant a candidate goes to: the one of the candidate's municipality."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.staff import Staff


def consultant_for(session: Session, municipality_code: str | None) -> Consultant | None:
    """The consultant of a municipality; None where it is unknown, or has nobody who works here now."""
    query = (
        select(Consultant)
        .join(ConsultantMunicipality)
        .join(Staff, Staff.id == Consultant.staff_id)
        .where(ConsultantMunicipality.municipality_code == municipality_code, Staff.active)
    )
    return session.scalar(query)


def municipalities_of(session: Session, staff_id: str) -> frozenset[str]:
    """The codes of the municipalities that a member of staff works in as a consultant."""
    query = (
        select(ConsultantMunicipality.municipality_code)
        .join(Consultant)
        .where(Consultant.staff_id == staff_id)
    )
    return frozenset(session.scalars(query))
