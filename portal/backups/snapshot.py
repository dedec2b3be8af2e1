"""One consistent copy of the database, taken while others write; and how many rows it holds.

SQLite is copied by its own backup API in one step: readers and writers go on (https://sqlite.org/backup.html).
PostgreSQL is copied by `pg_dump`, whose transaction sees one moment.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import URL, make_url

SQLITE_NAME: Final = "portal.db"
POSTGRES_NAME: Final = "portal.dump"


class BackupError(Exception):
    """A backup cannot be made, read or proven; the message says why and what to do."""


def is_sqlite(address: str) -> bool:
    """Whether a database's SQLAlchemy address means SQLite."""
    return make_url(address).get_backend_name() == "sqlite"


@dataclass(frozen=True)
class Snapshot:
    """A copy of the database, and how many rows each table of it holds."""

    path: Path
    rows: Mapping[str, int]


def take(address: str, folder: Path) -> Snapshot:
    """Copies the database into `folder`. Raises BackupError."""
    if is_sqlite(address):
        copy = copy_sqlite(Path(make_url(address).database or ""), folder / SQLITE_NAME)
        return Snapshot(copy, rows_in(f"sqlite:///{copy}"))
    return _dump(address, folder / POSTGRES_NAME)


def _dump(address: str, target: Path) -> Snapshot:
    """Counts and dumps what one and the same moment of PostgreSQL holds."""
    target.touch(mode=0o600)
    engine = create_engine(address, isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as connection:
            moment = connection.scalar(text("SELECT pg_export_snapshot()"))
            rows = _counted(connection)
            options = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}")
            _run_tool("pg_dump", make_url(address), *options, f"--file={target}")
    finally:
        engine.dispose()
    return Snapshot(target, rows)


def copy_sqlite(source: Path, target: Path) -> Path:
    """Copies one SQLite file while others write to it. Raises BackupError."""
    if not source.is_file():
        raise BackupError(f"There is no database {source}.")
    target.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied: {error}.") from None
    return target


def load(dump: Path, address: str) -> None:
    """Fills the empty PostgreSQL database at `address` from a dump. Raises BackupError."""
    url = make_url(address)
    _run_tool("pg_restore", url, "--exit-on-error", "--no-owner", "--single-transaction", f"{dump}")


def _run_tool(name: str, url: URL, *options: str) -> None:
    tool = shutil.which(name)
    if tool is None:
        raise BackupError(
            f"{name} is not installed. It comes with PostgreSQL's client programs: "
            "apt-get install postgresql-client"
        )
    plain = url.set(drivername="postgresql", password=None)
    # In the environment, where other users of the machine cannot read it, unlike in the list of processes.
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    command = [tool, f"--dbname={plain.render_as_string()}", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | secret)  # noqa: S603 - our own words, and an operator's setting
    if done.returncode:
        raise BackupError(f"{name} failed: {done.stderr.strip()[-500:]}")


def rows_in(address: str) -> dict[str, int]:
    """How many rows each table of a database holds."""
    engine = create_engine(address)
    try:
        with engine.connect() as connection:
            return _counted(connection)
    finally:
        engine.dispose()


def _counted(connection: Connection) -> dict[str, int]:
    quote = connection.dialect.identifier_preparer.quote
    return {
        table: connection.scalar(text(f"SELECT count(*) FROM {quote(table)}")) or 0  # noqa: S608 - a quoted name of our own table
        for table in sorted(inspect(connection).get_table_names())
    }


def faults_in(engine: Engine) -> list[str]:
    """What SQLite finds wrong in its file; PostgreSQL reads every row of a dump while it loads it."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [line for line in found if line != "ok"] + [f"{row[0]} points nowhere" for row in loose[:10]]


def total(rows: Mapping[str, int]) -> int:
    """All rows together."""
    return sum(rows.values())
