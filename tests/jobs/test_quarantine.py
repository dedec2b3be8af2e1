"""What could not be taken in is kept for a while, and no longer."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from factories import make_source
from portal.db import db
from portal.jobs import quarantine
from portal.jobs.incoming import Reason, Refusal
from portal.models.feed import RefusedEntry

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    make_source(session, "feed")
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def put(session: Session, *references: str, payload: str = "said", reason: Reason = Reason.NO_TITLE) -> None:
    refusals = [Refusal(reference=each, reason=reason, payload=payload) for each in references]
    quarantine.put(session, "feed", refusals, now=datetime.now(UTC))
    session.commit()


def kept(session: Session) -> dict[str, str]:
    session.expire_all()
    return {row.reference: row.payload for row in session.scalars(select(RefusedEntry))}


def test_what_was_received_is_deleted_after_thirty_days_and_not_kept_again(
    session: Session, clock: time_machine.Traveller
) -> None:
    put(session, "a")
    clock.shift(30 * DAY)
    put(session, "a", "b")
    clock.shift(timedelta(seconds=1))
    quarantine.tidy()
    assert kept(session) == {"a": "", "b": "said"}
    put(session, "a")
    assert kept(session) == {"a": "", "b": "said"}


def test_an_entry_that_nothing_was_heard_of_for_thirty_days_is_forgotten(
    session: Session, clock: time_machine.Traveller
) -> None:
    put(session, "a")
    clock.shift(31 * DAY)
    quarantine.tidy()
    assert kept(session) == {}


def test_an_ignored_entry_stays_so_until_its_source_sends_something_else(session: Session) -> None:
    put(session, "a")
    row = session.scalars(select(RefusedEntry)).one()
    row.ignored_at = NOON
    put(session, "a")
    assert row.ignored_at == NOON
    put(session, "a", payload="more")
    assert row.ignored_at is None


def test_many_refused_entries_take_few_queries(session: Session) -> None:
    names = [str(number) for number in range(100)]
    put(session, *names)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    quarantine.put(session, "feed", [], now=NOON)
    put(session, *names)
    event.remove(db.engine, "before_cursor_execute", note)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_nothing_that_looks_like_a_cpr_number_is_kept(session: Session) -> None:
    put(session, "a", payload="010190-1234")
    put(session, "b", payload="said", reason=Reason.CPR)
    assert kept(session) == {"a": "", "b": ""}
