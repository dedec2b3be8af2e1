"""P54: whatever the mail server does, no mail is missing; one comes twice only where its "taken" was lost."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from faults.mail_server import BadServer, misbehaving
from portal import clock, delivery
from portal.models.mail import OutboxMessage

MAILS = 3
NOON = datetime.fromisoformat("2026-11-23T12:00:00Z")


@pytest.fixture
def bad() -> Iterator[BadServer]:
    with misbehaving() as bad:
        yield bad


@pytest.fixture
def wanted(session: Session) -> set[str]:
    """The Message-IDs of mails that wait in the outbox at noon."""
    names = {f"<{number}@localhost>" for number in range(MAILS)}
    for name in sorted(names):
        message = OutboxMessage(
            kind="test",
            message_id=name,
            created_at=NOON,
            next_attempt_at=NOON,
            subject="Der er nyt",
            address="kim@example.com",
            text="Ring til os.\n",
        )
        session.add(message)
    session.commit()
    return names


def _work(session: Session, bad: BadServer, *, hours: float, every: int = 60) -> None:
    """The worker's rounds from now on, a round every few minutes, on a clock of the test."""
    begins = clock.now()
    for minute in range(0, int(hours * 60) + 1, every):
        with time_machine.travel(begins + timedelta(minutes=minute), tick=False):
            server = delivery.mail_server(bad.url)
            delivery.deliver_due(session, server, sender="KLAPjob <info@example.com>")


def _left(session: Session) -> int:
    waiting = select(func.count()).where(OutboxMessage.sent_at.is_(None))
    return session.scalar(waiting) or 0


def test_p54_after_six_hours_without_a_server_every_mail_comes_once(
    session: Session, bad: BadServer, wanted: set[str]
) -> None:
    good, bad.url = bad.url, "smtp://127.0.0.1:9"
    with time_machine.travel(NOON, tick=False):
        _work(session, bad, hours=6)
    assert _left(session) == MAILS
    bad.url = good
    with time_machine.travel(NOON + timedelta(hours=6), tick=False):
        _work(session, bad, hours=12, every=60)
    assert Counter(bad.taken) == Counter(wanted)
    assert _left(session) == 0


def test_p54_a_server_that_refuses_for_hours_gets_every_mail_once_in_the_end(
    session: Session, bad: BadServer, wanted: set[str]
) -> None:
    bad.manner = "refuse"
    with time_machine.travel(NOON, tick=False):
        _work(session, bad, hours=3)
    assert bad.taken == []
    bad.manner = "well"
    with time_machine.travel(NOON + timedelta(hours=3), tick=False):
        _work(session, bad, hours=6, every=60)
    assert Counter(bad.taken) == Counter(wanted)


def test_p54_a_mail_comes_twice_only_where_its_acknowledgement_was_lost(
    session: Session, bad: BadServer, wanted: set[str]
) -> None:
    bad.manner = "cut"
    with time_machine.travel(NOON, tick=False):
        _work(session, bad, hours=0)
    assert Counter(bad.taken) == Counter(wanted), "taken, and nobody was told"
    bad.manner = "well"
    with time_machine.travel(NOON + timedelta(minutes=10), tick=False):
        _work(session, bad, hours=1)
        _work(session, bad, hours=1)
    assert set(Counter(bad.taken).values()) == {2}, "the same Message-ID, so that programs can tell"
    assert _left(session) == 0


def test_p54_a_server_that_drips_does_not_hold_the_worker(
    session: Session, bad: BadServer, wanted: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "LONGEST_SECONDS", 0.1)
    bad.manner = "drip"
    began = time.monotonic()
    with time_machine.travel(NOON, tick=False):
        _work(session, bad, hours=0)
    assert time.monotonic() - began < MAILS * 10
    assert _left(session) == MAILS
    assert session.scalars(select(OutboxMessage.attempts)).all() == [1] * MAILS
