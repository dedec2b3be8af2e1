"""`worker`: sends the outbox, fetches feeds when they are due, closes ads past their deadline."""

import time
from datetime import datetime, timedelta
from typing import Final

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from portal import clock, delivery, limits, sources
from portal.config import Settings
from portal.db import db
from portal.jobs import actions as jobs
from portal.jobs.incoming import Importer
from portal.models.feed import FeedRun, Source

FEED_INTERVAL: Final = timedelta(hours=1)
TIDY_INTERVAL: Final = timedelta(hours=1)
PAUSE_SECONDS: Final = 2.0


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now, then stop.")
@with_appcontext
def worker(*, once: bool) -> None:
    """Send mail, fetch feeds, close expired ads; until stopped."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's documented way
    tidied: datetime | None = None
    while True:
        with app.app_context():
            work()
            if tidied is None or clock.now() - tidied >= TIDY_INTERVAL:
                tidy()
                tidied = clock.now()
        if once:
            return
        time.sleep(PAUSE_SECONDS)


def work() -> None:
    """Sends the mail and fetches the feeds that are due. Each part commits for itself."""
    _send_mail(current_app.config["SETTINGS"])
    _fetch_feeds(current_app.extensions["importers"])


def tidy() -> None:
    """Closes ads past their last day and drops old counters."""
    closed = jobs.close_expired(clock.today())
    if closed:
        click.echo(f"closed {closed} ads past their last day")
    limits.purge(db.session())
    db.session.commit()


def _send_mail(settings: Settings) -> None:
    if not settings.smtp_url:
        return
    server = delivery.mail_server(settings.smtp_url)
    sent, failed = delivery.deliver_due(db.session(), server, sender=settings.mail_from)
    if sent or failed:
        click.echo(f"mail: {sent} sent, {failed} not")


def _fetch_feeds(importers: Importer | None) -> None:
    for source in importers.sources() if importers else ():
        if importers and _is_due(source):
            receipt = importers.run(source, progress=lambda _line: None)
            click.echo(f"{source}: {receipt.status}, {receipt.new} new, {receipt.closed} closed")


def _is_due(source: str) -> bool:
    row = db.session.get(Source, source)
    if row is not None and sources.why_not_fetched(row):
        return False
    newest = db.session.scalar(
        select(FeedRun.started_at)
        .where(FeedRun.source == source)
        .order_by(FeedRun.started_at.desc())
        .limit(1)
    )
    return newest is None or clock.now() - newest >= FEED_INTERVAL
