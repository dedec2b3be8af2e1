"""Pushing, jobs and alarms do the same on SQLite and on PostgreSQL, also when many come at once."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select

from conftest import settings_for
from factories import make_posting, make_source
from feed_entries import entry
from portal import alarms, work
from portal.app import create_app
from portal.db import db
from portal.jobs import partners
from portal.models.feed import FeedRun, RefusedEntry
from portal.models.job import JobKind, JobState
from portal.models.posting import Posting

THREADS = 6


@pytest.fixture(params=["sqlite", "postgresql"], autouse=True)
def portal(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Flask]:
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    keys = migrated / "field-keys.json"
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=keys))
    with app.app_context():
        upgrade()
        make_source(db.session(), "testmarked").format = "push"
        db.session.commit()
        yield app
        db.session.remove()
        db.engine.dispose()


def at_once(portal: Flask, do: Callable[[], object]) -> list[object]:
    """What `do` gives in each of several threads, as in as many processes."""

    def inside(_number: int) -> object:
        with portal.app_context():
            return do()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(inside, range(THREADS)))


def count(table: type[Posting | RefusedEntry | FeedRun]) -> int | None:
    return db.session.scalar(select(func.count()).select_from(table))


def test_an_ad_comes_changes_stops_and_comes_back() -> None:
    def push(**changes: str) -> str:
        (outcome,) = partners.push("testmarked", [entry("a", **changes)])
        return outcome.status.value

    assert [push(), push(), push(employer="Ny")] == ["new", "unchanged", "changed"]
    assert partners.stop("testmarked", "a") is True
    assert partners.stop("testmarked", "b") is False
    assert [push(title=""), push(employer="Ny")] == ["refused", "unchanged"]
    assert (count(Posting), count(RefusedEntry), count(FeedRun)) == (1, 0, 1)


def test_what_several_push_at_once_is_stored_once(portal: Flask) -> None:
    def push() -> list[str]:
        return [outcome.status.value for outcome in partners.push("testmarked", [entry("a"), entry("b")])]

    results = at_once(portal, push)
    assert Counter(map(str, results)) == {
        "['new', 'new']": 1,
        "['unchanged', 'unchanged']": THREADS - 1,
    }
    assert (count(Posting), count(FeedRun)) == (2, 1)


def test_several_workers_take_each_job_once(portal: Flask) -> None:
    for name in ("a", "b", "c"):
        work.ask(db.session(), JobKind.RUN, name)
    db.session.commit()

    def take() -> str | None:
        job = work.lease_next(db.session())
        return job.source if job else None

    taken = at_once(portal, take)
    assert sorted(name for name in taken if name) == ["a", "b", "c"]
    assert {job.state for job in work.open_jobs(db.session()).values()} == {JobState.RUNNING}


def test_an_alarm_begins_and_ends() -> None:
    posting = make_posting(db.session(), missed_runs=2)
    for _ in range(2):
        alarms.check(db.session(), ["jobnet"])
        db.session.commit()
    assert [alarm.about for alarm in alarms.open_alarms(db.session())] == ["jobnet"]
    posting.missed_runs = 0
    alarms.check(db.session(), ["jobnet"])
    db.session.commit()
    assert alarms.open_alarms(db.session()) == []
