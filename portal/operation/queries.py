"""Reads how the portal itself is doing: counts and times, nothing about anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from portal import alarms, clock, delivery, pulses
from portal.models.alarm import Alarm, AlarmKind
from portal.models.application import ENDS, Application, State
from portal.models.backup import BackupRecord
from portal.models.feed import Source
from portal.models.mail import OutboxMessage
from portal.models.posting import Posting, PostingState
from portal.models.pulse import PulseOf


@dataclass(frozen=True, kw_only=True)
class Operation:
    """How it goes at this moment. Times are UTC; None is "never"."""

    alarms: tuple[Alarm, ...]
    cases: Mapping[State, int]
    open_ads: int
    mail_waiting: int
    mail_failed: int
    mail_waiting_since: datetime | None
    imported_at: Mapping[str, datetime | None]
    beats: Mapping[PulseOf, datetime]
    backed_up_at: datetime | None
    restored_at: datetime | None

    def mail_age(self) -> float:
        """For how many seconds the oldest message has been waiting; 0 where none does."""
        since = self.mail_waiting_since
        return (clock.now() - since).total_seconds() if since else 0.0

    def open_by_kind(self) -> Mapping[AlarmKind, int]:
        """How many alarms of each kind are open."""
        return {kind: sum(alarm.kind is kind for alarm in self.alarms) for kind in AlarmKind}


def now(session: Session) -> Operation:
    """Everything, read anew."""
    waiting = OutboxMessage.next_attempt_at.is_not(None)
    return Operation(
        alarms=tuple(alarms.open_alarms(session)),
        cases=_cases(session),
        open_ads=_count(session, Posting.state != PostingState.CLOSED),
        mail_waiting=_count(session, waiting),
        mail_failed=_count(session, OutboxMessage.failed_at.is_not(None)),
        mail_waiting_since=delivery.waiting_since(session),
        imported_at={row.name: row.last_complete_at for row in session.scalars(select(Source))},
        beats=pulses.last(session),
        backed_up_at=session.scalar(select(func.max(BackupRecord.made_at))),
        restored_at=session.scalar(select(func.max(BackupRecord.proven_at))),
    )


def _count(session: Session, condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(condition)) or 0


def _cases(session: Session) -> Mapping[State, int]:
    """How many cases wait in each state; those that have ended, and drafts, wait for nobody."""
    waits = [state for state in State if state not in ENDS | {State.DRAFT}]
    query = select(Application.state, func.count()).where(Application.state.in_(waits))
    found = {row[0]: row[1] for row in session.execute(query.group_by(Application.state))}
    return {state: found.get(state, 0) for state in waits}
