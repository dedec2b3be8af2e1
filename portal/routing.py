"""Which consultant a candidate goes to: the one of the candidate's municipality."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.consultant import Consultant, ConsultantMunicipality


def consultant_for(session: Session, municipality_code: str | None) -> Consultant | None:
    """The consultant of a municipality; None where the municipality is unknown or has nobody."""
    query = (
        select(Consultant)
        .join(ConsultantMunicipality)
        .where(ConsultantMunicipality.municipality_code == municipality_code)
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
