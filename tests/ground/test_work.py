"""Work for the worker: asked for once, taken by one, taken up again when a worker died, and tidied away."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_staff
from portal import clock, work
from portal.models.job import Job, JobKind, JobState
from portal.models.staff import Role

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def traveller(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def ask(session: Session, source: str = "jobnet", kind: JobKind = JobKind.RUN) -> Job:
    job = work.ask(session, kind, source)
    session.commit()
    return job


def test_work_is_asked_for_once_until_it_is_done(session: Session) -> None:
    job = ask(session)
    assert ask(session) is job
    assert ask(session, "andet") is not job
    work.end(job, JobState.DONE, {})
    assert ask(session) is not job


def test_who_asked_is_kept(session: Session) -> None:
    admin = make_staff(session, Role.ADMIN)
    assert work.ask(session, JobKind.RUN, "jobnet", by=admin).created_by_id == admin.id


def test_the_oldest_work_is_taken_first_and_by_one_worker(
    session: Session, traveller: time_machine.Traveller
) -> None:
    first = ask(session, "a")
    traveller.shift(1)
    second = ask(session, "b")
    assert work.lease_next(session) is first
    assert (first.state, first.started_at, first.attempts) == (JobState.RUNNING, clock.now(), 1)
    assert work.lease_next(session) is second
    assert work.lease_next(session) is None


def test_a_worker_can_leave_work_for_later(session: Session) -> None:
    job = ask(session)
    work.lease_next(session)
    work.put_back(job)
    session.commit()
    assert work.lease_next(session, without=[job.id]) is None
    assert work.lease_next(session) is job
    assert job.attempts == 1


def test_what_a_dead_worker_left_is_taken_up_again_three_times_at_most(
    session: Session, traveller: time_machine.Traveller
) -> None:
    job = ask(session)
    job.payload = "en fil"
    session.commit()
    for _ in range(work.MOST_ATTEMPTS):
        assert work.lease_next(session) is job
        assert work.lease_next(session) is None
        traveller.shift(work.LEASE + timedelta(seconds=1))
    assert work.lease_next(session) is None
    session.refresh(job)
    assert (job.state, job.ended_at, job.payload) == (JobState.FAILED, clock.now(), "")


def test_telling_how_far_it_is_keeps_the_lease(session: Session, traveller: time_machine.Traveller) -> None:
    job = ask(session)
    work.lease_next(session)
    traveller.shift(work.LEASE - timedelta(seconds=1))
    work.tell(session, job, done=30, of=200)
    traveller.shift(work.LEASE - timedelta(seconds=1))
    assert work.lease_next(session) is None
    assert (job.progress_done, job.progress_of) == (30, 200)


def test_work_that_is_done_keeps_its_receipt_and_forgets_what_it_needed(session: Session) -> None:
    job = ask(session, kind=JobKind.SHEET)
    job.payload = "en fil"
    work.end(job, JobState.DONE, {"new": 3})
    session.commit()
    assert (job.state, job.result, job.payload, job.payload_sealed) == (JobState.DONE, {"new": 3}, "", None)


def test_running_work_stands_before_work_that_waits(session: Session) -> None:
    running = ask(session)
    work.lease_next(session)
    waiting = ask(session, kind=JobKind.SHEET)
    assert waiting is not running
    assert work.open_job(session, "jobnet") is running
    assert work.open_jobs(session) == {"jobnet": running}


def test_drafts_and_old_receipts_are_tidied_away(session: Session, traveller: time_machine.Traveller) -> None:
    draft, done = ask(session, "a"), ask(session, "b")
    waiting = ask(session, "c")
    draft.state = JobState.DRAFT
    work.end(done, JobState.DONE, {})
    session.commit()
    traveller.shift(work.DRAFTS_KEPT + timedelta(seconds=1))
    work.tidy(session)
    assert set(session.scalars(select(Job))) == {done, waiting}
    traveller.shift(work.KEPT)
    work.tidy(session)
    assert set(session.scalars(select(Job))) == {waiting}
