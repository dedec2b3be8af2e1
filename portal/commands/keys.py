"""`keys create`: makes the file with the keys that personal data is encrypted with."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal import crypto

group = AppGroup("keys", help="Field encryption keys.")


@group.command()
def create() -> None:
    """Write a new key file to FIELD_KEYS_FILE. Keep a copy of it apart from the database."""
    path = current_app.config["SETTINGS"].field_keys_file
    try:
        crypto.create_key_file(path)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already. Nothing was changed.") from None
    click.echo(f"Wrote {path}. Keep a copy of it in a safe place, apart from the database.")
