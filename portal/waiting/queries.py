"""Reads the waiting list, within what somebody may see, and what is held against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session, joinedload

from portal import answers, cases, clock, postings
from portal.models.application import Application, State
from portal.models.heartbeat import Heartbeat
from portal.models.posting import Posting
from portal.models.staff import Staff
from portal.places import municipalities, postcodes
from portal.waiting import matching
from portal.waiting.matching import Job, Match, Seeker

PER_PAGE: Final = 25
# More people than this are not held against one job at once.
MOST_PEOPLE: Final = 3000


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One person on the list, and the last question that went out, if there was one."""

    application: Application
    name: str
    municipality: str
    heartbeat: Heartbeat | None


def mine(staff: Staff) -> ColumnElement[bool]:
    """The condition that picks the people who wait and whom `staff` may see."""
    return and_(cases.visible_to(staff), Application.state == State.WAITING)


def count(session: Session, staff: Staff) -> int:
    """How many people wait whom `staff` may see."""
    return session.scalar(select(func.count()).select_from(Application).where(mine(staff))) or 0


def page(session: Session, staff: Staff, number: int) -> list[Waiting]:
    """One page of the list: first whom to call, then who has waited longest."""
    to_call = func.coalesce(Application.call_on <= clock.today(), False)
    query = (
        select(Application)
        .where(mine(staff))
        .options(joinedload(Application.candidate))
        .order_by(to_call.desc(), Application.state_since, Application.id)
        .limit(PER_PAGE)
        .offset((number - 1) * PER_PAGE)
    )
    return _with_heartbeats(session, list(session.scalars(query)))


def find(session: Session, staff: Staff, application_id: str) -> Waiting | None:
    """Somebody who waits, if `staff` may see the case."""
    row = session.scalar(select(Application).where(Application.id == application_id, mine(staff)))
    return _with_heartbeats(session, [row])[0] if row else None


def _with_heartbeats(session: Session, rows: Sequence[Application]) -> list[Waiting]:
    asked = select(Heartbeat).where(Heartbeat.application_id.in_([row.id for row in rows]))
    last = {beat.application_id: beat for beat in session.scalars(asked.order_by(Heartbeat.asked_at))}
    return [
        Waiting(
            application=row,
            name=row.candidate.name if row.candidate else "",
            municipality=_municipality(row.municipality_code),
            heartbeat=last.get(row.id),
        )
        for row in rows
    ]


def _municipality(code: str | None) -> str:
    found = municipalities.by_code(code) if code else None
    return found.name if found else "Ukendt kommune"


def due(session: Session, since: datetime, limit: int) -> list[Application]:
    """Who waits and was neither put on the list nor asked since a moment, the longest waiting first."""
    asked = select(Heartbeat.id).where(Heartbeat.application_id == Application.id, Heartbeat.asked_at > since)
    query = select(Application).where(
        Application.state == State.WAITING, Application.state_since <= since, ~asked.exists()
    )
    return list(session.scalars(query.order_by(Application.state_since).limit(limit)))


def silent(session: Session, before: datetime) -> list[tuple[Heartbeat, Application]]:
    """The questions that nobody answered and that no call has followed yet."""
    query = (
        select(Heartbeat, Application)
        .join(Application, Application.id == Heartbeat.application_id)
        .where(
            Heartbeat.answered_at.is_(None),
            Heartbeat.reminded_at.is_(None),
            Heartbeat.asked_at <= before,
            Application.state == State.WAITING,
        )
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def last_heartbeat(session: Session, application: Application) -> Heartbeat | None:
    """The newest question to this person."""
    query = select(Heartbeat).where(Heartbeat.application_id == application.id)
    return session.scalars(query.order_by(Heartbeat.asked_at.desc())).first()


def jobs_for(session: Session, application: Application) -> list[tuple[Posting, Match]]:
    """The open jobs that may suit somebody, the best first."""
    seeker, known = seeker_of(application), {row.id: row for row in session.scalars(postings.open_postings())}
    matches = ((row.id, found) for row in known.values() if (found := matching.match(seeker, job_of(row))))
    return [(known[key], found) for key, found in matching.best(matches)]


def people_for(session: Session, staff: Staff, posting: Posting) -> list[tuple[Waiting, Match]]:
    """The people who wait, and whom `staff` may see, whom a job may suit; the best first."""
    query = select(Application).where(mine(staff)).options(joinedload(Application.candidate))
    rows = session.scalars(query.order_by(Application.state_since).limit(MOST_PEOPLE))
    known, job = {row.id: row for row in rows}, job_of(posting)
    matches = ((row.id, found) for row in known.values() if (found := matching.match(seeker_of(row), job)))
    chosen = matching.best(matches)
    people = _with_heartbeats(session, [known[key] for key, _ in chosen])
    return list(zip(people, (found for _, found in chosen), strict=True))


def newest_jobs(session: Session, limit: int) -> list[Posting]:
    """The newest open jobs."""
    return list(session.scalars(postings.open_postings().limit(limit)))


def job_of(posting: Posting) -> Job:
    """A job as it is held against people."""
    return Job(
        trade=posting.trade,
        job_type=posting.job_type,
        hours_min=posting.hours_min,
        hours_max=posting.hours_max,
        lat=posting.lat,
        lon=posting.lon,
    )


def seeker_of(application: Application) -> Seeker:
    """What somebody wants, from the answers; the place from what was written, else the municipality."""
    stored = answers.read(application.answers)
    lat, lon = _position(application)
    return Seeker(
        trades=_values(stored, "trades"),
        hours=next(iter(_values(stored, "hours")), ""),
        fits=application.fits,
        lat=lat,
        lon=lon,
    )


def _values(stored: Iterable[answers.Answer], key: str) -> tuple[str, ...]:
    found = answers.find(stored, key)
    return found.values if found else ()


def _position(application: Application) -> tuple[float | None, float | None]:
    written = application.candidate.place if application.candidate else ""
    places = postcodes.locate(written) if written else ()
    if places:
        return places[0].lat, places[0].lon
    code = application.municipality_code
    found = municipalities.by_code(code) if code else None
    return (found.lat, found.lon) if found else (None, None)
