"""Ads that partners hand over themselves: one by one through the API, or as a list in a spreadsheet.

`portal.board` says what the other features may ask of this module; the worker takes lists in.
"""

import dataclasses
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, postings, sources
from portal.board import Outcome, SourceClosedError, Status
from portal.db import db
from portal.jobs import actions, deciding, storing
from portal.jobs.deciding import Verdict
from portal.jobs.incoming import (
    Batch,
    Entry,
    Progress,
    QueryProof,
    Reason,
    Receipt,
    Refusal,
    RunEnd,
    Sighting,
    Tell,
    fingerprint,
)
from portal.jobs.preparing import RefusedError, check
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff

RANK: Final = 50
"""Among copies of one ad, a partner's own comes before those of feeds that state no rank."""
AT_ONCE: Final = 100

log = logging.getLogger(__name__)


def foresee(source: str, entries: Sequence[Entry]) -> tuple[Outcome, ...]:
    """What taking these entries in would do, in their order; changes nothing."""
    today = clock.today()
    rows = storing.postings(db.session(), source, {entry.reference for entry in entries})
    return tuple(_foreseen(entry, rows.get(entry.reference), today) for entry in entries)


def _foreseen(entry: Entry, row: Posting | None, today: date) -> Outcome:
    over = deciding.is_over(deadline=entry.deadline, expires_on=entry.expires_on, today=today)
    known = storing.known_ad(row, today) if row else None
    verdict = deciding.decide_entry(content_hash=fingerprint(entry), over=over, known=known).verdict
    if verdict is not Verdict.UNCHANGED:
        try:
            check(entry)
        except RefusedError as error:
            return Outcome(reference=entry.reference, status=Status.REFUSED, reason=error.reason)
    return _outcome(entry.reference, verdict)


def _outcome(reference: str, verdict: Verdict) -> Outcome:
    if verdict is Verdict.OVER:
        return Outcome(reference=reference, status=Status.REFUSED, reason=Reason.OVER)
    return Outcome(reference=reference, status=Status(verdict.value))


def push(source: str, items: Sequence[Entry | Refusal]) -> tuple[Outcome, ...]:
    """Takes ads in, or puts them into quarantine; answers in their order. Raises SourceClosedError."""
    session, now = db.session(), clock.now()
    _lock(session, source).last_complete_at = now
    outcomes: list[Outcome] = []
    for item in items:
        twice = item.reference and item.reference in {outcome.reference for outcome in outcomes}
        outcomes.append(_taken_twice(item) if twice else _take(session, source, item))
    _count(_record_of_today(session, source, now), outcomes)
    session.commit()
    return tuple(outcomes)


def _lock(session: Session, source: str) -> Source:
    """The source, for this transaction alone: two that push the same new ad at once must not both add it."""
    row = session.get_one(Source, source, with_for_update=True)
    if sources.why_not_fetched(row):
        session.rollback()
        raise SourceClosedError
    return row


def _take(session: Session, source: str, item: Entry | Refusal) -> Outcome:
    intake = _intake(session, source)
    if isinstance(item, Refusal):
        intake.refuse([item])
    else:
        intake.take_in([_sighting(item)])
    intake.settle()
    session.flush()
    for reason in intake.refused:
        return Outcome(reference=item.reference, status=Status.REFUSED, reason=reason)
    return _outcome(item.reference, next(iter(intake.counts)))


def _intake(session: Session, source: str) -> storing.Intake:
    return storing.Intake(session=session, source=source, now=clock.now(), today=clock.today())


def _taken_twice(item: Entry | Refusal) -> Outcome:
    return Outcome(reference=item.reference, status=Status.REFUSED, reason=Reason.TWICE)


def _sighting(entry: Entry) -> Sighting:
    return Sighting(entry=entry, listing_hash=fingerprint(entry))


