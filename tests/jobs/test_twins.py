"""One job in the feeds of several sources is shown once, as long as any of them has it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from factories import make_staff
from feed_entries import batch, end, entry
from portal import postings, sources, twins
from portal.db import db
from portal.jobs import actions
from portal.jobs.incoming import Entry
from portal.models.feed import Source
from portal.models.posting import ClosedReason, Posting, PostingState

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
TODAY = date(2026, 11, 22)
PAGE = "https://testmarked.example/job?id=17"


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def run(source: str, *entries: Entry, rank: int = 100) -> None:
    run_id = actions.begin_run(source=source, feed_format="jobnet", rank=rank).run_id
    actions.receive(run_id, batch(*entries))
    actions.finish_run(run_id, end(*(each.reference for each in entries)))


def ad(reference: str = "1", **changes: object) -> Entry:
    return entry(reference, **({"url": PAGE} | changes))


def board(session: Session) -> dict[str, str]:
    """What each ad is: ``open``, ``closed``, or ``= x/1`` for the ad that it is linked to."""
    rows = {row.id: row for row in session.scalars(select(Posting))}
    names = {row.id: f"{row.source}/{row.reference}" for row in rows.values()}
    said = {}
    for row in rows.values():
        original = f" = {names[row.duplicate_of_id]}" if row.duplicate_of_id else ""
        said[names[row.id]] = f"{row.state.value}{original}"
    return said


def the_ad(session: Session, name: str) -> Posting:
    source, _, reference = name.partition("/")
    query = select(Posting).where(Posting.source == source, Posting.reference == reference)
    return session.scalars(query).one()


def test_the_ad_of_the_lower_rank_is_shown_whichever_came_first(session: Session) -> None:
    run("x", ad())
    run("y", ad(), rank=10)
    assert board(session) == {"x/1": "duplicate = y/1", "y/1": "open"}
    run("z", ad())
    assert board(session)["z/1"] == "duplicate = y/1"


def test_without_a_common_address_employer_title_place_and_deadline_tell(session: Session) -> None:
    run("x", ad(url="https://x.example/1", deadline=TODAY))
    run(
        "y",
        ad(
            url="https://y.example/1", deadline=TODAY, title="TESTMARKED SLAGELSE: Pakkemedarbejder i bageren"
        ),
    )
    run("z", ad(url="https://z.example/1", deadline=TODAY, cvr=""))
    assert board(session) == {"x/1": "open", "y/1": "duplicate = x/1", "z/1": "open"}


def test_two_shops_with_the_same_title_stay_two_jobs(session: Session) -> None:
    aarhus = {"postal_code": "8000", "town": "Aarhus C", "municipality": "Aarhus"}
    title = "Pakkemedarbejder i bageren"
    run("x", ad(title=title, deadline=TODAY))
    run("y", ad(title=title, deadline=TODAY, **aarhus))
    assert board(session) == {"x/1": "open", "y/1": "open"}


def test_a_source_that_gives_all_its_ads_one_address_links_none(session: Session) -> None:
    run("x", ad("1"), ad("2"))
    run("y", ad("1"))
    assert set(board(session).values()) == {"open"}


def test_when_the_shown_ad_closes_the_next_is_shown_and_its_page_leads_there(
    session: Session, client: FlaskClient
) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    run("x")
    run("x")
    assert board(session) == {"x/1": "closed = y/1", "y/1": "open"}
    run("x", ad(), rank=1)
    assert board(session) == {"x/1": "open", "y/1": "duplicate = x/1"}


def test_a_duplicate_that_closes_leaves_the_shown_ad_alone(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    run("y")
    run("y")
    assert board(session) == {"x/1": "open", "y/1": "closed = x/1"}


def test_an_ad_that_changes_into_another_job_is_shown_by_itself(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    run("y", ad(url="https://testmarked.example/job?id=18"))
    assert board(session) == {"x/1": "open", "y/1": "open"}
    run("x", ad(url="https://testmarked.example/job?id=18"), rank=1)
    assert board(session)["y/1"] == "duplicate = x/1"


def test_the_shown_ad_that_changes_into_another_job_makes_room(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    run("x", ad(url="https://testmarked.example/job?id=18"), rank=1)
    assert board(session) == {"x/1": "open", "y/1": "open"}


def test_another_rank_shows_another_ad(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad(), rank=2)
    run("y", ad(), rank=0)
    assert board(session) == {"x/1": "duplicate = y/1", "y/1": "open"}


def test_the_calendar_shows_the_ad_that_is_open_longest(session: Session) -> None:
    run("x", ad(deadline=TODAY), rank=1)
    run("y", ad(deadline=TODAY + timedelta(days=9)))
    actions.close_expired(TODAY + timedelta(days=1))
    assert board(session) == {"x/1": "closed = y/1", "y/1": "open"}


def test_a_job_that_a_person_closed_is_not_shown_from_another_source(session: Session) -> None:
    sanne = make_staff(session)
    run("x", ad(), rank=1)
    run("y", ad())
    postings.close(session, [the_ad(session, "x/1")], ClosedReason.FILLED, by=sanne)
    session.commit()
    assert board(session) == {"x/1": "closed", "y/1": "duplicate = x/1"}
    run("z", ad())
    assert board(session)["z/1"] == "duplicate = x/1"


def test_an_ad_that_a_person_closed_long_ago_hides_nothing(
    session: Session, clock: time_machine.Traveller
) -> None:
    run("x", ad(), rank=1)
    postings.close(session, [the_ad(session, "x/1")], ClosedReason.FILLED)
    session.commit()
    clock.shift(timedelta(days=61))
    run("y", ad())
    assert board(session) == {"x/1": "closed", "y/1": "open"}


def test_a_source_turned_off_makes_room_for_the_others(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    sources.switch_off(session, session.get_one(Source, "x"), by=make_staff(session))
    session.commit()
    assert board(session) == {"x/1": "closed = y/1", "y/1": "open"}


def test_linked_ads_keep_what_they_are_when_nothing_changes(session: Session) -> None:
    run("x", ad(), rank=1)
    run("y", ad())
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        written.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    run("y", ad())
    event.remove(db.engine, "before_cursor_execute", note)
    assert [statement for statement in written if statement.startswith("UPDATE posting")] == []


def test_states_of_linked_ads_are_counted_once(session: Session) -> None:
    run("x", ad())
    run("y", ad())
    assert len(list(session.scalars(postings.open_postings()))) == 1
    assert the_ad(session, "y/1").state is PostingState.DUPLICATE


def test_an_address_that_very_many_ads_had_names_no_job_any_more(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twins, "TOO_MANY", 2)
    run("x", ad("1", url="https://testmarked.example/job?id=1"))
    run("y", ad("1", url="https://testmarked.example/job?id=1"))
    assert board(session)["y/1"] == "duplicate = x/1"
    run("z", ad("1", url="https://testmarked.example/job?id=1"))
    assert board(session)["z/1"] == "open"
