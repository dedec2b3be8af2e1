"""Where somebody tries a job or is hired: kept with the case, shown on its page."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.application import Application
from portal.models.placement import Placement, PlacementKind
from portal.models.staff import Staff

# One municipality's agreement says four to eight weeks; four is usual.
FEWEST_WEEKS: Final = 4
MOST_WEEKS: Final = 8


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a consultant wrote of a trial or a hire; `ends_on` only for a trial, `hours` are a week's."""

    kind: PlacementKind
    workplace: str
    starts_on: date
    ends_on: date | None = None
    hours: float | None = None
    job_type: str = ""


def keep(session: Session, application: Application, place: Place, *, by: Staff) -> None:
    """Writes a placement down. The caller commits."""
    row = Placement(
        application_id=application.id,
        kind=place.kind,
        created_at=clock.now(),
        staff_id=by.id,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
        hours=place.hours,
        job_type=place.job_type,
    )
    row.workplace = place.workplace
    session.add(row)


def of_case(session: Session, application: Application) -> list[Placement]:
    """The trials and hires of a case, newest first."""
    query = select(Placement).where(Placement.application_id == application.id)
    return list(session.scalars(query.order_by(Placement.created_at.desc())))


def odd_length(placement: Placement) -> str:
    """What to say of a trial that is shorter or longer than usual; "" for all others."""
    if placement.kind is not PlacementKind.TRIAL or placement.ends_on is None:
        return ""
    days = (placement.ends_on - placement.starts_on).days + 1
    if FEWEST_WEEKS * 7 <= days <= MOST_WEEKS * 7:
        return ""
    usual = f"Det plejer at være {FEWEST_WEEKS} til {MOST_WEEKS} uger."
    # A working week that ends on Friday is a week too.
    weeks = (days + 2) // 7
    length = f"{days} dage" if weeks < 1 else f"{weeks} {'uge' if weeks == 1 else 'uger'}"
    odd = days + 2 < FEWEST_WEEKS * 7 or days > MOST_WEEKS * 7
    return f"Praktikken er {length}. {usual}" if odd else ""
