"""Visits to a school: asked for by a teacher, agreed on or called off by staff, forgotten some time after."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import audit, clock, crypto, outbox, retention, routing
from portal.models.school_visit import SchoolVisit, VisitState
from portal.models.staff import Staff
from portal.schools import ical, register

LENGTH: Final = timedelta(hours=1)
FORGOTTEN_AFTER: Final = timedelta(days=retention.RULES["school_visit"].days)
STU: Final = "stu"
TITLE: Final = "Besøg af KLAPjob"
ABOUT: Final = "En konsulent fra KLAPjob kommer og fortæller klassen om job."
STATUS: Final = {
    VisitState.ASKED: ical.Status.TENTATIVE,
    VisitState.AGREED: ical.Status.CONFIRMED,
    VisitState.OFF: ical.Status.CANCELLED,
}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a teacher types; `starts_at` is aware."""

    school: str
    municipality_code: str
    starts_at: datetime
    name: str
    phone: str
    email: str
    more: str


def ask(session: Session, wish: Wish) -> str:
    """Keeps a wish and tells the STU consultant and the teacher; gives the secret of its link.

    One transaction. Where there is no STU consultant, the office is told.
    """
    secret, now = crypto.token(), clock.now()
    known = register.named(session, wish.school)
    code = wish.municipality_code or (known.municipality_code if known else "")
    row = SchoolVisit(
        secret_hash=crypto.token_hash(secret),
        school=wish.school,
        municipality_code=code,
        starts_at=wish.starts_at,
        asked_at=now,
        changed_at=now,
    )
    row.secret = secret
    row.name, row.phone, row.email, row.more = wish.name, wish.phone, wish.email, wish.more
    session.add(row)
    settings = current_app.config["SETTINGS"]
    route = routing.route_of(session, code or None, STU)
    to = route.reached.staff.email if route else settings.contact_email
    outbox.queue(session, "visit_asked", to=to, address=f"{settings.base_url}/personale/skoler")
    outbox.queue(session, "visit_received", to=wish.email, address=f"{settings.base_url}/stu/besoeg/{secret}")
    session.commit()
    return secret


def by_secret(session: Session, secret: str) -> SchoolVisit | None:
    """The visit of a link; None for a link that leads nowhere."""
    return session.scalar(select(SchoolVisit).where(SchoolVisit.secret_hash == crypto.token_hash(secret)))


def all_visits(session: Session) -> list[SchoolVisit]:
    """All that are kept: those asked for first, then by their day."""
    rows = session.scalars(select(SchoolVisit).order_by(SchoolVisit.starts_at, SchoolVisit.id))
    return sorted(rows, key=lambda row: row.state is not VisitState.ASKED)


class StaleError(Exception):
    """A colleague has answered since the page was opened."""


def settle(
    session: Session, row: SchoolVisit, state: VisitState, *, starts_at: datetime, revision: str, by: Staff
) -> None:
    """Agrees on a visit at a time, or calls it off, and tells the teacher. One transaction.

    `revision` is that of the page it was pressed on. What is so already is not told again. Raises StaleError.
    """
    session.refresh(row, with_for_update=True)
    if (row.state, row.starts_at) == (state, starts_at):
        return
    if revision != str(row.revision):
        raise StaleError
    row.state, row.starts_at = state, starts_at
    row.revision += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    base_url = current_app.config["SETTINGS"].base_url
    outbox.queue(session, "visit_settled", to=row.email, address=f"{base_url}/stu/besoeg/{row.secret}")
    audit.changed("settle", "school_visit", row.id, purpose="school visit")
    session.commit()


def forget(session: Session) -> int:
    """Deletes visits whose day is long past; gives how many. The caller commits."""
    over = delete(SchoolVisit).where(SchoolVisit.starts_at < clock.now() - FORGOTTEN_AFTER)
    return len(session.execute(over.returning(SchoolVisit.id)).all())


def calendar(row: SchoolVisit) -> bytes:
    """The visit as a calendar file: school and time, and nobody's name."""
    base_url = current_app.config["SETTINGS"].base_url
    entry = ical.Entry(
        uid=f"{row.id}@{urlsplit(base_url).hostname}",
        sequence=row.revision,
        changed_at=row.changed_at,
        starts_at=row.starts_at,
        ends_at=row.starts_at + LENGTH,
        title=TITLE,
        place=row.school,
        about=ABOUT,
        url="",
        status=STATUS[row.state],
    )
    return ical.calendar(TITLE, [entry])