def _record_of_today(session: Session, source: str, now: datetime) -> FeedRun:
    """The record of what came in today, in Copenhagen: partners may push their ads one by one.

    Never a run that still goes on, or that failed: it writes a receipt of its own.
    """
    midnight = datetime.combine(clock.today(), time(), clock.COPENHAGEN)
    since = select(FeedRun).where(
        FeedRun.source == source, FeedRun.started_at >= midnight, FeedRun.status == RunStatus.COMPLETE
    )
    record = session.scalars(since.order_by(FeedRun.started_at.desc())).first()
    if record is None:
        record = FeedRun(source=source, started_at=now, status=RunStatus.COMPLETE)
        session.add(record)
        session.flush()
    record.ended_at = now
    return record


def _count(record: FeedRun, outcomes: Collection[Outcome]) -> None:
    number = {status: sum(outcome.status is status for outcome in outcomes) for status in Status}
    record.responses += 1
    record.received += len(outcomes)
    record.new += number[Status.NEW]
    record.changed += number[Status.CHANGED]
    record.unchanged += number[Status.UNCHANGED]
    record.refused += number[Status.REFUSED]


def stop(source: str, reference: str) -> bool:
    """Takes an ad off the board; False where the source never had it. Raises SourceClosedError.

    An ad that is closed already stays closed for its old reason.
    """
    session, now = db.session(), clock.now()
    _lock(session, source).last_complete_at = now
    known = reference in storing.postings(session, source, {reference})
    intake = _intake(session, source)
    intake.stop({reference})
    if intake.stopped:
        _record_of_today(session, source, now).closed += intake.stopped
    session.commit()
    return known


@dataclass(frozen=True, kw_only=True)
class PartnerList:
    """A partner's list, approved by `by`. `closing` are the ids of ads that this person saw would close,
    because they are missing in a list that is said to be `whole`.
    """

    source: str
    entries: tuple[Entry, ...]
    by: Staff | None
    whole: bool = False
    closing: frozenset[str] = frozenset()


def take_list(wanted: PartnerList, *, tell: Tell) -> Receipt:
    """Takes a list in as a run of its source. Whatever goes wrong in the run stands in the receipt.

    Raises SourceBusyError and SourcePausedError.
    """
    start = actions.begin_run(source=wanted.source, feed_format=sources.SPREADSHEET, rank=RANK)
    try:
        _hand_over(start.run_id, wanted.entries, tell)
        end = _end(wanted)
    except Exception as error:
        log.exception("Taking in a list failed.", extra={"source": wanted.source})
        end = RunEnd(queries={}, error=f"failed: {type(error).__name__}")
    receipt = actions.finish_run(start.run_id, end)
    if end.error:
        return receipt
    closed = _close_absent(start.run_id, wanted)
    return dataclasses.replace(receipt, closed=receipt.closed + closed)


def _hand_over(run_id: str, entries: Sequence[Entry], tell: Tell) -> None:
    for first in range(0, len(entries), AT_ONCE):
        some = entries[first : first + AT_ONCE]
        actions.receive(run_id, Batch(sightings=tuple(map(_sighting, some))))
        tell(Progress(what="stored", done=first + len(some), of=len(entries)))


def _end(wanted: PartnerList) -> RunEnd:
    number = len(wanted.entries)
    proof = QueryProof(stated=number, seen=number, snapshot=wanted.whole)
    seen = frozenset(entry.reference for entry in wanted.entries)
    return RunEnd(queries={"list": proof}, seen=seen, received=number, responses=1)


def _close_absent(run_id: str, wanted: PartnerList) -> int:
    """Closes what a person saw would close; no second list without the ad is needed to be sure."""
    session = db.session()
    listed = {entry.reference for entry in wanted.entries}
    rows = session.scalars(
        select(Posting).where(
            Posting.source == wanted.source,
            Posting.id.in_(wanted.closing),
            Posting.state != PostingState.CLOSED,
        )
    )
    absent = [row for row in rows if row.reference not in listed]
    postings.close(session, absent, ClosedReason.GONE, by=wanted.by)
    session.get_one(FeedRun, run_id).closed += len(absent)
    session.commit()
    return len(absent)
