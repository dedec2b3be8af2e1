"""The person's own yes where somebody else filled in: asked for by mail and SMS, given by a link, lapsing.

Until it is there, nothing is passed on outside the secretariat (`portal.cases` refuses it, promise 47).
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import cases, clock, outbox, tickets
from portal.models.application import OPEN, Application, State
from portal.models.ticket import TicketKind

LAPSES_AFTER: Final = timedelta(days=60)
BY_LINK: Final = "link"
LAPSED: Final = "no_yes"


def link(session: Session, application: Application) -> str:
    """A new address that leads to the page for the person's own yes. The caller commits."""
    token = tickets.issue(session, application, TicketKind.CONSENT)
    return tickets.address(token, TicketKind.CONSENT)


def ask(session: Session, application: Application) -> None:
    """Queues the question to the person, on every way that leads to the person. The caller commits."""
    person = application.candidate
    if person is None or not (person.email or person.phone):
        return
    address = link(session, application)
    if person.email:
        outbox.queue(session, "your_yes", to=person.email, application_id=application.id, link=address)
    outbox.queue_sms(session, "your_yes", to=person.phone, application_id=application.id, link=address)


def is_wanted(application: Application) -> bool:
    """Whether the person's own yes is still missing; also where staff have opened a case again."""
    return application.person_agreed_at is None and application.state in OPEN


def give(session: Session, application: Application) -> None:
    """The person says yes; a case that waited for it goes on to screening. The caller commits."""
    if application.person_agreed_at is not None:
        return
    application.person_agreed_at = clock.now()
    application.person_agreed_how = BY_LINK
    if application.state == State.AWAITING_CONSENT:
        cases.move(session, application, State.SCREENING, by=None, reason=BY_LINK)


def lapse(session: Session) -> int:
    """Closes cases that have waited 60 days for the person's yes; gives how many. The caller commits."""
    waiting = session.scalars(
        select(Application).where(
            Application.state == State.AWAITING_CONSENT,
            Application.state_since <= clock.now() - LAPSES_AFTER,
        )
    ).all()
    for application in waiting:
        cases.move(session, application, State.CLOSED, by=None, reason=LAPSED)
    return len(waiting)
