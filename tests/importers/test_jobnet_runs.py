"""The whole way over real HTTP: from the stand-in Jobnet to the ads on the board."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from importers.config import SourceConfig
from importers.run import run_source
from importers.standin.ads import demo_ads
from importers.standin.answering import Standin
from importers.standin.faults import Faults
from importers.standin.server import serve
from portal import clock
from portal.jobs.incoming import Receipt
from portal.models.feed import FeedRun, Source
from portal.models.posting import Posting, PostingState

TODAY = clock.today()
EVERY = demo_ads(TODAY)
KLAP = [ad for ad in EVERY if ad.klap]
OTHERS = [ad for ad in EVERY if not ad.klap]
NATIVE = [ad for ad in KLAP if not ad.external and not ad.taken_in]
FEW = [
    *NATIVE[:12],
    *[ad for ad in KLAP if ad.external][:1],
    *[ad for ad in KLAP if ad.taken_in][:1],
    *OTHERS[:6],
]
FEW_KLAP = sum(ad.klap for ad in FEW)


@pytest.fixture
def jobnet(session: Session) -> Iterator[Standin]:
    with serve(FEW) as standin:
        yield standin


def config(jobnet: Standin, **options: object) -> SourceConfig:
    return SourceConfig(
        name="jobnet",
        format="jobnet",
        url=jobnet.url,
        hosts=frozenset({"127.0.0.1"}),
        allow_http=True,
        allow_private=True,
        options={"queries": [{"search": ""}]} | options,
    )


def run(jobnet: Standin, **options: object) -> Receipt:
    jobnet.requests.clear()
    return run_source(config(jobnet, **options), user_agent="test", progress=lambda _: None)


def searches(jobnet: Standin) -> list[str]:
    return [asked.path.rpartition("/")[2] for asked in jobnet.requests if "Details" not in asked.path]


def details(jobnet: Standin) -> list[str]:
    return [asked.path.rpartition("/")[2] for asked in jobnet.requests if "Details" in asked.path]


def board(session: Session) -> list[tuple[str, str, str]]:
    session.expire_all()
    rows = session.scalars(select(Posting).order_by(Posting.reference))
    return [(row.reference, row.state.value, row.content_hash) for row in rows]


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Posting)) or 0


def test_the_usual_queries_find_every_klapjob_and_nothing_else(session: Session) -> None:
    with serve(EVERY) as jobnet:
        first = run_source(replace(config(jobnet), options={}), user_agent="t", progress=lambda _: None)
        second = run_source(replace(config(jobnet), options={}), user_agent="t", progress=lambda _: None)
    found = set(session.scalars(select(Posting.reference)))
    assert found == {ad.id for ad in KLAP}
    assert (first.status, first.new, first.refused) == ("complete", len(KLAP), 0)
    assert first.received == len(KLAP) + first.left_out
    assert dict(first.reasons)["left out: no KLAP word"] > 0
    assert (second.status, second.unchanged, second.received) == ("complete", len(KLAP), first.received)
    rows = {row.reference: row for row in session.scalars(select(Posting))}
    known = [ad for ad in KLAP if ad.municipality_code]
    assert [ad.title for ad in known if rows[ad.id].municipality_code != ad.municipality_code] == []
    types = Counter(row.job_type for row in rows.values())
    assert types["skaanejob"] > 10 * types["fleksjob"] > 10 * types["unknown"]


def test_a_run_reads_the_list_and_each_detail_there_is_once(jobnet: Standin, session: Session) -> None:
    receipt = run(jobnet)
    assert receipt == Receipt(
        source="jobnet",
        status="complete",
        received=len(FEW),
        new=FEW_KLAP,
        left_out=len(FEW) - FEW_KLAP,
        reasons=receipt.reasons,
    )
    assert len(searches(jobnet)) == 1
    assert sorted(details(jobnet)) == sorted(ad.id for ad in NATIVE[:12])
    assert jobnet.views == {}
    assert count(session) == FEW_KLAP


def test_a_second_run_asks_for_no_details_and_changes_nothing(jobnet: Standin, session: Session) -> None:
    run(jobnet)
    before = board(session)
    assert run(jobnet).unchanged == FEW_KLAP
    assert details(jobnet) == []
    assert board(session) == before


def test_hours_come_from_the_detail(jobnet: Standin, session: Session) -> None:
    run(jobnet)
    stated = next(ad for ad in NATIVE[:12] if ad.hours_min and ad.hours_max)
    row = session.scalars(select(Posting).where(Posting.reference == stated.id)).one()
    assert (row.hours_min, row.hours_max) == (stated.hours_min, stated.hours_max)


def test_no_contact_person_is_stored(jobnet: Standin, session: Session) -> None:
    named = [ad for ad in NATIVE if ad.contacts][:5]
    jobnet.ads = named
    run(jobnet)
    assert count(session) == 5
    stored = "\n".join(
        f"{row.title}{row.body_html}{json.dumps(row.easy)}" for row in session.scalars(select(Posting))
    )
    assert [name for ad in named for name in ad.contacts if name in stored] == []
    assert "@" not in stored


def test_only_the_changed_ad_is_read_again(jobnet: Standin, session: Session) -> None:
    run(jobnet)
    changed = replace(FEW[0], body=FEW[0].body + "<p>Søg gennem KLAPjob nu.</p>")
    jobnet.ads = [changed, *FEW[1:]]
    receipt = run(jobnet)
    assert (receipt.changed, receipt.unchanged, details(jobnet)) == (1, FEW_KLAP - 1, [changed.id])
    row = session.scalars(select(Posting).where(Posting.reference == changed.id)).one()
    assert "Søg gennem KLAPjob nu." in row.body_html


def test_an_ad_closes_after_two_complete_runs_and_comes_back_as_the_same(
    jobnet: Standin, session: Session
) -> None:
    run(jobnet)
    row = session.scalars(select(Posting).where(Posting.reference == FEW[0].id)).one()
    posting_id = row.id
    jobnet.ads = FEW[1:]
    assert run(jobnet).missing == 1
    assert run(jobnet).closed == 1
    jobnet.ads = FEW
    assert run(jobnet).unchanged == FEW_KLAP
    session.expire_all()
    assert session.get_one(Posting, posting_id).state is PostingState.OPEN


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


def test_not_modified_means_unchanged_and_never_empty(jobnet: Standin, session: Session) -> None:
    jobnet.faults = Faults(etags=True)
    first = run(jobnet, per_page=10)
    before = board(session)
    assert session.get_one(Source, "jobnet").memory["pages"] != {}
    for _ in range(3):
        receipt = run(jobnet, per_page=10)
        assert (receipt.status, receipt.received, receipt.unchanged, receipt.left_out) == (
            "unchanged",
            first.received,
            FEW_KLAP,
            first.left_out,
        )
        assert (len(searches(jobnet)), details(jobnet)) == (2, [])
        assert "if-none-match" in jobnet.requests[1].headers
    assert board(session) == before


def test_another_rule_reads_everything_anew_although_nothing_was_modified(jobnet: Standin) -> None:
    jobnet.faults = Faults(etags=True)
    run(jobnet)
    everything = replace(config(jobnet), keep=replace(config(jobnet).keep, keep="all"))
    receipt = run_source(everything, user_agent="test", progress=lambda _: None)
    assert (receipt.status, receipt.new) == ("complete", len(FEW) - FEW_KLAP)


def test_an_ad_past_its_deadline_is_left_out(jobnet: Standin) -> None:
    yesterday = TODAY - timedelta(days=1)
    jobnet.ads = [replace(FEW[0], deadline=yesterday, deadline_style="midnight"), *FEW[1:2]]
    receipt = run(jobnet)
    assert (receipt.new, receipt.reasons) == (1, (("left out: deadline has passed", 1),))


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
    assert "A run of jobnet failed." in caplog.text
    assert run(jobnet).status == "complete"
    assert [row.status.value for row in session.scalars(select(FeedRun).order_by(FeedRun.started_at))] == [
        "failed",
        "complete",
    ]


def test_the_portal_says_who_it_is_and_sends_what_jobnet_wants(jobnet: Standin) -> None:
    run(jobnet)
    assert {asked.headers["x-csrf"] for asked in jobnet.requests} == {"1"}
    assert {asked.headers["user-agent"] for asked in jobnet.requests} == {"test"}
