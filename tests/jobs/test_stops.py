"""What a source says has ended closes at once; where its pages are no snapshot, absence closes nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from feed_entries import batch, end, entry
from portal.jobs import actions
from portal.jobs.incoming import Batch, QueryProof, Receipt, RunEnd
from portal.models.feed import RefusedEntry, Source
from portal.models.posting import ClosedReason, Posting, PostingState

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
LETTERS = "abcdefghij"


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def begin() -> str:
    return actions.begin_run(source="feed", feed_format="event_feed", rank=10).run_id


def run(letters: str, *, stopped: str = "", snapshot: bool = True, complete: bool = True) -> Receipt:
    run_id = begin()
    actions.receive(run_id, batch(*map(entry, letters)))
    actions.receive(run_id, Batch(stopped=tuple(stopped)))
    proof = QueryProof(seen=len(letters), answered=complete, snapshot=snapshot)
    return actions.finish_run(run_id, end(*letters, queries={"all": proof}))


def open_ads(session: Session) -> str:
    query = select(Posting.reference).where(Posting.state == PostingState.OPEN)
    return "".join(sorted(session.scalars(query)))


def test_what_has_ended_closes_at_once_even_in_a_run_that_is_not_complete(session: Session) -> None:
    run("ab")
    receipt = run("a", stopped="b", complete=False)
    assert (receipt.status, receipt.closed, open_ads(session)) == ("incomplete", 1, "a")
    assert receipt.reasons == (("closed: the source says that they have ended", 1),)
    row = session.scalars(select(Posting).where(Posting.reference == "b")).one()
    assert (row.closed_reason, row.closed_at) == (ClosedReason.GONE, NOON)


def test_the_shield_does_not_hold_what_the_source_itself_has_ended(session: Session) -> None:
    run(LETTERS)
    assert (run("", stopped=LETTERS).closed, open_ads(session)) == (10, "")


def test_a_word_about_an_unknown_or_closed_ad_changes_nothing(session: Session) -> None:
    run("a", stopped="x")
    run("", stopped="a")
    assert (run("", stopped="ax").closed, open_ads(session)) == (0, "")


@pytest.mark.parametrize("reason", [ClosedReason.FILLED, ClosedReason.TAKEN_DOWN])
def test_what_a_person_closed_keeps_its_reason(session: Session, reason: ClosedReason) -> None:
    run("a")
    row = session.scalars(select(Posting)).one()
    row.state, row.closed_reason = PostingState.CLOSED, reason
    session.commit()
    run("", stopped="a")
    run("a")
    assert (row.state, row.closed_reason) == (PostingState.CLOSED, reason)


def test_an_ad_that_had_ended_opens_again_as_the_same(session: Session) -> None:
    run("a")
    first = session.scalars(select(Posting.id)).one()
    run("", stopped="a")
    run("a")
    assert (open_ads(session), session.scalars(select(Posting.id)).one()) == ("a", first)


def test_a_refused_entry_that_has_ended_is_forgotten(session: Session) -> None:
    run_id = begin()
    actions.receive(run_id, batch(entry(title="")))
    actions.receive(run_id, Batch(stopped=("a",)))
    assert session.scalars(select(RefusedEntry)).all() == []


def test_absence_from_a_feed_of_events_closes_nothing(session: Session) -> None:
    run("ab", snapshot=False)
    receipts = [run("a", snapshot=False) for _ in range(3)]
    assert [(each.status, each.closed, each.missing) for each in receipts] == [("complete", 0, 0)] * 3
    assert open_ads(session) == "ab"


def test_refused_entries_stay_until_a_feed_of_events_says_more(
    session: Session, clock: time_machine.Traveller
) -> None:
    run_id = begin()
    actions.receive(run_id, batch(entry(title="")))
    actions.finish_run(run_id, end("a"))
    clock.shift(3600)
    run("", snapshot=False)
    assert len(session.scalars(select(RefusedEntry)).all()) == 1


def test_a_feed_whose_server_says_it_has_ended_waits_for_a_person(session: Session) -> None:
    run("a")
    run_id = begin()
    gone = RunEnd(queries={"all": QueryProof(answered=False)}, gone=True)
    assert actions.finish_run(run_id, gone).status == "failed"
    assert (session.get_one(Source, "feed").gone_at, open_ads(session)) == (NOON, "a")
    with pytest.raises(actions.SourcePausedError, match="feed has ended: its server answered 410"):
        begin()
