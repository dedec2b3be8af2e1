"""The heartbeat: asks people on the waiting list whether they still want a job, and hears the answer.

Nobody is ever taken off the list by silence: who does not answer becomes somebody to call.
"""

import logging
from datetime import date, timedelta
from typing import Final

from flask import current_app
from sqlalchemy.orm import Session

from portal import cases, clock, outbox, tickets
from portal.crypto import CannotOpenError
from portal.models.application import Application, State
from portal.models.heartbeat import AskedBy, Heartbeat
from portal.models.staff import Staff
from portal.models.ticket import TicketKind
from portal.waiting import queries

SILENT_AFTER: Final = timedelta(days=14)
# At most so many questions a round, so that mail servers and telephones are not flooded.
AT_ONCE: Final = 50
DAYS_IN_MONTH: Final = 30.44
YES: Final = "still_yes"
NO: Final = "still_no"

log = logging.getLogger(__name__)


def ask_due(session: Session) -> int:
    """Asks everybody who was not asked for HEARTBEAT_MONTHS; gives how many. The caller commits."""
    months = current_app.config["SETTINGS"].heartbeat_months
    if not months:
        return 0
    since = clock.now() - timedelta(days=months * DAYS_IN_MONTH)
    asked = queries.due(session, since, AT_ONCE)
    for application in asked:
        _ask(session, application)
    return len(asked)


def _ask(session: Session, application: Application) -> None:
    """By mail, else by SMS, else a colleague calls."""
    (mail, phone), way = _addresses(application), AskedBy.CALL
    if mail:
        link = _link(session, application)
        outbox.queue(session, "still_waiting", to=mail, application_id=application.id, link=link)
        way = AskedBy.MAIL
    elif phone and current_app.config["SETTINGS"].sms_url:
        link = _link(session, application)
        outbox.queue_sms(session, "still_waiting", to=phone, application_id=application.id, link=link)
        way = AskedBy.SMS
    beat = _keep(session, application, way)
    if way is AskedBy.CALL:
        _call(application, beat)


def _addresses(application: Application) -> tuple[str, str]:
    """Mail and telephone of the person; "" for both if they cannot be opened: a colleague looks into it."""
    person = application.candidate
    try:
        return (person.email, person.phone) if person else ("", "")
    except CannotOpenError:
        log.exception("An address cannot be read.", extra={"case": application.id})
        return "", ""


def _link(session: Session, application: Application) -> str:
    token = tickets.issue(session, application, TicketKind.STILL)
    return tickets.address(token, TicketKind.STILL)


def _keep(session: Session, application: Application, way: AskedBy) -> Heartbeat:
    beat = Heartbeat(application_id=application.id, asked_at=clock.now(), asked_by=way)
    session.add(beat)
    return beat


def _call(application: Application, beat: Heartbeat) -> None:
    """Somebody is to call today, unless a call is agreed on already: its day stays, be it sooner or later."""
    beat.reminded_at = clock.now()
    application.call_on = application.call_on or clock.today()


def letter(session: Session, application: Application) -> str:
    """Asks on paper: gives the address to print. The caller commits."""
    _keep(session, application, AskedBy.LETTER)
    return _link(session, application)


def call_the_silent(session: Session) -> int:
    """Makes calls of the questions that nobody answered; gives how many. The caller commits."""
    silent = queries.silent(session, clock.now() - SILENT_AFTER)
    for beat, application in silent:
        _call(application, beat)
    return len(silent)


def is_open(application: Application) -> bool:
    """Whether there is still something to ask."""
    return application.state == State.WAITING


def hear(session: Session, application: Application, *, still: bool, by: Staff | None = None) -> None:
    """Writes an answer down; `by` is who heard it in a call. The caller commits.

    A no takes nobody off the list: it asks for a call, in which a person ends the case.
    """
    now, beat = clock.now(), queries.last_heartbeat(session, application)
    if beat is None:
        beat = _keep(session, application, AskedBy.CALL)
    beat.answered_at, beat.still_wants = now, still
    if still and _is_settled(application.call_on, beat, by):
        application.call_on = None
    elif not still and by is None:
        _call(application, beat)
    cases.correct(session, application, by=by, reason=YES if still else NO)


def _is_settled(call_on: date | None, beat: Heartbeat, by: Staff | None) -> bool:
    """Whether a yes is all that the call was for: it was just made, or is due only since nobody answered."""
    if call_on is None:
        return False
    if by is not None:
        return call_on <= clock.today()
    return beat.reminded_at is not None and call_on == clock.to_local(beat.reminded_at).date()
