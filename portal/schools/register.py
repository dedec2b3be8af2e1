"""The register of STU schools: which there are, and what staff change."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.school import School
from portal.models.staff import Staff
from portal.schools import trail


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What staff type of a school."""

    name: str
    municipality_code: str
    place: str
    contact_name: str
    contact_phone: str
    contact_email: str
    starts_on: date | None
    ends_on: date | None
    promised: str


def schools(session: Session) -> list[School]:
    """All schools, by name."""
    return list(session.scalars(select(School).order_by(School.name, School.id)))


def names(session: Session) -> list[str]:
    """The names of all schools, in their order, for suggestions."""
    return list(session.scalars(select(School.name).distinct().order_by(School.name)))


def named(session: Session, name: str) -> School | None:
    """The school with this name, whatever its capital letters; None where there is none, or several."""
    found = [row for row in schools(session) if row.name.casefold() == name.casefold()]
    return found[0] if len(found) == 1 else None


def has_agreement(school: School, today: date) -> bool:
    """Whether an agreement holds today."""
    begun = school.starts_on is not None and school.starts_on <= today
    return begun and (school.ends_on is None or school.ends_on >= today)


def with_agreement(session: Session, today: date) -> list[School]:
    """The schools with an agreement that holds today, by name: those that the public page names."""
    return [row for row in schools(session) if has_agreement(row, today)]


def keep(session: Session, row: School | None, facts: Facts, *, by: Staff) -> School:
    """Writes down a school, or changes one. One transaction."""
    found = row or School()
    for name, value in vars(facts).items():
        setattr(found, name, value)
    found.changed_at, found.changed_by_id = clock.now(), by.id
    session.add(found)
    trail.changed("keep", "school", found.id, by=by)
    session.commit()
    return found


def remove(session: Session, row: School, *, by: Staff) -> None:
    """Takes a school out of the register. One transaction."""
    session.delete(row)
    trail.changed("remove", "school", row.id, by=by)
    session.commit()
