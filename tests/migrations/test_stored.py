"""P56: a stored database of every version migrates; killed halfway it is as it was; a copy comes first."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import inspect, text

from conftest import settings_for
from live import ROOT, environment
from migrations import store
from portal.app import MIGRATIONS_DIR, create_app
from portal.backups import restoring, snapshot
from portal.backups.snapshot import BackupError
from portal.config import Settings
from portal.db import db
from portal.models import Base

NEXT = '''"""A later migration, of a test."""

import os

from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("candidate", sa.Column("shoe_size", sa.Integer()))
    op.execute("UPDATE candidate SET shoe_size = 42")
    if os.environ.get("DIE_HALFWAY"):
        os.kill(os.getpid(), 9)
    op.execute("DELETE FROM move")
'''


def _versions() -> list[str]:
    return sorted(folder.name for folder in store.STORED.iterdir())


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=_versions())
def stored(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Settings:
    """Settings of a portal whose database is a stored one."""
    version = store.STORED / request.param
    folder = tmp_path / "portal"
    folder.mkdir()
    keys = Path(shutil.copy(version / store.KEYS, folder))
    keys.chmod(0o600)
    if kind == "sqlite":
        with closing(sqlite3.connect(folder / "portal.db")) as connection:
            connection.executescript((version / "sqlite.sql").read_text())
        return settings_for(folder)
    address = request.getfixturevalue("empty_postgres")
    psql = [store.tool("psql"), "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={store.plain(address)}"]
    subprocess.run([*psql, f"--file={version / 'postgresql.sql'}"], check=True, capture_output=True)
    return settings_for(folder, database_url=address)


# What does not hang on a version is tried with the longest way and the shortest; each costs seconds.
ENDS = pytest.mark.parametrize("stored", [_versions()[0], _versions()[-1]], indirect=True)


@pytest.fixture
def portal(stored: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The portal on it, inside its application context, with PostgreSQL's programs in the path."""
    monkeypatch.setenv("PATH", f"{Path(store.tool('pg_dump')).parent}:{os.environ['PATH']}")
    app = create_app(stored)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The migrations, and one more that changes a table and its rows."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS_DIR, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(NEXT.format(head=store.head()))
    return folder


def _rows(settings: Settings) -> Mapping[str, int]:
    return snapshot.rows_in(settings.database)


def test_p56_a_stored_database_becomes_that_of_the_models_and_keeps_its_rows(
    portal: Flask, stored: Settings
) -> None:
    before = _rows(stored)
    upgrade()
    after = _rows(stored)
    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == [], "Run: python tests/migrations/store.py (while there is one migration only)"
    assert {table: after[table] for table in before if table in after} == before
    assert {table: before[table] for table in ("application", "candidate", "staff", "posting")} == {
        "application": 1,
        "candidate": 1,
        "staff": before["staff"],
        "posting": 1,
    }
    assert restoring.open_some(db.session()) > 3


@ENDS
def test_p56_a_migration_that_is_killed_halfway_changes_nothing_and_can_be_run_again(
    portal: Flask, stored: Settings, later: Path
) -> None:
    before = _rows(stored)
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "db", "upgrade", "-d", f"{later}"]
    settings = environment(stored.data_dir, 8000, DATABASE_URL=stored.database, DIE_HALFWAY="1")
    killed = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, check=False)
    assert killed.returncode == -9, killed.stderr
    assert _rows(stored) == before
    assert "shoe_size" not in {column["name"] for column in inspect(db.engine).get_columns("candidate")}
    upgrade(directory=f"{later}")
    with db.engine.connect() as connection:
        assert connection.scalars(text("SELECT shoe_size FROM candidate")).all() == [42]
    assert _rows(stored)["move"] == 0


@ENDS
def test_p56_a_filled_database_is_copied_before_its_tables_change(
    portal: Flask, stored: Settings, later: Path, kind: str
) -> None:
    upgrade()
    before = _rows(stored)
    copies = _copies(stored)
    upgrade()
    assert _copies(stored) == copies, "nothing changes, so nothing is copied"
    upgrade(directory=f"{later}")
    (copy,) = _copies(stored) - copies
    assert copy.name.startswith(f"{store.head()}-")
    assert copy.stat().st_mode & 0o077 == 0
    if kind == "sqlite":
        assert snapshot.rows_in(f"sqlite:///{copy}") == before
    else:
        assert copy.read_bytes().startswith(b"PGDMP")


def _copies(settings: Settings) -> set[Path]:
    return set((settings.backups / "before-migration").glob("*"))


@ENDS
def test_p56_in_production_no_table_changes_without_a_copy(stored: Settings, later: Path) -> None:
    in_the_way = stored.data_dir / "backups"
    in_the_way.write_text("a file where the folder should be")
    app = create_app(replace(stored, env="production", base_url="https://example.com"))
    with app.app_context():
        before = _rows(stored)
        with pytest.raises(BackupError):
            upgrade(directory=f"{later}")
        db.engine.dispose()
    assert _rows(stored) == before
