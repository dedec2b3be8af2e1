"""`privacy`: deletes in time, tells a person everything, deletes again after a restore; `audit verify`."""

import logging
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import audit_chain, clock, db, erasing, purging
from portal.alerts import telling
from portal.models.application import Application
from portal.privacy import oversight, report
from portal.purging import Outcome

log = logging.getLogger(__name__)

privacy = AppGroup("privacy", help="Deletion, and what a person may know.")
audit = AppGroup("audit", help="The trail of who looked at what.")
_FILE = click.Path(dir_okay=False, path_type=Path)
_THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


def purge_nightly() -> None:
    """The worker's part: the run of the day, unless there was one."""
    outcome = purging.run_if_due(db.db.session())
    if outcome is None:
        return
    if outcome.refused:
        log.error("Nothing was deleted: the clock may have jumped.")
        return
    _forget_alerts()
    log.info("The run of deletion is over.", extra={"gone": sum(outcome.deleted.values())})


def _forget_alerts() -> None:
    telling.forget(db.db.session())
    db.db.session.commit()


def watch_lookups() -> None:
    """The worker's part: the alarm about unusual look-ups."""
    oversight.watch(db.db.session())
    db.db.session.commit()


@privacy.command()
@click.option("--clock-is-right", is_flag=True, help="Delete although the last run is long ago.")
def purge(*, clock_is_right: bool) -> None:
    """Delete now what was kept long enough; warn of what is to go in two weeks."""
    outcome = purging.run(db.db.session(), clock_is_right=clock_is_right)
    if outcome.refused:
        raise click.ClickException(
            "The last run was more than 48 hours ago. If the clock is right, say --clock-is-right."
        )
    _forget_alerts()
    click.echo(_told(outcome))


def _told(outcome: Outcome) -> str:
    deleted = ", ".join(f"{rule} {count}" for rule, count in outcome.deleted.items())
    return f"Deleted: {deleted or 'nothing was due'}. Warned: {outcome.warned}."


@privacy.command("report")
@click.argument("reference")
@click.argument("file", type=_FILE)
def write_report(reference: str, file: Path) -> None:
    """Write all that is known about the person of the case REFERENCE into FILE, a ZIP."""
    session, application = db.db.session(), _case(reference)
    content = report.pack(session, application)
    audit_chain.add(session.connection(), report.line_of_command(application))
    session.commit()
    file.touch(mode=0o600, exist_ok=False)
    file.write_bytes(content)
    click.echo(f"Wrote {file}. It holds everything about a person: hand it over, then delete it.")


def _case(reference: str) -> Application:
    found = select(Application).where(Application.reference == reference.replace(" ", "").lower())
    application = db.db.session().scalar(found)
    if application is None:
        raise click.ClickException("No case has this reference.")
    return application


@privacy.command()
@click.argument("file", type=_THERE)
def replay(file: Path) -> None:
    """Delete once more what FILE, a deletions.jsonl, names: after a backup was restored."""
    again = erasing.replay(db.db.session(), file.read_text().splitlines())
    db.settle()
    click.echo(f"{again} deleted once more.")


@audit.command()
def verify() -> None:
    """Check the chain of the audit trail from its beginning to its end."""
    verdict = audit_chain.verify(db.db.session())
    if verdict.wrong:
        raise click.ClickException(f"{verdict.wrong} (after {verdict.entries} entries that are right).")
    click.echo(f"{verdict.entries} entries are right. The chain ends at {verdict.number}: {verdict.link}")


@audit.command("of")
@click.argument("reference")
def of_case(reference: str) -> None:
    """Print what the trail says of the case REFERENCE: when, who, what, which fields, and what for."""
    session, application = db.db.session(), _case(reference)
    for one in oversight.about(session, application.id):
        at = clock.to_local(one.at)
        click.echo(f"{at:%Y-%m-%d %H:%M}  {one.who}  {one.action}  [{one.fields}]  {one.purpose}")
    audit_chain.add(
        session.connection(), report.line_of_command(application, action="read", purpose="oversight")
    )
    session.commit()
