"""What changes the board: a run of a feed begins, hands over ads and ends; ads past their last day close.

Each action is one transaction. A run that is killed leaves whole batches behind, and the next one goes on.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from portal import clock, sources
from portal.db import db
from portal.jobs import deciding, storing
from portal.jobs.deciding import Absences, Verdict
from portal.jobs.incoming import Batch, Reason, Receipt, RunEnd, RunStart
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
    row.format, row.rank = feed_format, rank
    session.add(row)
    session.flush()
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
    session = db.session()
    run = _running(session, run_id)
    intake = storing.Intake(session=session, source=run.source, now=clock.now(), today=clock.today())
    intake.take_in(batch.sightings)
    intake.refuse(batch.refusals)
    intake.see_unchanged(batch.unchanged)
    _count(run, intake)
    _renew(session, run)
    session.commit()
    return frozenset(intake.unsettled)


def _count(run: FeedRun, intake: storing.Intake) -> None:
    run.new += intake.counts[Verdict.NEW]
    run.changed += intake.counts[Verdict.CHANGED]
    run.unchanged += intake.counts[Verdict.UNCHANGED]
    run.refused += intake.refused.total()
    over = {Reason.OVER.value: intake.counts[Verdict.OVER]}
    run.left_out += intake.counts[Verdict.OVER]
    run.details = run.details | {
        "refused": _added(run.details.get("refused"), {r.value: n for r, n in intake.refused.items()}),
        "left_out": _added(run.details.get("left_out"), over),
        "reopened": run.details.get("reopened", 0) + intake.reopened,
    }


def _added(counts: dict[str, int] | None, more: dict[str, int]) -> dict[str, int]:
    return {key: number for key, number in (Counter(counts or {}) + Counter(more)).items() if number}


def finish_run(run_id: str, end: RunEnd) -> Receipt:
    """Ends a run: decides what is absent, closes or holds, and writes the record. Raises RunEndedError."""
    session, now = db.session(), clock.now()
    # What brought the run to its end may have left a transaction half done.
    session.rollback()
    run = _running(session, run_id)
    source = session.get_one(Source, run.source)
    run.status, run.ended_at, run.error = _status(end), now, end.error
    absences = deciding.decide_absences(
        storing.known_ads(session, run.source, clock.today()), seen=end.seen, complete=end.complete
    )
    _apply(session, run, absences, now)
    _record(run, end, absences)
    if end.complete:
        source.last_complete_at = now
        source.memory = dict(end.memory or {})
        storing.forget_refused_except(session, run.source, end.seen, run.started_at)
    source.running_until = None
    receipt = _receipt(run, end)
    session.commit()
    return receipt


def _status(end: RunEnd) -> RunStatus:
    if end.complete:
        return RunStatus.UNCHANGED if end.unchanged else RunStatus.COMPLETE
    something = end.received or any(proof.answered for proof in end.queries.values())
    return RunStatus.INCOMPLETE if something else RunStatus.FAILED


def _apply(session: Session, run: FeedRun, absences: Absences, now: datetime) -> None:
    touched = absences.back | absences.missed | absences.closing | absences.held
    for reference, row in storing.postings(session, run.source, touched).items():
        if reference in absences.back:
            row.missing_since, row.missed_runs = None, 0
        if reference in absences.missed:
            row.missing_since = row.missing_since or now
            row.missed_runs += 1
        if reference in absences.closing:
            row.state, row.closed_reason, row.closed_at = PostingState.CLOSED, ClosedReason.GONE, now


def _record(run: FeedRun, end: RunEnd, absences: Absences) -> None:
    run.responses, run.bytes, run.received = end.responses, end.size, end.received
    stated = [proof.stated for proof in end.queries.values() if proof.stated is not None]
    run.stated = sum(stated) if stated else None
    run.closed, run.held = len(absences.closing), len(absences.held)
    run.missing = len((absences.missed | absences.held) - absences.closing)
    run.left_out += sum(end.left_out.values())
    left_out = {reason.value: number for reason, number in end.left_out.items()}
    queries: dict[str, Any] = {
        name: {"stated": proof.stated, "seen": proof.seen, "complete": proof.complete}
        for name, proof in end.queries.items()
    }
    run.details = run.details | {
        "left_out": _added(run.details.get("left_out"), left_out),
        "queries": queries,
        "held": sorted(absences.held),
        "notes": list(end.notes),
    }


def _receipt(run: FeedRun, end: RunEnd) -> Receipt:
    details = run.details
    reasons = [(f"left out: {reason}", n) for reason, n in sorted(details["left_out"].items())]
    reasons += [(f"refused: {reason}", n) for reason, n in sorted(details.get("refused", {}).items())]
    if run.held:
        reasons.append(("held: too many would close at once, a person decides", run.held))
    if details.get("reopened"):
        reasons.append(("back: closed ads that are in the feed again", details["reopened"]))
    return Receipt(
        source=run.source,
        status=run.status.value,
        received=run.received,
        new=run.new,
        changed=run.changed,
        unchanged=run.unchanged,
        closed=run.closed,
        held=run.held,
        missing=run.missing,
        left_out=run.left_out,
        refused=run.refused,
        reasons=tuple(reasons),
        notes=end.notes,
        error=run.error,
    )


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
    for start in range(0, len(ids), storing.AT_ONCE):
        session.execute(
            update(Posting)
            .where(Posting.id.in_(ids[start : start + storing.AT_ONCE]))
            .values(state=PostingState.CLOSED, closed_reason=ClosedReason.DEADLINE, closed_at=clock.now())
        )
    session.commit()
    return len(ids)


def _last_day(row: Any) -> date:
    changed_on = clock.to_local(row.changed_at).date()
    return deciding.last_day(deadline=row.deadline, expires_on=row.expires_on, changed_on=changed_on)
