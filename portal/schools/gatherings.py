"""Job caravans and information meetings: the coming ones as list and calendar; and what staff change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.gathering import Gathering, GatheringKind
from portal.models.staff import Staff
from portal.schools import ical, trail

WORDS: Final = MappingProxyType(
    {GatheringKind.CARAVAN: "Jobkaravane", GatheringKind.MEETING: "Informationsmøde"}
)
REMEMBERED: Final = timedelta(days=90)
"""So long a gathering stays in the calendar file, so that calendars hear of a late change."""
NAME: Final = "KLAPjob: jobkaravaner og møder"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What staff type of a gathering; times are aware."""

    kind: GatheringKind
    title: str
    place: str
    about: str
    starts_at: datetime
    ends_at: datetime


def coming(session: Session) -> list[Gathering]:
    """Those of today and later, the next one first."""
    return since(session, timedelta(0))


def since(session: Session, how_long: timedelta = REMEMBERED) -> list[Gathering]:
    """Those that are coming, or were over at most so long before this day began in Copenhagen.

    The hour does not count, because pages are kept for a day.
    """
    midnight = datetime.combine(clock.today(), time(), tzinfo=clock.COPENHAGEN)
    query = select(Gathering).where(Gathering.ends_at >= midnight - how_long)
    return list(session.scalars(query.order_by(Gathering.starts_at, Gathering.id)))


def keep(session: Session, row: Gathering | None, plan: Plan, *, by: Staff) -> Gathering:
    """Writes down a gathering, or changes one. One transaction."""
    found = row or Gathering(revision=-1)
    found.kind, found.title, found.place, found.about = plan.kind, plan.title, plan.place, plan.about
    found.starts_at, found.ends_at = plan.starts_at, plan.ends_at
    _changed(found, by)
    session.add(found)
    trail.changed("keep", "gathering", found.id, by=by)
    session.commit()
    return found


def call_off(session: Session, row: Gathering, *, cancelled: bool, by: Staff) -> None:
    """Cancels a gathering, or puts a cancelled one on again; what is so already stays. One transaction."""
    session.refresh(row, with_for_update=True)
    if row.cancelled == cancelled:
        return
    row.cancelled = cancelled
    _changed(row, by)
    trail.changed("call off" if row.cancelled else "put on", "gathering", row.id, by=by)
    session.commit()


def _changed(row: Gathering, by: Staff) -> None:
    row.revision += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id


def calendar(rows: Sequence[Gathering], *, base_url: str) -> bytes:
    """The gatherings as a calendar file."""
    return ical.calendar(NAME, (_entry(row, base_url) for row in rows))


def _entry(row: Gathering, base_url: str) -> ical.Entry:
    return ical.Entry(
        uid=f"{row.id}@{urlsplit(base_url).hostname}",
        sequence=row.revision,
        changed_at=row.changed_at,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        title=f"{WORDS[row.kind]}: {row.title}",
        place=row.place,
        about=row.about,
        url=f"{base_url}/kalender#{row.id}",
        status=ical.Status.CANCELLED if row.cancelled else ical.Status.CONFIRMED,
    )
