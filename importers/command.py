"""`import run [SOURCE]` and `import list`: the feeds from the command line."""

import sys

import click
from flask import current_app
from flask.cli import AppGroup

from importers import progress
from importers.registry import ConfiguredImporter
from portal import background
from portal.jobs.incoming import ImporterError, Receipt

group = AppGroup("import", help="Feeds of job ads.")

COUNTS = "received new changed unchanged closed held missing refused left_out".split()


@group.command()
@click.argument("source", required=False)
@click.option("--quiet", is_flag=True, help="Print the receipt only.")
def run(source: str | None, *, quiet: bool) -> None:
    """Run one source, or all of them. Exits with 1 where a run failed or was incomplete."""
    background.give_way()
    importer = _importer()
    try:
        names = (source,) if source else importer.sources()
        receipts = [_run(importer, name, quiet=quiet) for name in names]
    except ImporterError as error:
        raise click.ClickException(str(error)) from None
    for receipt in receipts:
        click.echo(as_text(receipt))
    if not receipts:
        click.echo("No source is configured. FEEDS_FILE names them.")
    if any(receipt.status not in {"complete", "unchanged"} for receipt in receipts):
        sys.exit(1)


@group.command("list")
def list_sources() -> None:
    """List the configured sources."""
    try:
        sources = _importer().configured()
    except ImporterError as error:
        raise click.ClickException(str(error)) from None
    for source in sources:
        click.echo(f"{source.name}  {source.format}  {source.url}  keep = {source.keep.keep}")
    if not sources:
        click.echo("No source is configured. FEEDS_FILE names them.")


def as_text(receipt: Receipt) -> str:
    """A receipt for people to read: one line of counts, then a line for each reason and note."""
    counts = ", ".join(f"{getattr(receipt, name)} {name.replace('_', ' ')}" for name in COUNTS)
    lines = [f"{receipt.source}: {receipt.status}", f"  {counts}"]
    lines += [f"  {number} {reason}" for reason, number in receipt.reasons]
    lines += [f"  note: {note}" for note in receipt.notes]
    if receipt.error:
        lines.append(f"  error: {receipt.error}")
    return "\n".join(lines)


def _importer() -> ConfiguredImporter:
    importer = current_app.extensions.get("importers")
    if not isinstance(importer, ConfiguredImporter):
        raise click.ClickException("This application was made without importers.")
    return importer


def _run(importer: ConfiguredImporter, name: str, *, quiet: bool) -> Receipt:
    if quiet:
        return importer.run(name, progress=lambda _: None)
    with progress.shown() as tell:
        return importer.run(name, progress=tell)
