"""The whole way over real HTTP: from the stand-in Jobnet to the ads on the board."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from importers.run import run_source
from importers.standin.answering import Standin
from importers.standin.faults import Faults
from importers.standin.server import serve
from jobnet_run import (
    EVERY,
    FEW,
    FEW_KLAP,
    KLAP,
    NATIVE,
    board,
    config,
    count,
    details,
    run,
    searches,
)
from portal.jobs.incoming import Receipt
from portal.models.feed import Source
from portal.models.posting import Posting, PostingState
from still_clock import ONE_DAY


@pytest.mark.usefixtures("one_day")
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
    yesterday = ONE_DAY - timedelta(days=1)
    jobnet.ads = [replace(FEW[0], deadline=yesterday, deadline_style="midnight"), *FEW[1:2]]
    receipt = run(jobnet)
    assert (receipt.new, receipt.reasons) == (1, (("left out: deadline has passed", 1),))


def test_the_portal_says_who_it_is_and_sends_what_jobnet_wants(jobnet: Standin) -> None:
    run(jobnet)
    assert {asked.headers["x-csrf"] for asked in jobnet.requests} == {"1"}
    assert {asked.headers["user-agent"] for asked in jobnet.requests} == {"test"}


def test_a_type_of_announcement_tells_the_kind_of_job_where_the_ad_does_not(
    jobnet: Standin, session: Session
) -> None:
    jobnet.ads = [replace(ad, announcement="Fleksjob", body="<p>KLAPjob i en butik.</p>") for ad in FEW[:2]]
    run(jobnet, queries=[{"type": "Fleksjob", "search": "KLAP"}], details=False)
    assert {row.job_type for row in session.scalars(select(Posting))} == {"fleksjob"}
