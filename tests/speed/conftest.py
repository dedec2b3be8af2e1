"""Two portals on one database, for the tests of what is kept in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from conftest import TEMPLATES, settings_for
from portal.app import create_app
from portal.db import db


@pytest.fixture(params=["sqlite", "postgresql"])
def processes(
    request: pytest.FixtureRequest, migrated: Path, tmp_path: Path
) -> Iterator[tuple[Flask, Flask]]:
    """Two portals on one database, of each kind: what two processes know of each other is the database."""
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    settings = settings_for(
        tmp_path, database_url=url, field_keys_file=migrated / "field-keys.json", env="demo"
    )
    pair = (create_app(settings), create_app(settings))
    for app in pair:
        app.testing = True
        app.jinja_env.bytecode_cache = TEMPLATES
    with pair[0].app_context():
        upgrade()
    yield pair
    for app in pair:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
