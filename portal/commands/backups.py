"""`backup`: encrypted copies of database and files: make, prove, restore. `nightly` is the worker's part."""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from flask_migrate import upgrade
from pyrage import x25519

from portal import clock, erasing
from portal.backups import archive, making, records, restoring
from portal.backups.making import Made
from portal.backups.restoring import Proof
from portal.backups.snapshot import BackupError
from portal.config import Settings
from portal.db import db
from portal.models.backup import BackupRecord

T = TypeVar("T")

group = AppGroup("backup", help="Encrypted copies of the database and the files.")
_FILE = click.Path(dir_okay=False, path_type=Path)
_THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


@group.command()
@click.argument("file", type=_FILE)
def keys(file: Path) -> None:
    """Make an age key: the private half into FILE, the public half on the screen.

    Run it on another machine, and keep FILE there: who has it and the field keys can read every backup.
    """
    key = x25519.Identity.generate()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(f"{file} is there already. Nothing was changed.") from None
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"# public key: {key.to_public()}\n{key}\n")
    click.echo(f"BACKUP_RECIPIENT={key.to_public()}")


@group.command()
@click.option("--prove/--no-prove", default=True, help="Restore it at once into a fresh folder and look.")
def create(*, prove: bool) -> None:
    """Make a backup in BACKUP_DIR while the portal runs, prove it, and drop those older than 34 days."""
    made = _or_say(_make)
    click.echo(f"Wrote {made.path}: {made.rows} rows.")
    if prove:
        _tell(*_or_say(lambda: _prove(made)))
    for name in records.drop_old(db.session(), _settings().backups):
        click.echo(f"Dropped {name}.")


@group.command()
@click.argument("file", type=_THERE)
@click.option("--key", "key_file", required=True, type=_THERE, help="The private half of the age key.")
def verify(file: Path, key_file: Path) -> None:
    """Prove a backup: restore it into a fresh folder, count, open sealed values, start the portal."""
    _tell(*_or_say(lambda: _restore_and_look(file, archive.identity(key_file))))
    row = db.session.get(BackupRecord, file.name)
    if row is not None:
        row.proven_at = clock.now()
        db.session.commit()


@group.command()
@click.argument("file", type=_THERE)
@click.option("--key", "key_file", required=True, type=_THERE, help="The private half of the age key.")
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--deleted", "lists", multiple=True, type=_THERE, help="Another deletions.jsonl to go by.")
def restore(file: Path, key_file: Path, folder: Path, lists: tuple[Path, ...]) -> None:
    """Restore a backup into a fresh folder, the DATA_DIR to be; PostgreSQL into the empty DATABASE_URL.

    What was deleted since it was made is deleted again, as the lists of deletions say: those in DATA_DIR, in
    BACKUP_DIR and beside FILE, and those named.
    """
    lines = _deleted_since({*lists, *(place / erasing.FILE for place in _places_of_lists(file))})
    contents = _or_say(lambda: restoring.unpack(file, archive.identity(key_file), folder))
    _or_say(lambda: restoring.fill(contents, folder, _settings().database))
    app = _another_app(replace(_settings(), data_dir=folder, backup_dir=_settings().backups))
    with app.app_context():
        upgrade()
        again = erasing.replay(db.session(), lines)
        db.session.remove()
        db.engine.dispose()
    click.echo(f"Restored {sum(contents.rows.values())} rows of {contents.made_at} into {folder}.")
    click.echo(f"Deleted again what had been deleted since: {again}.")


def _places_of_lists(file: Path) -> tuple[Path, ...]:
    return (_settings().data_dir, _settings().backups, file.parent)


def _deleted_since(lists: Iterable[Path]) -> list[str]:
    """The lines of all lists of deletions that there are."""
    return [line for path in sorted(lists) if path.is_file() for line in path.read_text().splitlines()]


def _make() -> Made:
    """Makes a backup, and puts the list of deletions beside it: that must outlive the machine as well."""
    made = making.make(db.session(), _settings())
    known = _settings().data_dir / erasing.FILE
    if known.is_file():
        shutil.copyfile(known, _settings().backups / erasing.FILE)
    return made


def _another_app(settings: Settings) -> Flask:
    make_app: Callable[[Settings], Flask] = current_app.extensions["another"]
    return make_app(settings)


def nightly() -> None:
    """The worker's part: makes and proves tonight's backup where there is a key, and drops the old ones."""
    settings = _settings()
    if settings.backup_recipient and records.is_due(db.session()):
        try:
            _tell(*_prove(_make()))
        except BackupError as error:
            click.echo(f"backup: {error}", err=True)
    records.drop_old(db.session(), settings.backups)


def _prove(made: Made) -> tuple[Proof, float]:
    """Proves a new backup with the key that was made for it, and notes when."""
    found = _restore_and_look(made.path, made.key)
    db.session.get_one(BackupRecord, made.path.name).proven_at = clock.now()
    db.session.commit()
    return found


def _restore_and_look(file: Path, key: x25519.Identity) -> tuple[Proof, float]:
    """What was found, and the seconds it took."""
    settings, started = _settings(), time.monotonic()
    db.session.rollback()
    making.prepare(settings.backups)
    with TemporaryDirectory(prefix=".proving-", dir=settings.backups) as aside:
        folder = Path(aside) / "restored"
        contents = restoring.unpack(file, key, folder)
        with restoring.place_for(contents, folder, settings) as own:
            proof = restoring.prove(contents, folder, own, _another_app)
    return proof, time.monotonic() - started


def _tell(proof: Proof, seconds: float) -> None:
    click.echo(f"backup: proven in {seconds:.1f} s: {proof.rows} rows, {proof.opened} sealed values opened")


def _or_say(work: Callable[[], T]) -> T:
    try:
        return work()
    except BackupError as error:
        raise click.ClickException(str(error)) from None


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
