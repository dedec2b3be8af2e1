"""Runs the migrations inside the application that Flask-Migrate has set up; offline SQL is not used."""

from typing import Any

from alembic import context
from alembic.migration import MigrationContext
from flask import current_app

from portal.backups import making
from portal.backups.snapshot import BackupError
from portal.models import Base
from portal.models.base import UtcDateTime


def run() -> None:
    """All steps in one transaction, on SQLite too: a migration that is killed leaves the old schema."""
    engine = current_app.extensions["migrate"].db.engine
    _copy_before_change(engine)
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


def _copy_before_change(engine: Any) -> None:
    """A database that holds anything is copied before its tables change (promise 56)."""
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    if now is None or now == _wanted():
        return
    settings = current_app.config["SETTINGS"]
    try:
        said = f"The database as it was: {making.before_migration(settings, now)}"
    except BackupError as error:
        if settings.env == "production":
            raise
        said = f"No copy was taken: {error}"
    print(said)  # noqa: T201 - said to whoever runs the command


def _wanted() -> str | None:
    """Where the command leads; for one that only looks, to where the database is."""
    try:
        return context.get_revision_argument()
    except KeyError:
        return context.get_head_revision()


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
