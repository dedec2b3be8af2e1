"""`worker`: sends the outbox, fetches feeds that are due, closes ads past their last day, raises alarms."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Final

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from portal import (
    access_log,
    alarms,
    background,
    clock,
    consents,
    delivery,
    invariants,
    invitations,
    kept_forms,
    limits,
    logs,
    ping,
    pulses,
    purging,
    recordings,
    running,
    sessions,
    sms,
    tickets,
    trouble,
    visits,
)
from portal import work as job_table
from portal.accounts import actions as accounts
from portal.alerts import telling
from portal.apply import drafts
from portal.commands import backups, chores, municipalities, privacy
from portal.config import Settings
from portal.db import db
from portal.editing import asking as own_ads
from portal.jobs import actions as jobs
from portal.jobs import quarantine
from portal.models.pulse import PulseOf
from portal.schools import visits as visits_to_schools
from portal.screening import reminding
from portal.staff import challenges, forgetting
from portal.waiting import asking

TIDY_INTERVAL: Final = timedelta(hours=1)
WATCH_INTERVAL: Final = timedelta(minutes=1)
PING_INTERVAL: Final = timedelta(minutes=5)
PAUSE_SECONDS: Final = 2.0

log = logging.getLogger(__name__)


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now, then stop.")
@with_appcontext
def worker(*, once: bool) -> None:
    """Send mail, fetch feeds, close expired ads; until stopped."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's documented way
    logs.install(quiet=current_app.config["SETTINGS"].env == "demo")
    if not once:
        background.give_way()
    run(app, goes_on=lambda: not once)


def run(app: Flask, *, goes_on: Callable[[], bool]) -> None:
    """Does the chores that are due, again and again; asks after each round whether to go on."""
    # Counted on the clock that nobody sets: after one that was set back an hour, mail would stand still.
    done: dict[Callable[[], None], float] = {}
    while True:
        with app.app_context():
            for chore, every in CHORES:
                rested = chore not in done or time.monotonic() - done[chore] >= every.total_seconds()
                if rested and _do(chore):
                    done[chore] = time.monotonic()
        if not goes_on():
            return
        time.sleep(PAUSE_SECONDS)


def _do(chore: Callable[[], None]) -> bool:
    """Does one chore; False where the machine cannot at the moment, so that it is tried again soon.

    One that fails for a reason of its own rests like the others, and never keeps them from their turn:
    deletion and backup come last.
    """
    try:
        chore()
    except Exception as error:
        db.session.remove()
        if trouble.is_trouble(error):
            log.error("A chore could not be done now.", extra={"error": type(error).__name__})  # noqa: TRY400 - the trace holds values
            return False
        log.exception("A chore failed.", extra={"where": chore.__name__})
    return True


def plan() -> None:
    """Asks for the runs of feeds that are due."""
    chores.plan_runs(current_app.extensions["importers"])


def work() -> None:
    """Sends the mail and does the jobs. Each part commits for itself."""
    _send_mail(current_app.config["SETTINGS"])
    _send_sms(current_app.config["SETTINGS"])
    chores.do_all(current_app.extensions["importers"])


def watch() -> None:
    """Raises and clears the alarms."""
    wanted = chores.to_fetch(current_app.extensions["importers"])
    alarms.check(db.session(), wanted.names, unreadable=bool(wanted.error))
    settings = current_app.config["SETTINGS"]
    pulses.begin(db.session())
    pulses.beat(db.session(), PulseOf.WORKER)
    alarms.settle(db.session(), running.wrong(db.session(), settings), among=running.KINDS)
    db.session.commit()


def remind_office() -> None:
    """Writes to the office where an answer is late."""
    told = reminding.remind(db.session())
    db.session.commit()
    if told:
        log.info("The office was reminded of late answers.", extra={"asked": told})


def check_rules() -> None:
    """Counts what must never be so."""
    alarms.settle(db.session(), invariants.wrong(db.session()), among=invariants.KINDS)
    db.session.commit()


