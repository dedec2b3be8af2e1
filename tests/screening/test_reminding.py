"""The office is reminded by mail of answers that are past the promised day."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application, make_staff
from portal import clock
from portal.models.application import State
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from portal.screening import reminding

# A Monday, nine o'clock in Copenhagen.
MONDAY = "2026-11-23T08:00:00+00:00"


@pytest.fixture
def hand(session: Session) -> Iterator[time_machine.Traveller]:
    """A clock to turn. Lea is at the office, Anna is a consultant, and Bo has left it."""
    with time_machine.travel(MONDAY) as traveller:
        make_staff(session, Role.SECRETARIAT, Role.LEADER, name="Lea", email="lea@example.com")
        make_staff(session, Role.CONSULTANT, name="Anna", email="anna@example.com")
        make_staff(session, Role.SECRETARIAT, name="Bo", email="bo@example.com").active = False
        session.commit()
        yield traveller


def mails(session: Session) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage)))


def make_late(session: Session, state: State = State.RECEIVED) -> None:
    make_application(session, state=state, answer_by=clock.now() - timedelta(hours=1))


@pytest.mark.usefixtures("hand")
def test_the_mail_says_how_many_wait_and_nothing_of_whom(session: Session) -> None:
    make_late(session)
    make_late(session, State.SCREENING)
    make_application(session, state=State.RECEIVED, answer_by=clock.now() + timedelta(days=1))
    make_late(session, State.WAITING)
    assert reminding.remind(session) == 1
    session.commit()
    [mail] = mails(session)
    assert (mail.address, mail.subject) == ("lea@example.com", "Nogen venter på svar")
    assert "2 ansøgninger skulle have haft et svar nu." in mail.text
    assert "/personale" in mail.text


@pytest.mark.usefixtures("hand")
def test_where_nobody_waits_too_long_nobody_is_reminded(session: Session) -> None:
    assert reminding.remind(session) == 0


def test_once_a_day_and_again_on_the_next_working_day(session: Session, hand: time_machine.Traveller) -> None:
    make_late(session)
    assert [reminding.remind(session), reminding.remind(session)] == [1, 0]
    hand.shift(timedelta(hours=10))
    assert reminding.remind(session) == 0
    hand.shift(timedelta(hours=14))
    assert reminding.remind(session) == 1


@pytest.mark.parametrize("hours", [-2, 5 * 24])
def test_not_before_eight_and_not_on_a_saturday(
    session: Session, hand: time_machine.Traveller, hours: int
) -> None:
    make_late(session)
    hand.shift(timedelta(hours=hours))
    assert reminding.remind(session) == 0
