"""What staff may do to a source: approve or discard what is held, pause, turn off and on."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_source, make_staff
from feed_entries import batch, end, entry
from portal import sources
from portal.jobs import actions
from portal.jobs.incoming import Receipt
from portal.models.feed import Source
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
LETTERS = "abcdefghij"


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def sanne(session: Session) -> Staff:
    return make_staff(session)


def run(letters: str) -> Receipt:
    run_id = actions.begin_run(source="feed", feed_format="jobnet", rank=10).run_id
    actions.receive(run_id, batch(*map(entry, letters)))
    return actions.finish_run(run_id, end(*letters))


@pytest.fixture
def held(session: Session) -> list[str]:
    """The ids of ten ads that a broken feed has lost."""
    run(LETTERS)
    run("x")
    assert run("x").held == 10
    return [row.id for row in sources.held_postings(session, "feed")]


def open_ads(session: Session) -> str:
    query = select(Posting.reference).where(Posting.state == PostingState.OPEN)
    return "".join(sorted(session.scalars(query)))


def test_what_is_held_is_listed(session: Session, held: list[str]) -> None:
    listed = sources.held_postings(session, "feed")
    assert sorted(row.reference for row in listed) == list(LETTERS)
    assert sources.held_postings(session, "other") == []


def test_approving_closes_what_was_shown(session: Session, held: list[str], sanne: Staff) -> None:
    assert sources.approve_held(session, "feed", held[1:], by=sanne) == 9
    session.commit()
    kept = session.get_one(Posting, held[0])
    assert open_ads(session) == f"{kept.reference}x"
    closed = session.get_one(Posting, held[1])
    assert (closed.closed_reason, closed.closed_at, closed.closed_by_id) == (
        ClosedReason.GONE,
        NOON,
        sanne.id,
    )
    assert sources.held_postings(session, "feed") == [kept]


def test_an_ad_that_came_back_meanwhile_is_not_closed(
    session: Session, held: list[str], sanne: Staff
) -> None:
    run("abx")
    assert sources.approve_held(session, "feed", held, by=sanne) == 8
    session.commit()
    assert open_ads(session) == "abx"


def test_what_was_approved_opens_again_when_it_is_back(
    session: Session, held: list[str], sanne: Staff
) -> None:
    sources.approve_held(session, "feed", held, by=sanne)
    session.commit()
    run(f"{LETTERS}x")
    assert open_ads(session) == f"{LETTERS}x"
    assert {row.closed_by_id for row in session.scalars(select(Posting))} == {None}


def test_discarding_leaves_all_open_until_two_more_runs_miss_them(session: Session, held: list[str]) -> None:
    assert sources.discard_held(session, "feed", held) == 10
    session.commit()
    assert sources.held_postings(session, "feed") == []
    assert [run("x").held, run("x").held] == [0, 10]
    assert open_ads(session) == f"{LETTERS}x"


def test_an_ad_past_its_deadline_is_not_held(
    session: Session, held: list[str], clock: time_machine.Traveller
) -> None:
    session.get_one(Posting, held[0]).deadline = NOON.date()
    session.commit()
    clock.shift(timedelta(days=1))
    assert len(sources.held_postings(session, "feed")) == 9


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ({}, ""),
        ({"paused": True}, "is paused"),
        ({"off": True, "paused": True}, "is turned off"),
        ({"gone_at": NOON}, "has ended: its server answered 410"),
    ],
)
def test_a_source_says_why_it_is_not_fetched(session: Session, state: dict[str, object], why: str) -> None:
    make_source(session, "feed", **state)
    assert sources.why_not_fetched(session.get_one(Source, "feed")) == why


@pytest.mark.parametrize("state", [{"paused": True}, {"off": True}, {"gone_at": NOON}])
def test_a_source_that_waits_for_a_person_does_not_run_until_one_says_so(
    session: Session, state: dict[str, object]
) -> None:
    source = make_source(session, "feed", **state)
    session.commit()
    with pytest.raises(actions.SourcePausedError):
        run("a")
    sources.switch_on(source)
    session.commit()
    assert run("a").new == 1


def test_a_source_turned_off_loses_its_ads_and_gets_them_back_when_turned_on(
    session: Session, sanne: Staff
) -> None:
    run("abc")
    source = session.get_one(Source, "feed")
    assert sources.switch_off(session, source, by=sanne) == 3
    session.commit()
    assert open_ads(session) == ""
    sources.switch_on(source)
    session.commit()
    run("ab")
    assert open_ads(session) == "ab"


def test_pausing_leaves_the_ads(session: Session) -> None:
    run("abc")
    sources.pause(session.get_one(Source, "feed"))
    session.commit()
    assert open_ads(session) == "abc"