def tell_we_live() -> None:
    """Asks the address that is to be asked as long as the worker works."""
    if url := current_app.config["SETTINGS"].ping_url:
        ping.send(url)


def count() -> None:
    """Counts what readers looked at."""
    visits.count(db.session(), access_log.folder_of(current_app.config["SETTINGS"].data_dir))


def tidy() -> None:
    """Closes ads past their last day; drops old tickets and counters."""
    # Before the calendar closes anything, so that whoever wrote an ad was asked.
    asked, unanswered = own_ads.ask_and_close(db.session())
    if asked or unanswered:
        log.info("Authors of own ads were asked.", extra={"asked": asked, "closed": unanswered})
    closed = jobs.close_expired(clock.today())
    if closed:
        log.info("Ads past their last day were closed.", extra={"closed": closed})
    quarantine.tidy()
    if purging.may_be_wrong(db.session(), clock.now()):
        # Years ahead, every account would close and every unanswered case lapse (promise 59).
        log.warning("The clock may have jumped: nothing lapses until a run of deletion was good again.")
    else:
        _tidy_applications()
        _tidy_accounts()
    limits.purge(db.session())
    job_table.tidy(db.session())
    db.session.commit()


def _tidy_applications() -> None:
    """Reminds of drafts; closes cases that wait in vain for the person's own yes."""
    reminded = drafts.remind(db.session())
    lapsed = consents.lapse(db.session())
    asked, silent = asking.ask_due(db.session()), asking.call_the_silent(db.session())
    if asked or silent:
        log.info("People on the waiting list were asked.", extra={"asked": asked, "left": silent})
    if reminded or lapsed:
        log.info("Drafts were tidied.", extra={"asked": reminded, "closed": lapsed})
    tickets.purge(db.session())
    recordings.sweep(db.session())
    telling.warn(db.session())
    visits_to_schools.forget(db.session())


def tell() -> None:
    """Writes to those who wait for new jobs."""
    told = telling.tell_due(db.session())
    if told:
        log.info("Alerts were written.", extra={"made": told})


def _tidy_accounts() -> None:
    """Closes accounts that nobody uses; drops what signing in has left behind."""
    closed = accounts.close_unused(db.session())
    if closed:
        log.info("Accounts that nobody uses were closed.", extra={"closed": closed})
    for purge in (sessions.purge, invitations.purge, challenges.purge, kept_forms.purge):
        purge(db.session())
    db.session.commit()


def answer_staff() -> None:
    """Writes to staff who forgot their password."""
    forgetting.write_to_them(db.session())


def _send_mail(settings: Settings) -> None:
    if not settings.smtp_url:
        return
    server = delivery.mail_server(settings.smtp_url)
    sent, failed = delivery.deliver_due(db.session(), server, sender=settings.mail_from)
    if sent or failed:
        log.info("Mail was sent.", extra={"sent": sent, "failed": failed})


def _send_sms(settings: Settings) -> None:
    if not settings.sms_url:
        return
    sent, failed = sms.deliver_due(db.session(), sms.gateway(settings.sms_url))
    if sent or failed:
        log.info("SMS were sent.", extra={"sent": sent, "failed": failed})


CHORES: Final[tuple[tuple[Callable[[], None], timedelta], ...]] = (
    (plan, WATCH_INTERVAL),
    (answer_staff, timedelta()),
    (work, timedelta()),
    (watch, WATCH_INTERVAL),
    (municipalities.tend, WATCH_INTERVAL),
    (count, WATCH_INTERVAL),
    (tell, WATCH_INTERVAL),
    (tidy, TIDY_INTERVAL),
    (privacy.purge_nightly, TIDY_INTERVAL),
    (privacy.watch_lookups, TIDY_INTERVAL),
    (backups.nightly, WATCH_INTERVAL),
    (remind_office, WATCH_INTERVAL),
    (check_rules, TIDY_INTERVAL),
    (tell_we_live, PING_INTERVAL),
)
"""What the worker does, in this order, and how long it lets each rest."""
