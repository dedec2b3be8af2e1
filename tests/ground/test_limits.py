"""Limits count in the database, per window, and remember neither addresses nor names (P35)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import limits
from portal.models.attempt import Attempt

FIVE_MINUTES = timedelta(minutes=5)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_attempts_are_counted_for_each_one_apart(session: Session) -> None:
    counts = [limits.count(session, "log-in", who, window=FIVE_MINUTES) for who in ("a", "a", "b", "a")]
    assert counts == [1, 2, 1, 3]


def test_the_next_window_begins_at_nothing(session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        limits.count(session, "log-in", "a", window=FIVE_MINUTES)
        traveller.shift(FIVE_MINUTES)
        assert limits.counted(session, "log-in", "a", window=FIVE_MINUTES) == 0


def test_looking_does_not_count(session: Session) -> None:
    limits.count(session, "log-in", "a", window=FIVE_MINUTES)
    assert [limits.counted(session, "log-in", "a", window=FIVE_MINUTES) for _ in range(3)] == [1, 1, 1]


def test_who_it_was_is_not_stored(session: Session) -> None:
    limits.count(session, "log-in", "kim@example.com", window=FIVE_MINUTES)
    assert "kim" not in session.scalars(select(Attempt.key)).one()


def test_old_counters_are_removed_and_new_ones_kept(session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        limits.count(session, "log-in", "old", window=FIVE_MINUTES)
        traveller.shift(timedelta(days=3))
        limits.count(session, "log-in", "new", window=FIVE_MINUTES)
        limits.purge(session)
        assert limits.counted(session, "log-in", "new", window=FIVE_MINUTES) == 1
    assert len(session.scalars(select(Attempt)).all()) == 1


def test_p35_a_network_has_another_key_each_day() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        today = limits._key("log-in", "192.0.2.0/24")
        traveller.shift(timedelta(days=1))
        tomorrow = limits._key("log-in", "192.0.2.0/24")
    assert (len(today), len(tomorrow), today != tomorrow) == (64, 64, True)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_neighbours_in_one_network_share_a_limit(app: Flask, address: str, network: str) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert limits.network() == network
