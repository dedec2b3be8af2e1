"""The page of one source: its runs as a chart and a table, and what an administrator may do to it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting
from portal import alarms, clock
from portal.feeds import chart
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.job import Job, JobKind, JobState
from portal.models.posting import ClosedReason, Posting, PostingState
from reading import long_sentences, page_lix
from source_pages import JOBNET, OVERVIEW, audited, buttons, press, ran, refused, words_of
from strict_client import StrictClient, parse

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def stopped_clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def held(session: Session, number: int = 5) -> list[Posting]:
    """Ads that would have closed, if they were not so many."""
    return [
        make_posting(session, title=f"Testmarked {letter}", town="Ribe", missed_runs=2)
        for letter in "ABCDEFGH"[:number]
    ]


def the_source(session: Session) -> Source:
    session.expire_all()
    return session.get_one(Source, "jobnet")


def test_the_page_tells_the_numbers_of_each_run(reader: StrictClient, session: Session) -> None:
    ran(session, ago=2 * HOUR, new=7, received=10, left_out=3)
    ran(session, RunStatus.INCOMPLETE, ago=HOUR, received=4, left_out=0, refused=1, error="no answer")
    page = reader.get(JOBNET).text
    cells = [
        ["".join(cell.itertext()) for cell in row] for row in parse(page).findall(".//main//table/tbody/tr")
    ]
    assert cells == [
        ["søndag 22. november kl. 11.00", "Ikke hele listen", "4", "0", "0", "0", "1", "0"],
        ["søndag 22. november kl. 10.00", "Hele listen", "10", "7", "0", "0", "0", "3"],
    ]
    assert "Teknisk besked fra sidste gang: no answer" in words_of(page)


def test_a_run_that_failed_tells_why(reader: StrictClient, session: Session) -> None:
    ran(session, RunStatus.FAILED, details={"notes": ["feed: the server answered 404"]})
    assert "Teknisk besked fra sidste gang: feed: the server answered 404" in words_of(
        reader.get(JOBNET).text
    )


def test_the_chart_has_a_bar_for_each_of_the_last_30_runs(reader: StrictClient, session: Session) -> None:
    for hours in range(33):
        status = RunStatus.FAILED if hours == 0 else RunStatus.COMPLETE
        ran(session, status, ago=hours * HOUR, received=hours, left_out=0)
    svg = parse(reader.get(JOBNET).text).find(".//main//{*}svg[@viewBox='0 0 600 120']")
    assert svg is not None
    bars = svg.findall("{*}rect")
    assert len(bars) == 30
    assert [bar.get("fill-opacity") for bar in bars][-2:] == ["0.75", "0.1"]
    assert svg.get("aria-hidden") == "true"


def test_bars_grow_with_the_ads_and_stay_inside_the_chart() -> None:
    runs = [FeedRun(status=RunStatus.COMPLETE, received=n, left_out=0) for n in (50, 0, 100)]
    drawn = chart.draw(runs)
    assert drawn.highest == 100
    assert [bar.height for bar in drawn.bars] == [118, 3, 60]
    assert [bar.x for bar in drawn.bars] == [542, 562, 582]
    assert all(bar.y >= 0 and bar.y + bar.height < drawn.height for bar in drawn.bars)


def test_a_source_that_never_was_is_not_found(reader: StrictClient) -> None:
    assert reader.get("/personale/kilder/kilde/never").status_code == 404


def test_a_source_can_be_fetched_now(admin: StrictClient, session: Session) -> None:
    ran(session)
    assert "Vi henter om et øjeblik." in press(admin, JOBNET, "Hent nu")
    job = session.scalars(select(Job)).one()
    assert (job.kind, job.source, job.state) == (JobKind.RUN, "jobnet", JobState.WAITING)
    assert "Det går i gang om et øjeblik." in words_of(admin.get(JOBNET).text)
    assert audited(session) == [("run", "source", "jobnet")]


def test_asking_twice_runs_once(admin: StrictClient, session: Session) -> None:
    press(admin, JOBNET, "Hent nu")
    press(admin, JOBNET, "Hent nu")
    assert len(session.scalars(select(Job)).all()) == 1


def test_the_page_shows_how_far_a_run_is(reader: StrictClient, session: Session) -> None:
    job = Job(kind=JobKind.RUN, source="jobnet", state=JobState.RUNNING, created_at=clock.now())
    job.progress_done, job.progress_of = 120, 300
    run = ran(session, RunStatus.RUNNING, new=12, changed=3)
    run.ended_at = None
    session.add(job)
    session.commit()
    words = words_of(reader.get(JOBNET).text)
    assert "Vi er i gang: 120 af 300." in words
    assert "Indtil nu: 12 nye, 3 ændrede og 0 som før." in words


def test_a_pause_and_its_end(admin: StrictClient, session: Session) -> None:
    ran(session)
    press(admin, JOBNET, "Hold pause")
    assert the_source(session).paused
    assert "Hent nu" not in buttons(admin.get(JOBNET).text)
    press(admin, JOBNET, "Start igen")
    assert not the_source(session).paused
    assert audited(session) == [("pause", "source", "jobnet"), ("resume", "source", "jobnet")]


def test_switching_off_closes_the_ads_and_switching_on_fetches_again(
    admin: StrictClient, session: Session
) -> None:
    ran(session)
    posting = make_posting(session)
    assert "Kilden er slukket. 1 job er lukket." in press(admin, JOBNET, "Sluk, og luk jobbene")
    session.refresh(posting)
    assert (posting.state, posting.closed_reason) == (PostingState.CLOSED, ClosedReason.GONE)
    assert "Hent nu" not in buttons(admin.get(JOBNET).text)
    press(admin, JOBNET, "Tænd kilden")
    assert not the_source(session).off
    assert audited(session) == [("switch off", "source", "jobnet"), ("switch on", "source", "jobnet")]


def test_a_feed_that_its_server_ended_can_be_started_again(admin: StrictClient, session: Session) -> None:
    ran(session)
    the_source(session).gone_at = NOON
    session.commit()
    assert "Partneren har lukket listen for altid." in words_of(admin.get(JOBNET).text)
    press(admin, JOBNET, "Start igen")
    assert the_source(session).gone_at is None
    assert "Partneren har lukket listen for altid." not in words_of(admin.get(JOBNET).text)


def test_held_ads_are_listed_and_closed_when_a_person_says_so(admin: StrictClient, session: Session) -> None:
    ran(session)
    postings = held(session)
    words = words_of(admin.get(JOBNET).text)
    assert "5 job venter på dig" in words
    assert "Testmarked A, Ribe" in words
    assert "5 job er lukket." in press(admin, JOBNET, "Luk jobbene")
    session.expire_all()
    assert {posting.state for posting in postings} == {PostingState.CLOSED}
    assert audited(session) == [("close held", "source", "jobnet")]


def test_held_ads_stay_when_a_person_says_so(admin: StrictClient, session: Session) -> None:
    ran(session)
    postings = held(session)
    assert "5 job bliver på tavlen." in press(admin, JOBNET, "Behold dem på tavlen")
    session.expire_all()
    assert {(posting.state, posting.missed_runs) for posting in postings} == {(PostingState.OPEN, 0)}
    assert audited(session) == [("keep held", "source", "jobnet")]


def test_an_ad_that_was_not_shown_is_not_closed(admin: StrictClient, session: Session) -> None:
    ran(session)
    shown, later = held(session, 2)
    page = admin.get(JOBNET)
    token = admin.form(page)["csrf_token"]
    admin.post(f"{JOBNET}/luk", data={"csrf_token": token, "ids": [shown.id]})
    session.expire_all()
    assert (shown.state, later.state) == (PostingState.CLOSED, PostingState.OPEN)


def test_a_reader_sees_what_is_held_but_no_button(reader: StrictClient, session: Session) -> None:
    ran(session)
    held(session)
    page = reader.get(JOBNET).text
    assert "5 job venter på dig" in words_of(page)
    assert buttons(page) == []


def test_trouble_stands_as_a_banner_on_the_other_pages_of_those_who_may_see_sources(
    reader: StrictClient, session: Session
) -> None:
    make_posting(session, missed_runs=2)
    alarms.check(session, ["jobnet"])
    session.commit()
    banner = "Noget er galt med de job, vi henter."
    assert banner in words_of(reader.get("/personale/mit-log-ind").text)
    assert banner not in words_of(reader.get(OVERVIEW).text)


def test_the_pages_are_easy_to_read(admin: StrictClient, session: Session) -> None:
    for hours in range(1, 5):
        ran(session, ago=hours * HOUR)
    held(session)
    refused(session)
    for path in (OVERVIEW, JOBNET, f"{JOBNET}/afvist"):
        page = admin.get(path).text
        assert page_lix(page).score <= 35, path
        assert long_sentences(page, most_words=20) == []
