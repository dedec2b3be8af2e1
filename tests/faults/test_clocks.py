"""P59: a missing hour, a double hour, leap days and clocks that jump: nothing early, nothing twice."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application, make_posting, make_source, make_staff
from portal import cases, clock, delivery, purging, sources
from portal.commands import privacy, worker
from portal.jobs import actions as jobs
from portal.models.application import Application, State
from portal.models.feed import FeedRun
from portal.models.mail import OutboxMessage
from portal.models.staff import Role, Staff
from postbox import Postbox, listening

NOON = datetime.fromisoformat("2026-11-22T12:00:00Z")


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=clock.COPENHAGEN)


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with listening() as postbox:
        yield postbox


@pytest.mark.parametrize(
    "day", ["2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31"], ids=["short", "long", "leap", "last"]
)
def test_p59_an_ad_is_open_to_the_end_of_its_last_day_and_no_longer(session: Session, day: str) -> None:
    last = date.fromisoformat(day)
    with time_machine.travel(_local(f"{day}T08:00"), tick=False):
        make_posting(session, deadline=last)
    with time_machine.travel(_local(f"{day}T23:59"), tick=False):
        assert jobs.close_expired(clock.today()) == 0
    with time_machine.travel(_local(f"{day}T23:59") + timedelta(minutes=1), tick=False):
        assert [jobs.close_expired(clock.today()) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(
    ("sent", "promised"),
    [
        ("2026-03-27T12:00", "2026-04-08T23:59:59+02:00"),
        ("2026-10-23T12:00", "2026-10-30T23:59:59+01:00"),
        ("2028-02-28T12:00", "2028-03-06T23:59:59+01:00"),
    ],
    ids=["over the missing hour and Easter", "over the double hour", "over a leap day"],
)
def test_p59_an_answer_is_promised_in_days_of_the_calendar(
    session: Session, sent: str, promised: str
) -> None:
    with time_machine.travel(_local(sent), tick=False):
        application = make_application(session)
    assert application.answer_by == datetime.fromisoformat(promised)


def test_p59_ten_years_ahead_nothing_is_deleted_closed_or_lapsed(app: Flask, session: Session) -> None:
    with time_machine.travel(NOON, tick=False):
        case = make_application(session)
        staff = make_staff(session, Role.SECRETARIAT)
        draft = Application(
            token_hash="x", form_version=1, created_at=NOON, updated_at=NOON, state_since=NOON
        )
        session.add(draft)
        session.commit()
        purging.run(session)
    with time_machine.travel(NOON + timedelta(days=3652), tick=False):
        for _hour in range(3):
            privacy.purge_nightly()
            worker.tidy()
    session.expire_all()
    assert set(session.scalars(select(Application.id))) == {case.id, draft.id}
    assert session.get_one(Application, case.id).state == State.RECEIVED
    assert session.get_one(Staff, staff.id).active


def test_p59_set_back_an_hour_no_mail_is_sent_twice(session: Session, postbox: Postbox) -> None:
    session.add(
        OutboxMessage(
            kind="test",
            message_id="<1@localhost>",
            created_at=NOON,
            next_attempt_at=NOON,
            subject="Der er nyt",
            address="kim@example.com",
            text="Ring til os.\n",
        )
    )
    session.commit()
    server = delivery.mail_server(postbox.url)
    for moment in (NOON, NOON - timedelta(hours=1), NOON + timedelta(minutes=5)):
        with time_machine.travel(moment, tick=False):
            delivery.deliver_due(session, server, sender="KLAPjob <info@example.com>")
    assert len(postbox.mails) == 1


@pytest.mark.parametrize("night", ["2026-03-29T01:30", "2026-10-25T01:30"], ids=["missing", "double"])
def test_p59_a_feed_is_fetched_once_an_hour_in_the_night_of_the_clocks(session: Session, night: str) -> None:
    begins = _local(night).astimezone(clock.now().tzinfo)
    make_source(session)
    runs = 0
    for minute in range(0, 240, 10):
        with time_machine.travel(begins + timedelta(minutes=minute), tick=False):
            due = sources.next_run_at(session, "jobnet")
            if due is not None and due <= clock.now():
                runs += 1
                session.add(FeedRun(source="jobnet", started_at=clock.now()))
                session.commit()
    assert runs == timedelta(hours=4) / sources.FEED_INTERVAL


def test_p59_a_claim_lapses_after_thirty_real_minutes_in_the_double_hour(session: Session) -> None:
    staff, other = make_staff(session, Role.SECRETARIAT), make_staff(session, Role.SECRETARIAT, name="Else")
    application = make_application(session)
    begins = datetime.fromisoformat("2026-10-25T00:45:00Z")
    with time_machine.travel(begins, tick=False):
        cases.claim(session, application, staff)
    with time_machine.travel(begins + timedelta(minutes=20), tick=False), pytest.raises(cases.ClaimedError):
        cases.claim(session, application, other)
    with time_machine.travel(begins + timedelta(minutes=31), tick=False):
        cases.claim(session, application, other)
    assert application.claimed_by_id == other.id
