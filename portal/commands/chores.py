"""The worker's chores: it asks for the runs that are due and does what stands in the table of jobs."""

import dataclasses
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, sources, work
from portal.db import db
from portal.feeds import sheet_job
from portal.jobs import partners
from portal.jobs.actions import SourceBusyError, SourcePausedError
from portal.jobs.incoming import Importer, ImporterError, Progress, Receipt
from portal.models.feed import Source
from portal.models.job import Job, JobKind, JobState
from portal.models.staff import Staff

TELL_EVERY: Final = 1.0
GOOD: Final = frozenset({"complete", "unchanged", "incomplete"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class ToFetch:
    """The sources that are to be fetched, and what is wrong with FEEDS_FILE ("" for nothing)."""

    names: tuple[str, ...]
    error: str = ""


def to_fetch(importers: Importer | None) -> ToFetch:
    """The sources in FEEDS_FILE. Where it cannot be read, those that once were."""
    try:
        return ToFetch(names=importers.sources() if importers else ())
    except ImporterError as error:
        handed_over = (sources.SPREADSHEET, sources.PUSH, sources.OWN)
        known = db.session.scalars(select(Source.name).where(Source.format.not_in(handed_over)))
        return ToFetch(names=tuple(known), error=str(error))


def plan_runs(importers: Importer | None) -> None:
    """Asks for a run of each source that is due."""
    session = db.session()
    wanted = to_fetch(importers)
    if wanted.error:
        log.error("FEEDS_FILE cannot be read: see `import list`.")
    for name in wanted.names:
        due = sources.next_run_at(session, name)
        # Asked after `due` was told: a source that never ran is due as of that moment.
        if due is not None and due <= clock.now():
            work.ask(session, JobKind.RUN, name)
    session.commit()


def do_all(importers: Importer | None) -> None:
    """Does the work that waits, piece by piece. What cannot be done now waits for the next round."""
    put_back: set[str] = set()
    while (job := work.lease_next(db.session(), put_back)) is not None:
        if not _do(job, importers):
            put_back.add(job.id)


def _do(job: Job, importers: Importer | None) -> bool:
    """Does one piece of work; False where another run of its source is in the way."""
    session, job_id, source = db.session(), job.id, job.source
    try:
        receipt = _run(session, job, importers) if job.kind is JobKind.RUN else _take_list(session, job)
    except SourceBusyError:
        work.put_back(session.get_one(Job, job_id))
        session.commit()
        return False
    except (ImporterError, SourcePausedError) as error:
        receipt = _not_run(source, str(error))
    except Exception as error:
        log.exception("A job failed.", extra={"source": source})
        receipt = _not_run(source, f"failed: {type(error).__name__}")
    session.rollback()
    state = JobState.DONE if receipt.status in GOOD else JobState.FAILED
    work.end(session.get_one(Job, job_id), state, _plain(receipt))
    session.commit()
    counts = {"source": source, "status": receipt.status, "new": receipt.new, "closed": receipt.closed}
    log.info("A job is done.", extra=counts)
    return True


def _not_run(source: str, error: str) -> Receipt:
    return Receipt(source=source, status="not run", error=error)


def _plain(receipt: Receipt) -> Mapping[str, Any]:
    return dataclasses.asdict(receipt)


def _run(session: Session, job: Job, importers: Importer | None) -> Receipt:
    if importers is None:
        raise ImporterError("This application was made without importers.")
    return importers.run(job.source, progress=_Teller(session, job.id))


def _take_list(session: Session, job: Job) -> Receipt:
    wanted = sheet_job.from_payload(job.payload)
    page = wanted.read()
    receipt = partners.take_list(
        partners.PartnerList(
            source=job.source,
            entries=page.entries,
            by=session.get(Staff, job.created_by_id) if job.created_by_id else None,
            whole=wanted.whole,
            closing=frozenset(wanted.closing),
        ),
        tell=_Teller(session, job.id),
    )
    # A row that could not be read is no entry, and did not come in either.
    unread = len(page.rows) - len(page.entries)
    return dataclasses.replace(receipt, refused=receipt.refused + unread)


class _Teller:
    """Writes down how far a job is, at most once a second. A run tells it between its transactions."""

    def __init__(self, session: Session, job_id: str) -> None:
        self._session = session
        self._job_id = job_id
        self._last = float("-inf")

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self._last >= TELL_EVERY:
            self._last = time.monotonic()
            job = self._session.get_one(Job, self._job_id)
            work.tell(self._session, job, done=progress.done, of=progress.of)
