"""Alarms begin, are told once, and end; a calm month raises none (promise 62)."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_posting, make_source
from portal import alarms, clock
from portal.alarms import History, Run
from portal.models.alarm import Alarm, AlarmKind
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.mail import OutboxMessage

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)
COMPLETE, FAILED = RunStatus.COMPLETE, RunStatus.FAILED


@pytest.fixture(autouse=True)
def traveller(app: Flask, session: Session) -> Iterator[time_machine.Traveller]:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, alarm_email="vagt@example.com")
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def ran(session: Session, status: RunStatus = COMPLETE, ads: int = 100, source: str = "jobnet") -> None:
    """A run of the source that ended just now."""
    row = make_source(session, source)
    if status in alarms.GOOD:
        row.last_complete_at = clock.now()
    now = clock.now()
    session.add(
        FeedRun(source=source, started_at=now, ended_at=now, status=status, received=ads + 7, left_out=7)
    )
    session.commit()


def check(session: Session, *configured: str) -> list[str]:
    """What is wrong after a check, as words."""
    alarms.check(session, configured or ("jobnet",))
    session.commit()
    return [f"{alarm.about} {alarm.kind}" for alarm in alarms.open_alarms(session)]


def mails(session: Session) -> list[str]:
    rows = session.scalars(select(OutboxMessage).order_by(OutboxMessage.created_at, OutboxMessage.id))
    return [row.text for row in rows]


def test_a_source_that_has_been_silent_for_more_than_two_intervals_raises_an_alarm_and_clears_it(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session)
    traveller.shift(2 * HOUR + alarms.LONGEST_RUN)
    assert check(session) == []
    traveller.shift(timedelta(seconds=1))
    assert check(session) == ["jobnet silent"]
    ran(session)
    assert check(session) == []


def test_a_source_that_never_answered_is_silent_from_its_first_try(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session, FAILED)
    traveller.shift(3 * HOUR)
    assert check(session) == ["jobnet silent"]


def test_two_failures_in_a_row_raise_an_alarm_and_one_success_clears_it(session: Session) -> None:
    ran(session)
    ran(session, FAILED)
    assert check(session) == []
    ran(session, RunStatus.INCOMPLETE)
    assert check(session) == ["jobnet failing"]
    ran(session, RunStatus.UNCHANGED)
    assert check(session) == []


def test_a_feed_that_its_server_has_ended_fails(session: Session) -> None:
    ran(session)
    session.get_one(Source, "jobnet").gone_at = NOON
    assert check(session) == ["jobnet failing"]


def test_a_feed_of_less_than_half_its_usual_size_raises_an_alarm_until_it_has_grown(
    session: Session, traveller: time_machine.Traveller
) -> None:
    for ads in (100, 104, 98):
        ran(session, ads=ads)
        traveller.shift(HOUR / 2)
    ran(session, ads=50)
    assert check(session) == []
    traveller.shift(HOUR / 2)
    ran(session, ads=49)
    assert check(session) == ["jobnet shrunk"]
    traveller.shift(HOUR / 2)
    ran(session, ads=90)
    assert check(session) == []


def test_a_source_of_few_ads_may_lose_three_of_them(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session, ads=4)
    traveller.shift(HOUR / 2)
    ran(session, ads=1)
    assert check(session) == []
    ran(session, ads=5)
    traveller.shift(HOUR / 2)
    ran(session, ads=0)
    assert check(session) == ["jobnet shrunk"]


def test_ads_that_wait_for_a_person_are_an_alarm(session: Session) -> None:
    posting = make_posting(session, missed_runs=2)
    assert check(session) == ["jobnet held"]
    posting.missed_runs = 0
    assert check(session) == []


@pytest.mark.parametrize("how", ["paused", "off"])
def test_a_source_that_staff_have_stopped_is_neither_silent_nor_failing(
    session: Session, traveller: time_machine.Traveller, how: str
) -> None:
    ran(session, FAILED)
    ran(session, FAILED)
    setattr(session.get_one(Source, "jobnet"), how, True)
    traveller.shift(100 * HOUR)
    assert check(session) == []


def test_a_source_that_nobody_fetches_is_never_silent(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session, source="et-regneark")
    traveller.shift(100 * HOUR)
    assert check(session, "jobnet") == []


def test_a_source_that_has_never_run_is_no_alarm(session: Session) -> None:
    assert check(session, "ny-kilde") == []


def test_an_alarm_is_told_once_when_it_begins_and_once_when_it_ends(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session)
    traveller.shift(3 * HOUR)
    for _ in range(5):
        check(session)
        traveller.shift(timedelta(minutes=1))
    assert [alarm.since for alarm in alarms.open_alarms(session)] == [NOON + 3 * HOUR]
    ran(session)
    for _ in range(3):
        check(session)
    begun, over = mails(session)
    assert "Noget er galt:\n- jobnet: Vi har ikke hentet hele listen i mere end 2 timer.\n" in begun
    assert "Det er forbi igen" not in begun
    assert "Det er forbi igen:\n- jobnet: Stille\n" in over
    assert "http://localhost:8000/personale/drift" in over


def test_what_begins_and_ends_together_is_one_mail(
    session: Session, traveller: time_machine.Traveller
) -> None:
    ran(session, FAILED)
    ran(session, FAILED)
    check(session)
    traveller.shift(1)
    ran(session)
    make_posting(session, missed_runs=2)
    check(session)
    assert len(mails(session)) == 2
    assert "- jobnet: Mange job vil lukke på én gang." in mails(session)[1]
    assert "- jobnet: Fejler" in mails(session)[1]


def test_without_an_address_the_alarm_stands_on_the_pages_only(app: Flask, session: Session) -> None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir)
    make_posting(session, missed_runs=2)
    assert check(session) == ["jobnet held"]
    assert mails(session) == []


def test_a_calm_month_raises_no_alarm() -> None:
    """A feed that grows and shrinks by a few ads; runs take up to 14 minutes, and now and then one fails."""
    dice = random.Random(62)
    started, ads, runs, last_complete_at = NOON, 240, [], NOON
    for hour in range(30 * 24):
        started += HOUR + timedelta(seconds=2)
        fails = hour % 50 == 49
        ended = started + timedelta(minutes=dice.randint(1, 14))
        for minute in range(60):
            history = History(fetched=True, known_since=NOON, last_complete_at=last_complete_at, runs=runs)
            now = ended - HOUR + timedelta(minutes=minute)
            assert alarms.wrong_with(history, now) == frozenset()
        ads = max(150, ads + dice.randint(-6, 6))
        runs = [Run(status=FAILED if fails else COMPLETE, ads=0 if fails else ads), *runs[:10]]
        last_complete_at = last_complete_at if fails else ended


def test_every_alarm_has_its_words() -> None:
    assert set(alarms.WORDS) == set(alarms.TITLES) == set(AlarmKind)


def test_the_table_holds_what_is_wrong_now_and_nothing_else(session: Session) -> None:
    make_posting(session, missed_runs=2)
    check(session)
    assert [(row.kind, row.about, row.since) for row in session.scalars(select(Alarm))] == [
        (AlarmKind.HELD, "jobnet", NOON)
    ]
