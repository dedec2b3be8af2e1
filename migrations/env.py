"""Runs the migrations inside the application that Flask-Migrate has set up; offline SQL is not used."""

from typing import Any

from alembic import context
from flask import current_app

from portal.models import Base
from portal.models.base import UtcDateTime


def run() -> None:
    """All steps in one transaction, on SQLite too: a migration that is killed leaves the old schema."""
    engine = current_app.extensions["migrate"].db.engine
    with engine.connect() as connection:
        _let_tables_be_rebuilt(connection, on=True)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            render_item=_plain_types,
            compare_type=True,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        _let_tables_be_rebuilt(connection, on=False)


def _let_tables_be_rebuilt(connection: Any, *, on: bool) -> None:
    """SQLite changes a table by building it anew; foreign keys would sweep its rows along."""
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute(f"PRAGMA foreign_keys = {'OFF' if on else 'ON'}")


def _plain_types(kind: str, item: Any, _context: Any) -> str | bool:
    """Migrations name no types of the portal, so that they stay as they are when it changes."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


run()
