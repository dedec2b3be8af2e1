"""What changes the board: a run of a feed begins, hands over ads and ends; ads past their last day close.

Each action is one transaction. A run that is killed leaves whole batches behind, and the next one goes on.
"""

from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from portal import clock, postings, sources, twins
from portal.db import db
from portal.jobs import deciding, quarantine, recording, statistics, storing
from portal.jobs.deciding import Absences
from portal.jobs.incoming import Batch, Receipt, RunEnd, RunStart
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.posting import ClosedReason, Posting, PostingState

LEASE: Final = timedelta(minutes=3)
"""How long a run may be silent before another may take its place."""


class SourceBusyError(Exception):
    """Another run of this source is going on."""


class SourcePausedError(Exception):
    """The source waits for a person; the message says why."""


class RunEndedError(Exception):
    """The run is not running any more: another took its place after a long silence."""


def begin_run(*, source: str, feed_format: str, rank: int) -> RunStart:
    """Begins a run, alone for its source. Raises SourceBusyError and SourcePausedError.

    The source's memory is taken out of the database meanwhile, so that a run which is killed leaves none: its
    "not modified" would hide what was never stored.
    """
    session, now = db.session(), clock.now()
    row = session.get(Source, source) or Source(name=source, format=feed_format)
    if why := sources.why_not_fetched(row):
        session.rollback()
        raise SourcePausedError(f"{source} {why}.")
    ranks_otherwise = row.rank not in {None, rank}
    row.format, row.rank = feed_format, rank
    session.add(row)
    session.flush()
    if ranks_otherwise:
        twins.settle_source(session, source)
    _take_lease(session, source, now)
    memory = dict(row.memory or {})
    row.memory = {}
    _end_forgotten_runs(session, source, now)
    run = FeedRun(source=source, started_at=now)
    session.add(run)
    listings = select(Posting.reference, Posting.listing_hash).where(Posting.source == source)
    start = RunStart(
        run_id=run.id,
        listings={row.reference: row.listing_hash for row in session.execute(listings)},
        memory=memory,
    )
    session.commit()
    return start


def _take_lease(session: Session, source: str, now: datetime) -> None:
    free = or_(Source.running_until.is_(None), Source.running_until < now)
    taken = session.execute(
        update(Source).where(Source.name == source, free).values(running_until=now + LEASE)
    )
    if taken.rowcount != 1:  # type: ignore[attr-defined] # an UPDATE has one
        session.rollback()
        raise SourceBusyError(f"Another run of {source} is going on.")


def _end_forgotten_runs(session: Session, source: str, now: datetime) -> None:
    session.execute(
        update(FeedRun)
        .where(FeedRun.source == source, FeedRun.status == RunStatus.RUNNING)
        .values(status=RunStatus.INCOMPLETE, ended_at=now, error="stopped before its end")
    )


def keep_alive(run_id: str) -> None:
    """Says that a run is still at work. Raises RunEndedError."""
    session = db.session()
    _renew(session, _running(session, run_id))
    session.commit()


def _running(session: Session, run_id: str) -> FeedRun:
    run = session.get(FeedRun, run_id)
    if run is None or run.status is not RunStatus.RUNNING:
        session.rollback()
        raise RunEndedError("Another run has taken over.")
    return run


def _renew(session: Session, run: FeedRun) -> None:
    session.execute(update(Source).where(Source.name == run.source).values(running_until=clock.now() + LEASE))


def receive(run_id: str, batch: Batch) -> frozenset[str]:
    """Takes in what a run hands over. Raises RunEndedError.

    Answers with the references that are not settled: refused, over, or without their details. The next run
    must be shown them again.
    """
    today = clock.today()
    ready = storing.prepared(batch.sightings, today)
    session = db.session()
    run = _running(session, run_id)
    intake = storing.Intake(session=session, source=run.source, now=clock.now(), today=today, ready=ready)
    intake.take_in(batch.sightings)
    intake.refuse(batch.refusals)
    intake.see_unchanged(batch.unchanged)
    intake.stop(batch.stopped)
    intake.settle()
    recording.count(run, intake)
    _renew(session, run)
    session.commit()
    statistics.renew(session)
    return frozenset(intake.unsettled)


def finish_run(run_id: str, end: RunEnd) -> Receipt:
    """Ends a run: decides what is absent, closes or holds, and writes the record. Raises RunEndedError."""
    session, now = db.session(), clock.now()
    # What brought the run to its end may have left a transaction half done.
    session.rollback()
    run = _running(session, run_id)
    source = session.get_one(Source, run.source)
    run.status, run.ended_at, run.error = recording.status(end), now, end.error
    absences = deciding.decide_absences(
        storing.known_ads(session, run.source, clock.today()), seen=end.seen, complete=end.proves_absence
    )
    _apply(session, run, absences, now)
    recording.record(run, end, absences)
    _note_end(session, source, run, end)
    receipt = recording.receipt(run)
    session.commit()
    return receipt


def _note_end(session: Session, source: Source, run: FeedRun, end: RunEnd) -> None:
    source.running_until = None
    if end.gone:
        source.gone_at = run.ended_at
    if end.complete:
        source.last_complete_at = run.ended_at
        source.memory = dict(end.memory or {})
    if end.proves_absence:
        quarantine.forget_except(session, run.source, end.seen, run.started_at)


def _apply(session: Session, run: FeedRun, absences: Absences, now: datetime) -> None:
    rows = storing.postings(session, run.source, absences.back | absences.missed | absences.closing)
    for reference, row in rows.items():
        if reference in absences.back:
            row.missing_since, row.missed_runs = None, 0
        if reference in absences.missed:
            row.missing_since = row.missing_since or now
            row.missed_runs += 1
    closing = [row for reference, row in rows.items() if reference in absences.closing]
    postings.close(session, closing, ClosedReason.GONE)


def close_expired(today: date) -> int:
    """Closes the ads whose last day was before `today` (Copenhagen). Answers with how many.

    The last day is the deadline, else the source's own end, else 60 days after the ad was new, changed or
    back.
    """
    session = db.session()
    rows = session.execute(
        select(Posting.id, Posting.deadline, Posting.expires_on, Posting.changed_at).where(
            Posting.state != PostingState.CLOSED
        )
    )
    ids = [row.id for row in rows if _last_day(row) < today]
    for some in storing.some_at_once(ids):
        rows_to_close = session.scalars(select(Posting).where(Posting.id.in_(some)))
        postings.close(session, rows_to_close, ClosedReason.DEADLINE)
    session.commit()
    return len(ids)


def _last_day(row: Any) -> date:
    changed_on = clock.to_local(row.changed_at).date()
    return deciding.last_day(deadline=row.deadline, expires_on=row.expires_on, changed_on=changed_on)
