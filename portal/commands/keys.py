"""`keys`: makes the file with the keys that personal data is encrypted with, and changes them."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from portal import crypto, rotation
from portal.db import db, settle

group = AppGroup("keys", help="Field encryption keys.")


@group.command()
def create() -> None:
    """Write a new key file to FIELD_KEYS_FILE. Keep a copy of it apart from the database."""
    path = _path()
    try:
        crypto.create_key_file(path)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already. Nothing was changed.") from None
    click.echo(f"Wrote {path}. Keep a copy of it in a safe place, apart from the database.")


@group.command()
@click.option("--drop-old", is_flag=True, help="Afterwards: forget the old keys. They must be out of use.")
def rotate(*, drop_old: bool) -> None:
    """Add a new key and seal everything with it. Stopped halfway, run it again: it goes on where it was."""
    if drop_old:
        _drop_old()
        return
    path, session = _path(), db.session()
    old = _used_by_old(session)
    if not old:
        crypto.add_key(path)
        click.echo(f"Key {crypto.keyring().active} is new and active. Sealing everything with it.")
    else:
        click.echo(f"{old} values still hang on an old key. Going on.")
    done = rotation.reseal(session)
    settle()
    click.echo(f"{done.values} values and {done.files} files sealed anew.")
    if done.unreadable:
        raise click.ClickException(f"No key opens these: {', '.join(done.unreadable)}")
    click.echo("The old keys open older backups: keep a copy of them until those are gone (35 days).")
    click.echo("Then: flask --app wsgi keys rotate --drop-old")


def _drop_old() -> None:
    old = _used_by_old(db.session())
    if old:
        raise click.ClickException(f"{old} values still hang on an old key. Run `keys rotate` first.")
    ring = crypto.drop_old_keys(_path())
    click.echo(f"Key {ring.active} is the only one left.")


def _used_by_old(session: Session) -> int:
    """How much another key than the active one has sealed."""
    active = crypto.keyring().active
    return sum(count for number, count in rotation.in_use(session).items() if number != active)


def _path() -> Path:
    path: Path = current_app.config["SETTINGS"].field_keys_file
    return path
