"""`staff add`: makes an account for a member of staff."""

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import clock, passwords
from portal.db import db
from portal.models.staff import Role, Staff, StaffRole

group = AppGroup("staff", help="Accounts of members of staff.")


@group.command()
@click.argument("email")
@click.option("--name", required=True, help="As shown to colleagues.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice([r.value for r in Role]))
@click.password_option()
def add(email: str, name: str, roles: tuple[str, ...], password: str) -> None:
    """Make an account with the given roles (--role may be repeated)."""
    email = email.strip().lower()
    if db.session.scalar(select(Staff).where(Staff.email == email)):
        raise click.ClickException(f"{email} has an account already.")
    try:
        password_hash = passwords.hash_new(password, email=email)
    except passwords.PasswordRefusedError as error:
        raise click.ClickException(str(error)) from None
    db.session.add(
        Staff(
            name=name,
            email=email,
            password_hash=password_hash,
            created_at=clock.now(),
            role_rows=[StaffRole(role=Role(role)) for role in roles],
        )
    )
    db.session.commit()
    click.echo(f"{email} may now sign in as {', '.join(roles)}.")
