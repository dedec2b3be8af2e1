"""The portal watches itself: each alarm begins and clears, by mail and on a page; calm raises none (P62)."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_staff, sign_in
from portal import alarms, clock, failed_sign_ins, outbox, pulses, running
from portal.commands import worker
from portal.models.alarm import AlarmKind
from portal.models.backup import BackupRecord
from portal.models.mail import OutboxMessage
from portal.models.pulse import PulseOf
from portal.models.staff import Role
from portal.running import Facts
from strict_client import StrictClient

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
AGE_KEY = f"age1{'q' * 58}"


@pytest.fixture(autouse=True)
def traveller(app: Flask, session: Session) -> Iterator[time_machine.Traveller]:
    app.config["SETTINGS"] = settings_for(
        app.config["SETTINGS"].data_dir, alarm_email="vagt@example.com", backup_recipient=AGE_KEY
    )
    with time_machine.travel(NOON, tick=False) as traveller:
        pulses.begin(session)
        session.commit()
        yield traveller


def watch(session: Session) -> list[str]:
    worker.watch()
    return [alarm.kind.value for alarm in alarms.open_alarms(session)]


def told(session: Session) -> list[str]:
    mails = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "alarm"))
    return [mail.text for mail in mails]


def all_mail_goes_out(session: Session) -> None:
    for message in session.scalars(select(OutboxMessage)):
        message.sent_at, message.next_attempt_at = clock.now(), None


def all_is_done(session: Session) -> None:
    pulses.beat(session, PulseOf.DELETION)
    session.add(BackupRecord(name=f"{clock.now():%H%M%S%f}", made_at=clock.now(), size=1, rows=1))
    session.commit()


def test_p62_mail_that_waits_half_an_hour_is_an_alarm_until_it_is_gone(
    session: Session, traveller: time_machine.Traveller
) -> None:
    outbox.queue(session, "staff_reset", to="kim@example.com", minutes=30, link="https://x")
    session.commit()
    traveller.shift(30 * MINUTE)
    assert watch(session) == []
    traveller.shift(MINUTE)
    assert watch(session) == ["mail_waits"]
    all_mail_goes_out(session)
    assert watch(session) == []
    begun, over = told(session)
    assert "- Mails og SMS: Den ældste har ventet mere end 30 minutter" in begun
    assert "- Mails og SMS: Venter for længe" in over


def test_p62_a_letter_that_may_wait_is_not_late(session: Session, traveller: time_machine.Traveller) -> None:
    outbox.queue(session, "staff_reset", to="kim@example.com", delay=HOUR, minutes=30, link="https://x")
    session.commit()
    traveller.shift(HOUR + 30 * MINUTE)
    assert watch(session) == []


def test_p62_deletion_and_backup_that_did_not_run_for_26_hours_are_alarms_until_they_run(
    session: Session, traveller: time_machine.Traveller
) -> None:
    all_is_done(session)
    traveller.shift(26 * HOUR)
    assert watch(session) == []
    traveller.shift(MINUTE)
    assert set(watch(session)) == {"not_deleted", "not_backed_up"}
    all_is_done(session)
    assert watch(session) == []
    begun, over = told(session)
    assert "- Sletning: Vi har ikke slettet" in begun
    assert "- Sikkerhedskopi: Der er ikke taget" in begun
    assert "- Sletning: Ikke sket" in over


def test_p62_what_never_ran_counts_from_the_first_day(
    session: Session, traveller: time_machine.Traveller
) -> None:
    traveller.shift(26 * HOUR)
    assert watch(session) == []
    traveller.shift(MINUTE)
    assert set(watch(session)) == {"not_deleted", "not_backed_up"}


def test_p62_where_nobody_expects_backups_none_are_missed(
    app: Flask, session: Session, traveller: time_machine.Traveller
) -> None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir)
    traveller.shift(30 * HOUR)
    assert watch(session) == ["not_deleted"]


def test_p62_many_failed_sign_ins_are_an_alarm_until_the_hour_is_over(
    session: Session, traveller: time_machine.Traveller
) -> None:
    for _ in range(running.FAILED_SIGN_INS):
        failed_sign_ins.note(session)
    assert watch(session) == []
    failed_sign_ins.note(session)
    assert watch(session) == ["sign_ins"]
    all_mail_goes_out(session)
    traveller.shift(HOUR)
    assert watch(session) == []


def test_p62_a_wrong_password_counts_as_a_failed_sign_in(client: StrictClient, session: Session) -> None:
    typed = client.form(client.get("/personale/log-ind"), email="x@example.com", password="forkert kode her")
    client.post("/personale/log-ind", data=typed)
    assert failed_sign_ins.lately(session) == 1


def test_p62_staff_see_what_is_wrong_on_every_page_and_on_one_of_its_own(
    client: StrictClient, session: Session, traveller: time_machine.Traveller
) -> None:
    sign_in(client, make_staff(session, Role.SECRETARIAT))
    assert "Alt er i orden" in client.get("/personale/drift").text
    assert "Noget er galt med portalen" not in client.get("/personale/ko").text
    alarms.settle(session, {(AlarmKind.MAIL_WAITS, "Mails og SMS")}, among=running.KINDS)
    session.commit()
    assert "Noget er galt med portalen" in client.get("/personale/kilder").text
    page = client.get("/personale/drift").text
    assert "Den ældste har ventet mere end 30 minutter" in page
    assert "Noget er galt med portalen" not in page


def test_p62_alarms_of_other_kinds_stay_as_they_are(session: Session) -> None:
    alarms.settle(session, {(AlarmKind.MAIL_WAITS, "Mails og SMS")}, among=running.KINDS)
    alarms.check(session, ())
    assert [alarm.kind for alarm in alarms.open_alarms(session)] == [AlarmKind.MAIL_WAITS]


def test_p62_a_calm_month_raises_no_alarm() -> None:
    """Mail is refused for up to 20 minutes, nights' work begins up to an hour late, people mistype."""
    dice = random.Random(62)
    deleted = backed_up = NOON
    for minute in range(0, 30 * 24 * 60, 5):
        now = NOON + minute * MINUTE
        if minute % (24 * 60) == 0:
            deleted = now - dice.randint(0, 60) * MINUTE
            backed_up = now - dice.randint(0, 60) * MINUTE
        waiting = now - dice.randint(0, 20) * MINUTE if dice.random() < 0.2 else None
        facts = Facts(
            begun=NOON,
            mail_waiting_since=waiting,
            deleted_at=deleted,
            backed_up_at=backed_up,
            failed_sign_ins=dice.randint(0, 12),
        )
        assert running.wrong_with(facts, now) == frozenset()
