"""The verbs for facts of a municipality: contact, figures, the consultant's photo, what a job is worth."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, photos
from portal.models.consultant import ConsultantMunicipality
from portal.models.municipality import JobWorth, MunicipalityFacts
from portal.models.staff import Staff
from portal.municipalities import trail
from portal.photos import NoPhotoError


def keep(session: Session, code: str, fill: Callable[[MunicipalityFacts], None], *, by: Staff) -> None:
    """Keeps facts; `fill` writes them into the row. One transaction."""
    row = session.get(MunicipalityFacts, code) or MunicipalityFacts(code=code)
    fill(row)
    row.changed_at, row.changed_by_id = clock.now(), by.id
    session.add(row)
    trail.changed("keep", "municipality", code, by=by)
    session.commit()


def keep_worth(session: Session, values: Mapping[str, Any], *, by: Staff) -> None:
    """Keeps newer figures of what a job is worth. One transaction."""
    session.add(JobWorth(**values, entered_at=clock.now(), entered_by_id=by.id))
    trail.changed("enter", "job worth", str(values["source_year"]), by=by)
    session.commit()


def keep_photo(session: Session, code: str, data: bytes, *, by: Staff) -> None:
    """Keeps a photo of the consultant of a municipality. Commits.

    Raises NoPhotoError for what is no photo, and where there is no consultant.
    """
    consultant_id = session.scalar(
        select(ConsultantMunicipality.consultant_id).where(ConsultantMunicipality.municipality_code == code)
    )
    if consultant_id is None:
        raise NoPhotoError("Kommunen har ingen konsulent endnu.")
    photos.keep(session, consultant_id, data)
    trail.changed("keep photo", "consultant", consultant_id, by=by)
    session.commit()
