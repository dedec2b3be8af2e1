"""What a run does where Jobnet is slow, damaged, half there or gone: nothing is lost from the board."""

import time
from dataclasses import replace
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from importers.run import run_source
from importers.standin.answering import Standin
from importers.standin.faults import Faults
from jobnet_run import FEW, FEW_KLAP, NATIVE, board, config, count, details, run, searches
from portal.models.feed import FeedRun
from portal.models.posting import Posting, PostingState


def test_a_failing_detail_is_made_up_for_by_the_listing_and_read_next_time(
    jobnet: Standin, session: Session
) -> None:
    jobnet.faults = Faults(status={f"detail:{FEW[0].id}": 501})
    receipt = run(jobnet)
    assert (receipt.status, receipt.new) == ("complete", FEW_KLAP)
    assert receipt.notes == ("1 details could not be read; the next run asks again",)
    jobnet.faults = Faults()
    assert (run(jobnet).status, details(jobnet)) == ("complete", [FEW[0].id])
    assert (run(jobnet).status, details(jobnet)) == ("complete", [])
    assert count(session) == FEW_KLAP


@pytest.mark.parametrize("damage", ["truncated", "empty", "html", "not json"])
def test_a_damaged_answer_closes_nothing(jobnet: Standin, session: Session, damage: str) -> None:
    run(jobnet)
    before = board(session)
    jobnet.faults = Faults(damage={"search": damage})
    assert [run(jobnet).status for _ in range(2)] == ["failed"] * 2
    assert board(session) == before


@pytest.mark.parametrize(
    "faults",
    [
        Faults(damage={"search:2": "html"}),
        Faults(status={"search:2": 501}),
        Faults(total_shift={1: 30, 2: 30, 3: 30}),
        Faults(repeats_from=2),
    ],
)
def test_a_list_that_lost_a_part_closes_nothing_but_new_ads_come_in(
    jobnet: Standin, session: Session, faults: Faults
) -> None:
    run(jobnet, per_page=10)
    jobnet.ads, jobnet.faults = [NATIVE[20], *FEW[3:]], faults
    assert [run(jobnet, per_page=10).status for _ in range(2)] == ["incomplete"] * 2
    rows = session.execute(select(Posting.state, func.count()).group_by(Posting.state)).all()
    assert rows == [(PostingState.OPEN, FEW_KLAP + 1)]


def test_a_total_that_moves_while_paging_is_no_loss(jobnet: Standin) -> None:
    jobnet.faults = Faults(total_shift={2: -1})
    assert run(jobnet, per_page=10).status == "complete"
    jobnet.faults = Faults(total_shift={1: -1})
    assert run(jobnet, per_page=10).status == "complete"


def test_an_empty_feed_closes_nothing_and_waits_for_a_person(jobnet: Standin, session: Session) -> None:
    run(jobnet)
    jobnet.ads = []
    receipts = [run(jobnet) for _ in range(3)]
    assert [(each.status, each.closed, each.held) for each in receipts] == [
        ("complete", 0, 0),
        ("complete", 0, FEW_KLAP),
        ("complete", 0, FEW_KLAP),
    ]
    assert {state for _, state, _ in board(session)} == {"open"}


def test_a_server_that_recovers_within_a_run_gives_a_complete_one(jobnet: Standin) -> None:
    jobnet.faults = Faults(status={"search": 503, "detail": 429}, heals_after=1, retry_after=0)
    jobnet.ads = FEW[:2]
    assert (run(jobnet).status, len(searches(jobnet)), len(details(jobnet))) == ("complete", 2, 4)


def test_a_run_that_has_used_up_its_time_is_incomplete_and_the_next_goes_on(
    jobnet: Standin, session: Session
) -> None:
    receipt = run_source(config(jobnet), user_agent="t", progress=lambda _: None, budget=0)
    assert (receipt.status, receipt.notes) == (
        "failed",
        ("feed: not asked, because the run has used up its time",),
    )
    assert run(jobnet).status == "complete"
    assert count(session) == FEW_KLAP


def test_a_run_that_breaks_says_so_and_makes_room_for_the_next(
    jobnet: Standin, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(config(jobnet), options={"queries": "broken"})
    receipt = run_source(broken, user_agent="test", progress=lambda _: None)
    assert (receipt.status, receipt.error) == ("failed", "failed: ValueError")
    assert [
        (record.message, record.source) for record in caplog.records if record.name == "importers.run"
    ] == [("A run failed.", "jobnet")]
    assert run(jobnet).status == "complete"
    assert [row.status.value for row in session.scalars(select(FeedRun).order_by(FeedRun.started_at))] == [
        "failed",
        "complete",
    ]


def test_a_server_that_gives_fewer_ads_at_once_is_read_to_the_end(jobnet: Standin, session: Session) -> None:
    jobnet.max_per_page = 6
    receipt = run(jobnet, per_page=50)
    assert (receipt.status, receipt.received, len(searches(jobnet))) == ("complete", len(FEW), 4)


def test_details_that_are_slow_end_with_the_runs_time_and_the_next_run_goes_on(
    jobnet: Standin, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A clock on which each detail takes a second.
    clock = SimpleNamespace(monotonic=lambda: len(details(jobnet)), sleep=time.sleep)
    monkeypatch.setattr("importers.run.time", clock)
    slow = run_source(config(jobnet), user_agent="t", progress=lambda _: None, budget=6.5)
    assert (slow.status, slow.new) == ("complete", FEW_KLAP)
    assert len(details(jobnet)) == 7
    assert slow.notes == ("5 details could not be read; the next run asks again",)
    run(jobnet)
    assert len(details(jobnet)) == 5
    assert (run(jobnet).unchanged, details(jobnet)) == (FEW_KLAP, [])


def test_a_server_that_answers_410_is_left_alone_until_a_person_says_otherwise(
    jobnet: Standin, session: Session
) -> None:
    run(jobnet)
    jobnet.faults = Faults(status={"search": 410})
    assert run(jobnet).status == "failed"
    assert run(jobnet).error == "jobnet has ended: its server answered 410."
    assert jobnet.requests == []
    assert count(session) == FEW_KLAP
