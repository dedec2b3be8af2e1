"""Migrations lead to exactly the tables of the models, and back, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select

from conftest import settings_for
from factories import make_application, make_posting
from portal.app import create_app
from portal.db import db
from portal.models import Base
from portal.models.application import Application
from portal.models.posting import Posting


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_portal(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Flask]:
    """A portal on an empty database of each kind, inside its application context."""
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    keys = migrated / "field-keys.json"
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=keys))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_the_migrations_make_the_tables_of_the_models(empty_portal: Flask) -> None:
    upgrade()
    with db.engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_way_down_removes_every_table_even_with_data_in_them(empty_portal: Flask) -> None:
    upgrade()
    make_application(db.session())
    make_posting(db.session())
    db.session.remove()
    downgrade(revision="base")
    with db.engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_upgrading_a_database_that_is_up_to_date_keeps_its_data(empty_portal: Flask) -> None:
    upgrade()
    application = make_application(db.session())
    posting = make_posting(db.session())
    db.session.remove()
    upgrade()
    assert db.session.scalars(select(Application.id)).all() == [application.id]
    assert db.session.scalars(select(Posting.id)).all() == [posting.id]
