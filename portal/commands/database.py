"""`database`: moves an installation from SQLite to PostgreSQL, and compares two databases."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from flask_migrate import upgrade
from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url

from portal import config, database_copy
from portal.config import Settings
from portal.database_copy import CopyRefusedError
from portal.db import db

group = AppGroup("database", help="Move to another database.")
TO = click.option("--to", required=True, envvar="COPY_TO", help="Its address; or set COPY_TO.")


@group.command()
@TO
@with_appcontext
def copy(to: str) -> None:
    """Copy everything into an empty PostgreSQL. Stop `serve` and `worker` first.

    All or nothing: until it is done nobody can write here. COPY_TO hides the address from lists of processes.
    """
    address = config.database_url(to)
    with _both(address, migrate=True) as (source, target), target.begin():
        try:
            rows = database_copy.copy(source, target, _tell)
        except CopyRefusedError as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{rows} rows copied; counts and checksums are equal.")
    click.echo("Set DATABASE_URL to the new address, then start again. Files stay where they are.")


@group.command()
@TO
@with_appcontext
def compare(to: str) -> None:
    """Say which tables differ between this database and another one."""
    with _both(config.database_url(to), migrate=False) as (source, target), target.begin():
        different = database_copy.differences(source, target)
    if different:
        raise click.ClickException(f"Different: {', '.join(different)}.")
    click.echo("All tables are equal.")


@contextmanager
def _both(address: str, *, migrate: bool) -> Iterator[tuple[Connection, Connection]]:
    """A connection in a transaction that keeps others from writing here, and one to the other database."""
    source = db.engine
    if make_url(address) == source.url:
        raise click.ClickException("That is the database in use.")
    target = _other_engine(address, migrate=migrate)
    try:
        # On SQLite every transaction of a command holds the write lock.
        with source.connect() as here, here.begin(), target.connect() as there:
            yield here, there
    finally:
        target.dispose()


def _other_engine(address: str, *, migrate: bool) -> Engine:
    settings: Settings = current_app.config["SETTINGS"]
    make_app: Callable[[Settings], Flask] = current_app.extensions["another"]
    other = make_app(replace(settings, database_url=address))
    with other.app_context():
        if migrate:
            upgrade()
        return db.engine


def _tell(table: str, rows: int) -> None:
    if rows:
        click.echo(f"{table}: {rows}")
