"""Oversight of look-ups: a random few to ask about, and who looks far more than usual (promise 48)."""

import math
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import alarms, clock
from portal.models.alarm import AlarmKind
from portal.models.audit import AuditEntry
from portal.models.staff import Staff

LOOKS: Final = ("read", "search", "export")
SAMPLE: Final = 20
DAYS: Final = 30
FACTOR: Final = 3
FEWEST: Final = 60
"""Look-ups a day that are never unusual, so that nobody's first busy day raises an alarm."""
SHARE: Final = 0.95
SUBJECT: Final = "Opslag i sager"


@dataclass(frozen=True, kw_only=True)
class Looked:
    """One look-up to ask about: who, when, at what, and what for."""

    who: str
    at: datetime
    kind: str
    object_id: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class Done:
    """One look-up or change of a thing; `fields` names what a change changed, as in the trail."""

    at: datetime
    who: str
    action: str
    fields: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class Unusual:
    """Somebody who has looked more often today than ever is usual for the person."""

    who: str
    today: int
    usual: int


def sample(session: Session, count: int = SAMPLE) -> list[Looked]:
    """Some look-ups of the last 30 days, picked at random, the newest first."""
    since = clock.now() - timedelta(days=DAYS)
    recent = select(AuditEntry.number).where(AuditEntry.at >= since, AuditEntry.action.in_(LOOKS))
    numbers = session.scalars(recent).all()
    picked = random.SystemRandom().sample(numbers, min(count, len(numbers)))
    rows = session.scalars(select(AuditEntry).where(AuditEntry.number.in_(picked)))
    names = _names(session)
    return [
        Looked(
            who=names.get(row.staff_id, "Kommandolinjen"),
            at=row.at,
            kind=row.object_kind,
            object_id=row.object_id,
            purpose=row.purpose,
        )
        for row in sorted(rows, key=lambda row: -row.number)
    ]


def about(session: Session, object_id: str) -> list[Done]:
    """What the trail says of one thing, the oldest first."""
    names = _names(session)
    rows = session.scalars(
        select(AuditEntry).where(AuditEntry.object_id == object_id).order_by(AuditEntry.number)
    )
    return [
        Done(
            at=row.at,
            who=names.get(row.staff_id, "command line"),
            action=row.action,
            fields=row.fields,
            purpose=row.purpose,
        )
        for row in rows
    ]


def unusual(session: Session) -> list[Unusual]:
    """Who has looked today more than three times as often as on the person's own busy days of the last 30."""
    today, names = clock.today(), _names(session)
    since = clock.now() - timedelta(days=DAYS + 1)
    counts: dict[str, Counter[date]] = {}
    query = select(AuditEntry.staff_id, AuditEntry.at).where(
        AuditEntry.at >= since, AuditEntry.action.in_(LOOKS)
    )
    for staff_id, at in session.execute(query):
        counts.setdefault(staff_id, Counter())[clock.to_local(at).date()] += 1
    found = [
        Unusual(who=names.get(staff_id, "Kommandolinjen"), today=days.pop(today, 0), usual=p95(days.values()))
        for staff_id, days in counts.items()
    ]
    return [one for one in found if is_unusual(one.today, one.usual)]


def is_unusual(today: int, usual: int) -> bool:
    """Whether so many look-ups a day are worth an alarm; `usual` is the 95th percentile of one's own days."""
    return today > max(FACTOR * usual, FEWEST)


def p95(counts: Iterable[int]) -> int:
    """The 95th percentile (nearest rank) of the days on which somebody looked at all; 0 without any."""
    ordered = sorted(counts)
    return ordered[math.ceil(SHARE * len(ordered)) - 1] if ordered else 0


def watch(session: Session) -> None:
    """Raises and clears the alarm about unusual look-ups; it names nobody. The caller commits."""
    wrong = {(AlarmKind.LOOK_UPS, SUBJECT)} if unusual(session) else set()
    alarms.settle(session, wrong, among={AlarmKind.LOOK_UPS})


def _names(session: Session) -> dict[str, str]:
    return {row.id: row.name for row in session.execute(select(Staff.id, Staff.name))}
