"""A run begins alone, ends with a receipt, and closes only what two complete runs missed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import batch, end, entry
from portal.jobs import actions
from portal.jobs.incoming import QueryProof, Reason, Receipt, RunEnd
from portal.models.feed import FeedRun, RefusedEntry, RunStatus, Source
from portal.models.posting import ClosedReason, Posting, PostingState

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
TODAY = date(2026, 11, 22)
HOUR = timedelta(hours=1)
LETTERS = "abcdefghij"


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def begin() -> str:
    return actions.begin_run(source="feed", feed_format="jobnet", rank=10).run_id


def run(letters: str, *, complete: bool = True, **changes: object) -> Receipt:
    """A whole run that sees these ads."""
    run_id = begin()
    actions.receive(run_id, batch(*map(entry, letters)))
    return actions.finish_run(run_id, end(*letters, complete=complete, **changes))


def states(session: Session) -> str:
    """The references of the open ads."""
    rows = session.scalars(select(Posting.reference).where(Posting.state == PostingState.OPEN))
    return "".join(sorted(rows))


def test_a_run_ends_with_its_receipt(session: Session) -> None:
    run_id = begin()
    actions.receive(run_id, batch(entry(), entry("b", title="")))
    left_out = {Reason.NO_KLAP_WORD: 3}
    receipt = actions.finish_run(run_id, end("a", "b", received=5, left_out=left_out, notes=("Hm.",)))
    assert receipt == Receipt(
        source="feed",
        status="complete",
        received=5,
        new=1,
        refused=1,
        left_out=3,
        reasons=(("left out: no KLAP word", 3), ("refused: no title", 1)),
        notes=("Hm.",),
    )
    row = session.get_one(FeedRun, run_id)
    assert (row.status, row.started_at, row.ended_at, row.left_out) == (RunStatus.COMPLETE, NOON, NOON, 3)
    assert row.details["queries"] == {"all": {"stated": 2, "seen": 2, "complete": True}}
    assert session.get_one(Source, "feed").last_complete_at == NOON


def test_two_complete_runs_without_an_ad_close_it(session: Session, clock: time_machine.Traveller) -> None:
    run("ab")
    clock.shift(HOUR)
    assert (run("a").missing, states(session)) == (1, "ab")
    row = session.scalars(select(Posting).where(Posting.reference == "b")).one()
    assert (row.missing_since, row.missed_runs) == (NOON + HOUR, 1)
    clock.shift(HOUR)
    receipt = run("a")
    assert (receipt.closed, receipt.missing, states(session)) == (1, 0, "a")
    assert (row.closed_reason, row.closed_at) == (ClosedReason.GONE, NOON + 2 * HOUR)


def test_an_incomplete_run_closes_nothing_and_counts_no_absence(session: Session) -> None:
    run("ab")
    run("a")
    assert run("a", complete=False).status == "incomplete"
    assert run("", complete=False).status == "failed"
    partly = {"x": QueryProof(seen=1, stated=2), "y": QueryProof(seen=1)}
    assert run("a", queries=partly).status == "incomplete"
    assert states(session) == "ab"
    assert run("a").closed == 1


def test_an_ad_that_was_missing_once_and_is_back_starts_anew(session: Session) -> None:
    run("ab")
    run("a")
    run("ab", complete=False)
    run("a")
    assert states(session) == "ab"


def test_p26_an_empty_feed_closes_nothing_but_waits_for_a_person(session: Session) -> None:
    run(LETTERS)
    run("")
    receipt = run("")
    assert (receipt.status, receipt.closed, receipt.held, receipt.missing) == ("complete", 0, 10, 10)
    assert receipt.reasons == (("held: too many would close at once, a person decides", 10),)
    assert states(session) == LETTERS
    newest = session.scalars(select(FeedRun).where(FeedRun.held > 0)).one()
    assert newest.details["held"] == list(LETTERS)


def test_new_and_changed_ads_are_stored_by_a_held_run_all_the_same(session: Session) -> None:
    run(LETTERS)
    run("x")
    assert run("yz").held == 10
    assert states(session) == f"{LETTERS}xyz"


def test_a_held_run_repeated_writes_no_ad(session: Session) -> None:
    run(LETTERS)
    run("")
    run("")
    before = [(row.missed_runs, row.missing_since) for row in session.scalars(select(Posting))]
    run("")
    session.expire_all()
    assert [(row.missed_runs, row.missing_since) for row in session.scalars(select(Posting))] == before


def test_a_refused_update_counts_as_seen(session: Session) -> None:
    run("ab")
    for _ in range(3):
        run_id = begin()
        actions.receive(run_id, batch(entry(), entry("b", title="")))
        actions.finish_run(run_id, end("a", "b"))
    assert states(session) == "ab"


def test_refused_entries_that_left_the_feed_are_forgotten(
    session: Session, clock: time_machine.Traveller
) -> None:
    run_id = begin()
    actions.receive(run_id, batch(entry("b", title=""), entry("c", title="")))
    actions.finish_run(run_id, end("b", "c"))
    clock.shift(HOUR)
    run("c", complete=False)
    assert len(session.scalars(select(RefusedEntry)).all()) == 1
    clock.shift(HOUR)
    run("c")
    assert session.scalars(select(RefusedEntry)).all() == []


def test_the_absence_of_one_sources_ads_says_nothing_of_anothers(session: Session) -> None:
    other = make_posting(session, source="other", reference="z")
    run("a")
    run("a")
    run("a")
    assert session.get_one(Posting, other.id).missed_runs == 0


def test_a_second_run_of_a_source_must_wait(clock: time_machine.Traveller) -> None:
    begin()
    with pytest.raises(actions.SourceBusyError):
        begin()
    clock.shift(actions.LEASE - timedelta(seconds=1))
    with pytest.raises(actions.SourceBusyError):
        begin()


def test_a_run_that_says_it_is_alive_keeps_its_place(clock: time_machine.Traveller) -> None:
    first = begin()
    clock.shift(actions.LEASE - timedelta(seconds=1))
    actions.keep_alive(first)
    clock.shift(timedelta(seconds=2))
    with pytest.raises(actions.SourceBusyError):
        begin()


def test_a_silent_run_loses_its_place_and_can_do_no_more(
    session: Session, clock: time_machine.Traveller
) -> None:
    first = begin()
    clock.shift(actions.LEASE + timedelta(seconds=1))
    second = begin()
    row = session.get_one(FeedRun, first)
    assert (row.status, row.error) == (RunStatus.INCOMPLETE, "stopped before its end")
    for call in (lambda: actions.keep_alive(first), lambda: actions.finish_run(first, end())):
        with pytest.raises(actions.RunEndedError):
            call()
    assert actions.finish_run(second, end()).status == "complete"


def test_a_paused_source_does_not_run(session: Session) -> None:
    run("a")
    session.get_one(Source, "feed").paused = True
    session.commit()
    with pytest.raises(actions.SourcePausedError):
        begin()


def test_a_source_remembers_only_across_complete_runs(session: Session) -> None:
    def memory() -> object:
        start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
        assert session.get_one(Source, "feed").memory == {}
        actions.finish_run(start.run_id, next(ends))
        return dict(start.memory)

    ends = iter([end(memory={"n": 1}), end(memory={"n": 2}), end(complete=False, memory={"n": 3}), end()])
    assert [memory(), memory(), memory(), memory()] == [{}, {"n": 1}, {"n": 2}, {}]


def test_a_beginning_run_knows_the_listings_of_all_ads(session: Session) -> None:
    run("a")
    stored = session.scalars(select(Posting)).one().listing_hash
    assert actions.begin_run(source="feed", feed_format="jobnet", rank=10).listings == {"a": stored}


def test_a_run_where_nothing_was_modified_is_unchanged() -> None:
    run("a")
    assert run("a", unchanged=True).status == "unchanged"


def test_a_run_without_a_query_proves_nothing() -> None:
    assert actions.finish_run(begin(), RunEnd(queries={}, error="failed: ValueError")) == Receipt(
        source="feed", status="failed", error="failed: ValueError"
    )


def test_ads_close_after_their_last_day(session: Session) -> None:
    dates = {"expires_on": None, "changed_at": NOON - timedelta(days=61)}
    make_posting(session, reference="a", deadline=TODAY, **dates)
    make_posting(session, reference="b", deadline=TODAY - timedelta(days=1), **dates)
    make_posting(session, reference="c", deadline=None, **dates | {"expires_on": TODAY - timedelta(days=1)})
    make_posting(session, reference="d", deadline=None, **dates)
    make_posting(session, reference="e", deadline=None, **dates | {"changed_at": NOON - timedelta(days=60)})
    assert actions.close_expired(TODAY) == 3
    assert states(session) == "ae"
    rows = session.scalars(select(Posting).where(Posting.state == PostingState.CLOSED))
    assert {(row.closed_reason, row.closed_at) for row in rows} == {(ClosedReason.DEADLINE, NOON)}
    assert actions.close_expired(TODAY) == 0
