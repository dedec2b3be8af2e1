"""Deletes each night what was kept as long as `portal.retention` says, and warns of it before (promise 44).

Each case goes in a transaction of its own: killed at any moment, the next run goes on. Where more than 48
hours lie between two runs the clock may be wrong, and nothing is deleted before a person says that it is
right (promise 59).
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, delete, func, not_, or_, select
from sqlalchemy.orm import Session

from portal import (
    audit_chain,
    cases,
    clock,
    db,
    erasing,
    outbox,
    personal_data,
    pulses,
    recordings,
    retention,
    rewriting,
)
from portal.crypto import CannotOpenError
from portal.models.application import Application, State
from portal.models.arrival import Arrival
from portal.models.deletion import DeletionWarning, PurgeRun
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.pulse import PulseOf
from portal.retention import OF_STATE, RULES, WARNED_BEFORE

MOST_APART: Final = timedelta(hours=48)
CLOCK: Final = "clock"
"""Why a run was refused: the clock may have jumped."""
NO_YES: Final = "no_yes"
OF_CASES: Final = (*dict.fromkeys(OF_STATE.values()), NO_YES)
"""The rules about cases."""
# Rules that begin anew with each change of a case; the others begin when it came to where it stands.
_SINCE_CHANGE: Final = frozenset({"draft", "idle"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run did: how much each rule deleted, how many people were warned, or why it was refused."""

    deleted: Mapping[str, int]
    warned: int = 0
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A case that is to be deleted: by which rule, not before when, and whether somebody was written to."""

    application: Application
    rule: str
    not_before: datetime
    is_told: bool


def run_if_due(session: Session) -> Outcome | None:
    """The run of this day, unless there was one already. Commits."""
    last = session.scalar(select(func.max(PurgeRun.at)))
    if last is not None and clock.to_local(last).date() >= clock.today():
        return None
    return run(session)


def run(session: Session, *, clock_is_right: bool = False) -> Outcome:
    """Warns, and deletes what is due. Commits. `clock_is_right` is a person's word after a refusal."""
    now = clock.now()
    if not clock_is_right and may_be_wrong(session, now):
        session.add(PurgeRun(at=now, refused=CLOCK))
        session.commit()
        return Outcome(deleted={}, refused=CLOCK)
    kept = retention.days(session)
    warned = _warn(session, kept, now)
    deleted = {rule: _delete_cases(session, rule, kept, now) for rule in OF_CASES}
    for rule, others in _OTHERS.items():
        deleted[rule] = others(session, now - timedelta(days=kept[rule]))
        session.commit()
    recordings.sweep(session)
    session.add(PurgeRun(at=now, deleted=sum(deleted.values())))
    pulses.beat(session, PulseOf.DELETION)
    session.commit()
    erasing.tell_the_file(session)
    db.settle()
    session.commit()
    rewriting.write_anew(db.db.engine, rewriting.tables(personal_data.tables()))
    return Outcome(deleted={rule: count for rule, count in deleted.items() if count}, warned=warned)


def may_be_wrong(session: Session, now: datetime) -> bool:
    """Whether so much time lies between the last good run and now that the clock may have jumped."""
    last = session.scalar(select(func.max(PurgeRun.at)).where(PurgeRun.refused == ""))
    return last is not None and now - last > MOST_APART


def newest_runs(session: Session) -> list[PurgeRun]:
    """The last seven runs, the newest first."""
    return list(session.scalars(select(PurgeRun).order_by(PurgeRun.number.desc()).limit(7)))


def due(rule: str, before: datetime) -> ColumnElement[bool]:
    """The condition that picks the cases of a rule with which nothing has happened since `before`."""
    if rule == NO_YES:
        return and_(Application.state == State.CLOSED, _never_agreed(), Application.state_since < before)
    states = [state for state, key in OF_STATE.items() if key == rule]
    if rule in _SINCE_CHANGE:
        noted = select(Note.id).where(Note.application_id == Application.id, Note.at >= before)
        old = and_(Application.updated_at < before, ~noted.exists())
    else:
        old = Application.state_since < before
    here = and_(Application.state.in_(states), old)
    return and_(here, not_(_never_agreed())) if rule == "closed" else here


def _never_agreed() -> ColumnElement[bool]:
    return and_(
        Application.person_agreed_at.is_(None),
        func.coalesce(Application.filled_by.in_(cases.BY_OTHERS), False),
    )


