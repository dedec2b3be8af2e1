"""`staff`: accounts of members of staff: add, list, help who lost every way in, and codes for the demo."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from portal import clock, invitations, totp
from portal.db import db
from portal.invitations import TakenError
from portal.models.staff import Role, Staff
from portal.outbox import AddressError

group = AppGroup("staff", help="Accounts of members of staff.")


@group.command()
@click.argument("email")
@click.option("--name", required=True, help="As shown to colleagues.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice([r.value for r in Role]))
def add(email: str, name: str, roles: tuple[str, ...]) -> None:
    """Make an account with the given roles (--role may be repeated), and print the link to begin with."""
    try:
        link = invitations.invite(db.session(), email=email, name=name, roles=map(Role, roles))
    except TakenError:
        raise click.ClickException(f"{email} has an account already.") from None
    except AddressError:
        raise click.ClickException(f"{email} is not one mail address.") from None
    db.session.commit()
    _tell(link)


@group.command()
@click.argument("email")
def again(email: str) -> None:
    """Take away every way in that somebody had, and print a new link to begin with."""
    staff = _known(email)
    link = invitations.again(db.session(), staff)
    db.session.commit()
    _tell(link)


@group.command()
@click.argument("email")
def code(email: str) -> None:
    """Print the code that somebody's app shows now; in the demo and in development only."""
    if current_app.config["SETTINGS"].env not in {"demo", "development"}:
        raise click.ClickException("staff code is for PORTAL_ENV demo or development only.")
    secret = _known(email).code_secret
    if not secret:
        raise click.ClickException(f"{email} has no app for codes.")
    click.echo(totp.code(secret, clock.now()))


@group.command("list")
def list_accounts() -> None:
    """List the accounts: mail, roles, when last used, whether closed; for a review."""
    for staff in db.session.scalars(select(Staff).order_by(Staff.email)):
        used = f"{clock.to_local(staff.last_login_at):%Y-%m-%d}" if staff.last_login_at else "never"
        state = "open" if staff.active else "closed"
        click.echo(f"{staff.email}\t{staff.name}\t{','.join(sorted(staff.roles))}\tlast used {used}\t{state}")


def _known(email: str) -> Staff:
    staff = invitations.by_email(db.session(), email.strip().lower())
    if staff is None:
        raise click.ClickException(f"{email} has no account.")
    return staff


def _tell(link: str) -> None:
    click.echo("Give this link to the person, and to nobody else. It works for 7 days:")
    click.echo(link)
