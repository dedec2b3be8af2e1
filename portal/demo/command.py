"""`demo-data`: fills the database with made-up people and their applications."""

import click
from flask import current_app
from flask.cli import with_appcontext

from portal.db import db
from portal.demo import editing, municipalities, oversight, people, schools, waiting
from portal.demo.accounts import PASSWORD, SIGN_INS
from portal.demo.candidates import CANDIDATES
from portal.demo.filling import send_in


@click.command("demo-data")
@with_appcontext
def demo_data() -> None:
    """Fill the database with made-up people. What is there already stays as it is."""
    if current_app.config["SETTINGS"].env not in {"demo", "development"}:
        raise click.ClickException("demo-data is for PORTAL_ENV demo or development only.")
    session = db.session()
    hired = people.hire(session)
    sent = sum(send_in(session, candidate) for candidate in CANDIDATES)
    editing.edit(session)
    municipalities.cooperate(session)
    schools.invite(session)
    oversight.hand_over(session)
    waiting.wait_for_jobs(session)
    session.commit()
    click.echo(f"{hired} made-up accounts and {sent} made-up applications are new.")
    for email, who in SIGN_INS:
        click.echo(f"  {email:<24} {who}")
    click.echo(f"  password of all: {PASSWORD}; the code of now: flask --app wsgi staff code EMAIL")