def coming(session: Session) -> Iterator[Coming]:
    """The cases of which a warning was given, those that go first at the beginning."""
    now, kept = clock.now(), retention.days(session)
    warned = select(Application, DeletionWarning.at).join(DeletionWarning).order_by(DeletionWarning.at)
    for application, at in session.execute(warned):
        for rule in OF_CASES:
            if RULES[rule].warns and _is_due(session, application, rule, _nearly(kept[rule], now)):
                yield Coming(
                    application=application,
                    rule=rule,
                    not_before=at + WARNED_BEFORE,
                    is_told=_is_written_to(application),
                )


def _is_written_to(application: Application) -> bool:
    """Whether `_write_to` reaches the person."""
    person = application.candidate
    try:
        return person is not None and bool(person.email or (person.phone and outbox.sends_sms()))
    except CannotOpenError:
        return False


def _is_due(session: Session, application: Application, rule: str, before: datetime) -> bool:
    picked = select(Application.id).where(Application.id == application.id, due(rule, before))
    return session.scalar(picked) is not None


def _nearly(days: int, now: datetime) -> datetime:
    return now - timedelta(days=days) + WARNED_BEFORE


def _warn(session: Session, kept: Mapping[str, int], now: datetime) -> int:
    """Tells the people whose cases are to go in two weeks; forgets warnings of cases that live on."""
    rules = [rule for rule in OF_CASES if RULES[rule].warns]
    nearly = or_(*(due(rule, _nearly(kept[rule], now)) for rule in rules))
    session.execute(
        delete(DeletionWarning).where(
            DeletionWarning.application_id.not_in(select(Application.id).where(nearly))
        )
    )
    told = select(DeletionWarning.application_id)
    new = session.scalars(select(Application).where(nearly, Application.id.not_in(told))).all()
    for application in new:
        session.add(DeletionWarning(application_id=application.id, at=now))
        try:
            _write_to(session, application, now)
        except CannotOpenError:
            log.exception("An address cannot be read.", extra={"case": application.id})
    session.commit()
    return len(new)


def _write_to(session: Session, application: Application, now: datetime) -> None:
    """By mail, else by SMS; who has neither is on the staff's list, to be called. Raises CannotOpenError."""
    person, last_day = application.candidate, clock.to_local(now + WARNED_BEFORE).date()
    if person and person.email:
        outbox.queue(
            session, "deletion_soon", to=person.email, application_id=application.id, last_day=last_day
        )
    elif person and person.phone:
        outbox.queue_sms(
            session, "deletion_soon", to=person.phone, application_id=application.id, last_day=last_day
        )


def _delete_cases(session: Session, rule: str, kept: Mapping[str, int], now: datetime) -> int:
    condition = due(rule, now - timedelta(days=kept[rule]))
    if RULES[rule].warns:
        in_time = DeletionWarning.at <= now - WARNED_BEFORE
        condition = and_(condition, Application.id.in_(select(DeletionWarning.application_id).where(in_time)))
    deleted = 0
    for one_id in session.scalars(select(Application.id).where(condition)).all():
        # Looked at once more: an earlier one may have taken it along, or somebody has worked on it since.
        one = session.scalar(select(Application).where(Application.id == one_id, condition))
        if one is not None:
            erasing.erase(session, one, rule=rule)
            deleted += 1
        session.commit()
    return deleted


def _delete_mails(session: Session, before: datetime) -> int:
    over = or_(OutboxMessage.sent_at.is_not(None), OutboxMessage.failed_at.is_not(None))
    return _delete_rows(session, "mail", delete(OutboxMessage).where(OutboxMessage.created_at < before, over))


def _delete_arrivals(session: Session, before: datetime) -> int:
    waiting = delete(Arrival).where(Arrival.taken_at.is_(None), Arrival.created_at < before)
    return _delete_rows(session, "arrival", waiting)


def _delete_rows(session: Session, rule: str, statement: Any) -> int:
    count = int(session.execute(statement).rowcount)  # type: ignore[attr-defined]
    if count:
        erasing.note_many(session, rule, count)
    return count


def _delete_audit(session: Session, before: datetime) -> int:
    count = audit_chain.drop_before(session, before)
    if count:
        erasing.note_many(session, "audit", count)
    return count


_OTHERS: Final[Mapping[str, Callable[[Session, datetime], int]]] = {
    "mail": _delete_mails,
    "arrival": _delete_arrivals,
    "audit": _delete_audit,
}
