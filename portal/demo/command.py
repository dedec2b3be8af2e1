"""`demo-data`."""

import click
from flask.cli import with_appcontext


@click.command("demo-data")
@with_appcontext
def demo_data() -> None:
    """Fill the database with made-up people."""
