"""What all tests share: a migrated database, the application, and a client that reads every page strictly."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy.orm import Session

from portal import crypto
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from postgres import create_database, running
from strict_client import StrictClient

SECRET = "a secret for tests only, long enough to be one"


def settings_for(folder: Path, **changes: object) -> Settings:
    """Settings of a portal that lives in `folder`."""
    values = {
        "env": "development",
        "data_dir": folder,
        "secret_key": SECRET,
        "field_keys_file": folder / "field-keys.json",
        "feeds_file": folder / "feeds.toml",
        # A test's browser is quicker than any person.
        "form_seconds": 0,
    }
    return Settings(**(values | changes))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with field keys and an empty database at the newest migration, to copy from."""
    folder = tmp_path_factory.mktemp("migrated")
    crypto.create_key_file(folder / "field-keys.json")
    app = create_app(settings_for(folder))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return folder


@pytest.fixture
def portal_folder(migrated: Path, tmp_path: Path) -> Path:
    """A fresh copy of the migrated folder."""
    folder = tmp_path / "portal"
    shutil.copytree(migrated, folder)
    return folder


@pytest.fixture
def app(portal_folder: Path) -> Iterator[Flask]:
    """The portal on its own database file."""
    app = create_app(settings_for(portal_folder))
    app.testing = True
    app.test_client_class = StrictClient
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session inside an application context; for arranging and for looking."""
    with app.app_context():
        yield db.session()


@pytest.fixture
def client(app: Flask) -> StrictClient:
    """A browser without JavaScript that refuses sloppy pages."""
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, started for these tests.

    It stays out of pytest's own folders: run by root, the server works as another user, who must get in.
    """
    with TemporaryDirectory(prefix="klapjob-postgres-") as folder, running(Path(folder) / "server") as server:
        yield server


@pytest.fixture
def empty_postgres(postgres: str, tmp_path: Path) -> str:
    """The address of a new, empty PostgreSQL database."""
    return create_database(postgres, f"test-{tmp_path.name}")
