"""The life of an ad ends the same on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import func, select, text

from conftest import settings_for
from feed_entries import batch, end, entry
from portal import clock
from portal.app import create_app
from portal.db import db
from portal.jobs import actions, statistics
from portal.jobs.incoming import Receipt
from portal.models.feed import RefusedEntry
from portal.models.posting import Posting, PostingToken


@pytest.fixture(params=["sqlite", "postgresql"], autouse=True)
def portal(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[None]:
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    keys = migrated / "field-keys.json"
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=keys))
    with app.app_context():
        upgrade()
        yield
        db.session.remove()
        db.engine.dispose()


def run(letters: str, **changes: object) -> Receipt:
    start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
    actions.receive(start.run_id, batch(*(entry(letter, **changes) for letter in letters)))
    return actions.finish_run(start.run_id, end(*letters))


def told(receipt: Receipt) -> dict[str, int]:
    names = ("new", "changed", "unchanged", "missing", "closed", "held", "refused")
    return {name: number for name in names if (number := getattr(receipt, name))}


def test_ads_come_change_go_and_come_back() -> None:
    assert told(run("abcde")) == {"new": 5}
    assert told(run("abcde")) == {"unchanged": 5}
    assert told(run("abcd", employer="Ny Testmarked")) == {"changed": 4, "missing": 1}
    assert told(run("abcd", employer="Ny Testmarked")) == {"unchanged": 4, "closed": 1}
    assert told(run("abcde", title="")) == {"refused": 5}
    assert told(run("abcde")) == {"changed": 4, "unchanged": 1}
    assert told(run("")) == {"missing": 5}
    assert told(run("")) == {"missing": 5, "held": 5}
    assert actions.close_expired(clock.today() + timedelta(days=61)) == 5
    counted = [
        db.session.scalar(select(func.count()).select_from(table)) for table in (Posting, RefusedEntry)
    ]
    assert counted == [5, 0]
    assert db.session.scalar(select(func.count(PostingToken.posting_id.distinct()))) == 5


def test_two_runs_of_a_source_exclude_each_other() -> None:
    start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
    with pytest.raises(actions.SourceBusyError):
        actions.begin_run(source="feed", feed_format="jobnet", rank=10)
    actions.finish_run(start.run_id, end())
    assert actions.begin_run(source="feed", feed_format="jobnet", rank=10).run_id != start.run_id


def has_looked_at_its_tables(monkeypatch: pytest.MonkeyPatch, letters: str) -> bool:
    """Whether PostgreSQL knows of these ads, where more than three new ones count as many."""
    monkeypatch.setattr(statistics, "LEAST", 3)
    start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
    actions.receive(start.run_id, batch(*map(entry, letters)))
    # It counts what has changed once a second, and at once when it is asked to.
    db.session.execute(text("SELECT pg_stat_force_next_flush()"))
    db.session.commit()
    actions.receive(start.run_id, batch())
    return bool(
        db.session.scalar(
            text("SELECT last_analyze FROM pg_stat_user_tables WHERE relname = 'posting_token'")
        )
    )


@pytest.mark.parametrize("portal", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("letters", "looks"), [("ab", False), ("abcdefghijkl", True)])
def test_postgresql_looks_anew_at_tables_that_have_grown(
    monkeypatch: pytest.MonkeyPatch, letters: str, looks: bool
) -> None:
    assert has_looked_at_its_tables(monkeypatch, letters) is looks
