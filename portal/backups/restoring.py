"""Restores a backup into a fresh folder, and proves that the portal runs on what came out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from pyrage import x25519
from sqlalchemy import create_engine, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from portal.backups import archive, snapshot
from portal.backups.archive import Contents
from portal.backups.snapshot import BackupError
from portal.config import Settings
from portal.crypto import CannotOpenError
from portal.db import db
from portal.models import Base
from portal.models.base import Sealed

MakeApp = Callable[[Settings], Flask]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was found in a restored backup: rows of all tables, and sealed values that opened."""

    rows: int
    opened: int


def unpack(source: Path, key: x25519.Identity, folder: Path) -> Contents:
    """Puts what a backup holds into `folder`, which must be empty or not exist. Raises BackupError."""
    if folder.exists() and any(folder.iterdir()):
        raise BackupError(f"{folder} is not empty. A backup is restored into a fresh folder.")
    return archive.read(source, key, folder)


def fill(contents: Contents, folder: Path, address: str) -> None:
    """Loads a dump of PostgreSQL into the empty database at `address`. SQLite's file is in place already.

    Raises BackupError.
    """
    if contents.database == snapshot.POSTGRES_NAME:
        snapshot.load(folder / snapshot.POSTGRES_NAME, address)


@contextmanager
def place_for(contents: Contents, folder: Path, settings: Settings) -> Iterator[Settings]:
    """Settings of a portal that lives in `folder` only; with a database of its own on PostgreSQL."""
    own = replace(settings, data_dir=folder, backup_dir=None, database_url="")
    if contents.database == snapshot.SQLITE_NAME:
        yield own
        return
    if snapshot.is_sqlite(settings.database):
        raise BackupError("This backup is of PostgreSQL. Set DATABASE_URL to a server that may hold a copy.")
    url, name = make_url(settings.database), f"klapjob_proof_{token_hex(4)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        yield replace(own, database_url=url.set(database=name).render_as_string(hide_password=False))
    finally:
        with server.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        server.dispose()


def prove(contents: Contents, folder: Path, settings: Settings, make_app: MakeApp) -> Proof:
    """Looks at a restored portal: whole file, the same rows, values that open, a front page.

    `settings` are those of the restored portal. Raises BackupError with the first thing that is wrong.
    """
    fill(contents, folder, settings.database)
    found = snapshot.rows_in(settings.database)
    differing = [table for table in {*found, *contents.rows} if found.get(table) != contents.rows.get(table)]
    if differing:
        raise BackupError(f"These tables have other rows than were counted: {', '.join(sorted(differing))}.")
    app = make_app(settings)
    with app.app_context():
        try:
            faults = snapshot.faults_in(db.engine)
            if faults:
                raise BackupError(f"The database is damaged: {faults[0]}.")
            upgrade()
            opened = open_some(db.session())
        finally:
            db.session.remove()
            db.engine.dispose()
    front = app.test_client().get("/", base_url=settings.base_url)
    with app.app_context():
        db.engine.dispose()
    if front.status_code != 200:
        raise BackupError(f"The portal does not start on it: its front page answers {front.status_code}.")
    return Proof(rows=snapshot.total(found), opened=opened)


def open_some(session: Session) -> int:
    """Opens one sealed value of each kind. Raises BackupError where the field keys are others."""
    opened = 0
    for model, name in sealed_columns():
        row = session.scalar(select(model).where(getattr(model, f"{name}_sealed").is_not(None)).limit(1))
        try:
            opened += row is not None and bool(getattr(row, name))
        except CannotOpenError:
            raise BackupError(
                f"{model.__tablename__}.{name} does not open: FIELD_KEYS_FILE is not the one of this backup."
            ) from None
    return opened


def sealed_columns() -> list[tuple[Any, str]]:
    """Every model with the names of its sealed attributes."""
    models = sorted((mapper.class_ for mapper in Base.registry.mappers), key=lambda model: model.__name__)
    return [
        (model, name)
        for model in models
        for name, value in sorted(vars(model).items())
        if isinstance(value, Sealed)
    ]
