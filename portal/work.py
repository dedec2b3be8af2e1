"""Work for the worker: ask for it, take it, tell how far it is, end it.

A page never fetches a feed itself. It writes a row in the transaction that causes it, and the worker takes
the oldest one with a lease, so that what a killed worker leaves behind is taken up again.
"""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from portal import clock
from portal.models.job import Job, JobKind, JobState
from portal.models.staff import Staff

LEASE: Final = timedelta(minutes=5)
MOST_ATTEMPTS: Final = 3
DRAFTS_KEPT: Final = timedelta(days=1)
KEPT: Final = timedelta(days=14)
OPEN: Final = (JobState.WAITING, JobState.RUNNING)


def ask(session: Session, kind: JobKind, source: str, *, by: Staff | None = None) -> Job:
    """Asks the worker to run a source, unless that is asked for already. The caller commits."""
    _one_at_a_time(session, source)
    job = open_job(session, source)
    if job is None or job.kind is not kind:
        job = Job(kind=kind, source=source, created_at=clock.now(), created_by_id=by.id if by else None)
        session.add(job)
        session.flush()
    return job


def _one_at_a_time(session: Session, source: str) -> None:
    """Lets two workers that ask for the same source in the same moment see each other's row.

    On SQLite a transaction that writes is alone anyhow.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"job on {source}"))))


def open_job(session: Session, source: str) -> Job | None:
    """The work on a source that is not done yet: what runs, else the oldest that waits."""
    query = select(Job).where(Job.source == source, Job.state.in_(OPEN))
    return session.scalars(query.order_by(Job.state, Job.created_at)).first()


def open_jobs(session: Session) -> Mapping[str, Job]:
    """All work that is not done yet, one piece for each source."""
    rows = session.scalars(select(Job).where(Job.state.in_(OPEN)).order_by(Job.state.desc(), Job.created_at))
    return {row.source: row for row in rows}


def lease_next(session: Session, without: Collection[str] = ()) -> Job | None:
    """Takes the oldest work that nobody has, but for the ids in `without`, and commits; None where there is
    none.

    What three workers died of is not tried again.
    """
    now = clock.now()
    _give_up(session)
    wanted = and_(_is_free(), Job.id.not_in(without))
    oldest = select(Job.id).where(wanted).order_by(Job.created_at, Job.id).limit(1)
    if session.get_bind().dialect.name == "postgresql":
        oldest = oldest.with_for_update(skip_locked=True)
    leased = session.scalar(
        update(Job)
        .where(Job.id == oldest.scalar_subquery(), _is_free())
        .values(state=JobState.RUNNING, started_at=now, leased_until=now + LEASE, attempts=Job.attempts + 1)
        .returning(Job)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    session.commit()
    return leased


def _is_free() -> ColumnElement[bool]:
    return or_(Job.state == JobState.WAITING, _is_forgotten())


def _is_forgotten() -> ColumnElement[bool]:
    return and_(Job.state == JobState.RUNNING, Job.leased_until < clock.now())


def _give_up(session: Session) -> None:
    session.execute(
        update(Job)
        .where(_is_forgotten(), Job.attempts >= MOST_ATTEMPTS)
        .values(state=JobState.FAILED, ended_at=clock.now(), payload_sealed=None)
    )


def tell(session: Session, job: Job, *, done: int, of: int | None) -> None:
    """Notes how far the work is and keeps it leased, in a transaction of its own."""
    job.progress_done, job.progress_of, job.leased_until = done, of, clock.now() + LEASE
    session.commit()


def end(job: Job, state: JobState, result: Mapping[str, Any]) -> None:
    """Ends the work with its receipt, and forgets what it needed. The caller commits."""
    job.state, job.ended_at, job.leased_until = state, clock.now(), None
    job.result, job.payload = dict(result), ""


def put_back(job: Job) -> None:
    """Leaves the work for later, as if it had never been taken. The caller commits."""
    job.state, job.leased_until, job.attempts = JobState.WAITING, None, job.attempts - 1


def tidy(session: Session) -> None:
    """Forgets drafts that nobody sent off, and old receipts. The caller commits."""
    now = clock.now()
    draft = and_(Job.state == JobState.DRAFT, Job.created_at < now - DRAFTS_KEPT)
    session.execute(delete(Job).where(or_(draft, Job.ended_at < now - KEPT)))
