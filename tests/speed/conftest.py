"""Two portals on one database, for the tests of what is kept in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from conftest import TEMPLATES, settings_for
from portal.app import create_app
from portal.db import db
from postgres import create_database


@pytest.fixture(scope="session")
def _to_copy(postgres: str, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database at the newest migration: to migrate each test's own takes a second."""
    name = "to-copy"
    keys, url = migrated / "field-keys.json", create_database(postgres, name)
    app = create_app(settings_for(tmp_path_factory.mktemp(name), database_url=url, field_keys_file=keys))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return name


@pytest.fixture
def migrated_postgres(postgres: str, _to_copy: str, tmp_path: Path) -> str:
    """The address of a new PostgreSQL database at the newest migration, with nothing in it."""
    return create_database(postgres, f"test-{tmp_path.name}", template=_to_copy)


@pytest.fixture(params=["sqlite", "postgresql"])
def processes(
    request: pytest.FixtureRequest, migrated: Path, tmp_path: Path
) -> Iterator[tuple[Flask, Flask]]:
    """Two portals on one database, of each kind: what two processes know of each other is the database."""
    url = request.getfixturevalue("migrated_postgres") if request.param == "postgresql" else ""
    settings = settings_for(
        tmp_path, database_url=url, field_keys_file=migrated / "field-keys.json", env="demo"
    )
    pair = (create_app(settings), create_app(settings))
    for app in pair:
        app.testing = True
        app.jinja_env.bytecode_cache = TEMPLATES
    if not url:
        with pair[0].app_context():
            upgrade()
    yield pair
    for app in pair:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
