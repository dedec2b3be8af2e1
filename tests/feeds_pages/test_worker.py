"""The worker fetches what is due and what was asked for, tells how far it is, and raises alarms."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from importers.standin.ads import demo_ads
from importers.standin.server import serve
from portal import alarms, clock, work
from portal.commands import chores, worker
from portal.jobs.incoming import Progress
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.job import Job, JobKind, JobState
from source_pages import JOBNET, press, ran, words_of
from strict_client import StrictClient

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def traveller(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def jobnet(feeds_file: Path) -> Iterator[None]:
    """The stand-in for Jobnet, with a few ads."""
    with serve(demo_ads(clock.today())[:12]) as standin:
        settings = feeds_file.read_text().replace("http://127.0.0.1:1/bff", standin.url)
        feeds_file.write_text(f"{settings}allow_private = true\n")
        yield


def jobs(session: Session) -> list[tuple[str, JobState]]:
    session.expire_all()
    rows = session.scalars(select(Job).order_by(Job.created_at))
    return [(job.source, job.state) for job in rows]


def round_of_chores() -> None:
    for chore, _ in worker.CHORES:
        chore()


def test_what_is_due_is_asked_for_once(
    app: Flask, session: Session, traveller: time_machine.Traveller
) -> None:
    worker.plan()
    worker.plan()
    assert jobs(session) == [("jobnet", JobState.WAITING)]


def test_what_ran_less_than_an_hour_ago_is_not_due(
    app: Flask, session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session, ago=timedelta(minutes=59))
    worker.plan()
    assert jobs(session) == []
    traveller.shift(timedelta(minutes=1))
    worker.plan()
    assert jobs(session) == [("jobnet", JobState.WAITING)]


@pytest.mark.parametrize("how", ["paused", "off"])
def test_a_stopped_source_is_never_due(app: Flask, session: Session, how: str) -> None:
    ran(session, ago=9 * HOUR)
    setattr(session.get_one(Source, "jobnet"), how, True)
    session.commit()
    worker.plan()
    assert jobs(session) == []


def test_a_run_that_was_asked_for_fills_the_board(
    app: Flask, admin: StrictClient, session: Session, jobnet: None
) -> None:
    press(admin, JOBNET, "Hent nu")
    chores.do_all(app.extensions["importers"])
    job = session.scalars(select(Job)).one()
    assert (job.state, job.result["status"], job.result["new"]) == (JobState.DONE, "complete", 12)
    assert job.progress_done > 0
    words = words_of(admin.get(JOBNET).text)
    assert "I orden" in words
    assert "Vi er i gang" not in words
    assert "På tavlen nu 12 job" in words


def test_two_runs_that_fail_raise_an_alarm(
    app: Flask, session: Session, traveller: time_machine.Traveller
) -> None:
    for _ in range(2):
        round_of_chores()
        traveller.shift(HOUR)
    assert [run.status for run in session.scalars(select(FeedRun))] == [RunStatus.FAILED] * 2
    assert {state for _, state in jobs(session)} == {JobState.FAILED}
    assert [alarm.kind.value for alarm in alarms.open_alarms(session)] == ["failing"]


def test_a_file_of_sources_that_cannot_be_read_stops_nothing_but_the_feeds(
    app: Flask, session: Session, feeds_file: Path, traveller: time_machine.Traveller
) -> None:
    ran(session)
    feeds_file.write_text("[[source")
    traveller.shift(4 * HOUR)
    round_of_chores()
    open_now = [(alarm.about, alarm.kind.value) for alarm in alarms.open_alarms(session)]
    assert open_now == [("FEEDS_FILE", "unreadable"), ("jobnet", "silent")]
    assert jobs(session) == [("jobnet", JobState.FAILED)]


def test_the_alarm_about_the_file_of_sources_clears_when_the_file_is_mended(
    app: Flask, session: Session, feeds_file: Path
) -> None:
    sound = feeds_file.read_text()
    feeds_file.write_text("[[source")
    worker.watch()
    assert [alarm.about for alarm in alarms.open_alarms(session)] == ["FEEDS_FILE"]
    feeds_file.write_text(sound)
    worker.watch()
    assert alarms.open_alarms(session) == []


def test_a_portal_without_importers_says_so(session: Session) -> None:
    work.ask(session, JobKind.RUN, "jobnet")
    session.commit()
    chores.do_all(None)
    job = session.scalars(select(Job)).one()
    assert (job.state, job.result["error"]) == (
        JobState.FAILED,
        "This application was made without importers.",
    )


def test_a_source_that_left_the_file_fails_in_words(app: Flask, session: Session) -> None:
    work.ask(session, JobKind.RUN, "gammel")
    session.commit()
    chores.do_all(app.extensions["importers"])
    assert session.scalars(select(Job)).one().result["error"] == "No source is called 'gammel'."


def test_progress_is_written_down_at_most_once_a_second(session: Session) -> None:
    job = work.ask(session, JobKind.RUN, "jobnet")
    session.commit()
    tell = chores._Teller(session, job.id)
    for number in (1, 2, 3):
        tell(Progress(what="stored", done=number, of=3))
    assert (job.progress_done, job.progress_of) == (1, 3)


def test_all_chores_are_in_the_round_of_the_worker() -> None:
    names = [chore.__name__ for chore, _ in worker.CHORES]
    assert [name for name in names if name in {"plan", "work", "watch", "tidy"}] == [
        "plan",
        "work",
        "watch",
        "tidy",
    ]


def test_a_chore_that_fails_keeps_no_other_from_its_turn(app: Flask, session: Session) -> None:
    def broken() -> None:
        session.add(Source(name="halvt"))
        raise LookupError("halvt")

    assert worker._do(broken) is True
    assert worker._do(worker.plan) is True
    assert jobs(session) == [("jobnet", JobState.WAITING)]
    assert session.get(Source, "halvt") is None
