"""What a page may cost, in queries, rows and bytes; seconds are for `make bench`."""

import gzip
import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from board_ads import make_ad
from page_calls import calls_of
from portal.db import db
from portal.models import Base
from portal.models.posting import Posting
from portal.page_cache import is_cacheable
from portal.versions import UNSHOWN
from statements import statements
from strict_client import StrictClient

JOBS = 30
PAGES = {
    # path → the most queries of a page made afresh, the most bytes it is sent with
    "/": (0, 6_000),
    "/job": (0, 12_000),
    "/job?side=2": (0, 11_000),
    "/job?omraade=sjaelland&fag=butik": (0, 12_000),
    "/job?sted=4200&km=10": (0, 12_000),
    "/job?q=bageren": (0, 12_000),
    "/job?q=bageren+slagelse&orden=nyeste": (0, 12_000),
}
ONE_JOB = (0, 10_000)
MOST_TIMES_THE_CALLS = {
    "/": 1.5,
    "/job?side=2": 2.1,
    "/job?fag=butik": 2.1,
    "/job?sted=4200&km=10": 2.6,
    "/job?q=bageren": 2.7,
    "/job?q=bageren&orden=nyeste": 2.8,
    "/kommuner/slagelse": 1.1,
}
CALLS_TO_ASK = {"sqlite": 0.0, "postgresql": 0.3}
"""Which version the data have is asked for each page; the driver of PostgreSQL does that in Python."""


@pytest.fixture
def jobs(session: Session) -> list[Posting]:
    return [make_ad(session, reference=f"{number:03}") for number in range(JOBS)]


@pytest.mark.usefixtures("jobs")
@pytest.mark.parametrize(("path", "most"), PAGES.items())
def test_a_list_costs_no_more_than_this(
    app: Flask, client: StrictClient, path: str, most: tuple[int, int]
) -> None:
    client.get(path)
    app.wsgi_app = uncached(app)
    with statements(app) as asked:
        page = client.get(path)
    assert (len(asked) <= most[0], asked) == (True, asked)
    assert len(gzip.compress(page.data)) <= most[1]


def test_the_page_of_a_job_costs_no_more_than_this(
    app: Flask, client: StrictClient, jobs: list[Posting]
) -> None:
    address = f"/job/{jobs[0].id}-{jobs[0].slug}"
    client.get(address)
    app.wsgi_app = uncached(app)
    with statements(app) as asked:
        page = client.get(address)
    assert (len(asked) <= ONE_JOB[0], asked) == (True, asked)
    assert len(gzip.compress(page.data)) <= ONE_JOB[1]


@pytest.mark.usefixtures("jobs")
def test_a_page_from_memory_asks_the_database_for_nothing(app: Flask, client: StrictClient) -> None:
    client.get("/job")
    with statements(app) as asked:
        client.get("/job")
    assert asked == []


def test_after_a_change_only_what_changed_is_read(app: Flask, session: Session, jobs: list[Posting]) -> None:
    client = app.test_client()
    before = client.get("/job").text
    next(job for job in jobs if job.id in before).employer = "Ny Testmarked"
    session.commit()
    rows: list[int] = []
    with app.app_context():
        event.listen(db.engine, "after_cursor_execute", lambda *_told: rows.append(1))
    page = client.get("/job").text
    # The version, what was written since, and the one card that is another one now.
    assert ("Ny Testmarked" in page, len(rows) <= 4) == (True, True)


def test_pages_that_are_kept_read_no_table_that_is_written_all_the_time(
    app: Flask, client: StrictClient, jobs: list[Posting]
) -> None:
    """A change of such a table would not be seen, because it does not count as shown."""
    tables = UNSHOWN - {"data_version"}
    assert not (UNSHOWN - set(Base.metadata.tables)), "Take names of tables that are gone out of UNSHOWN."
    rules = [rule for rule in app.url_map.iter_rules() if is_cacheable(app.view_functions[rule.endpoint])]
    paths = [rule.rule for rule in rules if not rule.arguments]
    with statements(app) as asked:
        for path in (*paths, f"/job/{jobs[0].id}-{jobs[0].slug}"):
            client.get(path)
    read = {table for text in asked for table in re.findall(r"(?:FROM|JOIN) (\w+)", text)}
    assert (sorted(read & tables), "posting" in read) == ([], True)


def uncached(app: Flask) -> Any:
    """The application as Flask makes it, with nothing in front."""
    return lambda environ, start: Flask.wsgi_app(app, environ, start)


def test_a_page_made_afresh_takes_few_times_the_calls_of_an_empty_one(
    app: Flask, jobs: list[Posting]
) -> None:
    """What `make bench` measures in time, but the same on every machine."""
    bare = Flask("bare")
    bare.add_url_rule("/", view_func=lambda: "Hello, World!")
    paths = {**MOST_TIMES_THE_CALLS, f"/job/{jobs[0].id}-{jobs[0].slug}": 1.8}
    empty = least_calls(bare, "/")
    with app.app_context():
        asking = CALLS_TO_ASK[db.engine.dialect.name]
    found = {path: least_calls(app, path) / empty - asking for path in paths}
    assert {path: times for path, times in found.items() if times > paths[path]} == {}


def least_calls(app: Flask, path: str) -> int:
    """From the second time on, when what is drawn once is drawn."""
    return min(calls_of(app, path) for _ in range(4))
