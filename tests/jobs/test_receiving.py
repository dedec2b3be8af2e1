"""What a run hands over is stored: new, changed and unchanged ads, and entries in quarantine (P26)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from feed_entries import batch, end, entry, sighting
from portal.db import db
from portal.jobs import actions
from portal.jobs.incoming import Batch, Reason, Refusal, Sighting
from portal.models.feed import FeedRun, RefusedEntry
from portal.models.posting import ClosedReason, Posting, PostingState, PostingToken

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def run(clock: time_machine.Traveller, session: Session) -> str:
    return begin()


def begin() -> str:
    return actions.begin_run(source="feed", feed_format="jobnet", rank=10).run_id


def the_ad(session: Session, reference: str = "a") -> Posting:
    return session.scalars(select(Posting).where(Posting.reference == reference)).one()


def counts(session: Session, run_id: str) -> dict[str, int]:
    row = session.get_one(FeedRun, run_id)
    return {name: getattr(row, name) for name in ("new", "changed", "unchanged", "refused", "left_out")}


def only(**changes: int) -> dict[str, int]:
    return {"new": 0, "changed": 0, "unchanged": 0, "refused": 0, "left_out": 0} | changes


def test_a_new_entry_becomes_an_open_ad(run: str, session: Session) -> None:
    assert actions.receive(run, batch(entry(deadline=date(2026, 12, 24)))) == frozenset()
    ad = the_ad(session)
    assert (ad.state, ad.easy_title, ad.slug, ad.area) == (
        PostingState.OPEN,
        "Pakke brød i bageren",
        "pakke-broed-i-bageren",
        "sjaelland",
    )
    assert (ad.first_seen_at, ad.changed_at, ad.published_on) == (NOON, NOON, date(2026, 11, 1))
    assert counts(session, run) == only(new=1)


def test_an_ad_is_found_by_its_words(run: str, session: Session) -> None:
    actions.receive(run, batch(entry()))
    words = dict(session.execute(select(PostingToken.token, PostingToken.weight)).all())
    assert (words["bageren"], words["testmarked"], words["skraldespande"]) == (4, 4, 1)


def test_an_entry_without_a_date_was_published_when_it_was_first_seen(run: str, session: Session) -> None:
    actions.receive(run, batch(entry(published_on=None), entry("b", published_on=date(2027, 1, 1))))
    assert [the_ad(session, reference).published_on for reference in "ab"] == [TODAY, TODAY]


def test_a_changed_entry_changes_the_same_ad_and_its_words(
    run: str, session: Session, clock: time_machine.Traveller
) -> None:
    actions.receive(run, batch(entry()))
    first = the_ad(session).id
    clock.shift(timedelta(minutes=1))
    actions.receive(run, batch(entry(title="Testmarked Slagelse - medarbejder på lageret")))
    ad = the_ad(session)
    assert (ad.id, ad.first_seen_at, ad.changed_at) == (first, NOON, NOON + timedelta(minutes=1))
    assert ad.title == "Testmarked Slagelse - medarbejder på lageret"
    words = set(session.scalars(select(PostingToken.token)))
    assert "lageret" in words
    assert "bageren" not in words
    assert counts(session, run) == only(new=1, changed=1)


def test_a_feeds_moving_date_is_no_change(run: str, session: Session) -> None:
    actions.receive(run, batch(entry()))
    actions.receive(run, batch(entry(published_on=date(2026, 11, 20))))
    assert the_ad(session).published_on == date(2026, 11, 1)
    assert counts(session, run) == only(new=1, unchanged=1)


def test_taking_in_the_same_again_writes_no_ad(run: str, session: Session) -> None:
    actions.receive(run, batch(entry(), entry("b")))
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("SELECT", "BEGIN", "PRAGMA")):
            written.append(statement.split(" WHERE", maxsplit=1)[0].split(" SET", maxsplit=1)[0])

    event.listen(db.engine, "before_cursor_execute", note)
    actions.receive(run, batch(entry(), unchanged=("b",)))
    event.remove(db.engine, "before_cursor_execute", note)
    assert counts(session, run) == only(new=2, unchanged=2)
    assert sorted(set(written)) == ["UPDATE feed_run", "UPDATE source"]


def test_an_entry_that_is_over_is_left_out_and_looked_at_again(run: str, session: Session) -> None:
    late = entry(deadline=TODAY - timedelta(days=1))
    assert actions.receive(run, batch(late)) == frozenset("a")
    assert session.scalars(select(Posting)).all() == []
    assert counts(session, run) == only(left_out=1)
    assert session.get_one(FeedRun, run).details["left_out"] == {"deadline has passed": 1}


def test_an_entry_without_its_details_is_stored_and_looked_at_again(run: str, session: Session) -> None:
    assert actions.receive(run, Batch(sightings=(Sighting(entry=entry(), listing_hash=""),))) == frozenset(
        "a"
    )
    assert the_ad(session).listing_hash == ""
    actions.receive(run, Batch(sightings=(sighting(entry()),)))
    assert the_ad(session).listing_hash == sighting(entry()).listing_hash
    assert counts(session, run) == only(new=1, unchanged=1)


def test_a_job_type_once_known_is_not_forgotten(run: str, session: Session) -> None:
    vague = {"body_html": "<p>Kom og arbejd.</p>"}
    actions.receive(run, batch(entry(**vague, hints=("Fleksjob",))))
    actions.receive(run, batch(entry(**vague, title="Testmarked Slagelse - medarbejder på lager")))
    assert the_ad(session).job_type == "fleksjob"


def test_a_refused_entry_waits_in_quarantine_with_what_was_received(run: str, session: Session) -> None:
    long = entry(body_html="<p>langt</p>" * 10_000)
    assert actions.receive(run, batch(long)) == frozenset("a")
    row = session.scalars(select(RefusedEntry)).one()
    assert (row.source, row.reference, row.reason) == ("feed", "a", "too long")
    assert row.payload == f"{long.title}\n{long.body_html}"[:20_000]
    assert b"langt" not in row.payload_sealed
    assert counts(session, run) == only(refused=1)
    assert session.get_one(FeedRun, run).details["refused"] == {"too long": 1}


def test_what_looks_like_a_cpr_number_is_not_kept_in_the_quarantine(run: str, session: Session) -> None:
    by_reader = Refusal(reference="b", reason=Reason.NO_TITLE, payload='{"text": "010190-1234"}')
    actions.receive(run, batch(entry(body_html="<p>010190-1234</p>"), refusals=(by_reader,)))
    rows = session.scalars(select(RefusedEntry).order_by(RefusedEntry.reference)).all()
    assert [(row.reason, row.payload) for row in rows] == [("looks like a CPR number", ""), ("no title", "")]


def test_a_refused_update_leaves_the_good_old_version(run: str, session: Session) -> None:
    actions.receive(run, batch(entry()))
    actions.receive(run, batch(entry(title="")))
    ad = the_ad(session)
    assert (ad.state, ad.title) == (PostingState.OPEN, "Testmarked Slagelse - pakkemedarbejder i bageren")


def test_an_entry_refused_again_keeps_its_first_day(
    run: str, session: Session, clock: time_machine.Traveller
) -> None:
    actions.receive(run, batch(entry(title="")))
    clock.shift(timedelta(hours=1))
    actions.receive(run, batch(entry(body_html="010190-1234")))
    row = session.scalars(select(RefusedEntry)).one()
    assert (row.reason, row.first_seen_at, row.last_seen_at) == (
        "looks like a CPR number",
        NOON,
        NOON + timedelta(hours=1),
    )


def test_a_refused_entry_is_forgotten_when_it_heals(run: str, session: Session) -> None:
    actions.receive(run, batch(entry(title=""), entry("b")))
    actions.receive(run, batch(entry("b", title="")))
    assert len(session.scalars(select(RefusedEntry)).all()) == 2
    actions.receive(run, batch(entry(), unchanged=("b",)))
    assert session.scalars(select(RefusedEntry)).all() == []


def test_entries_without_reference_wait_side_by_side(run: str, session: Session) -> None:
    refusals = tuple(
        Refusal(reference="", reason=Reason.NO_REFERENCE, payload=text) for text in ("x", "y", "x")
    )
    actions.receive(run, Batch(refusals=refusals))
    assert sorted(row.payload for row in session.scalars(select(RefusedEntry))) == ["x", "y"]


@pytest.mark.parametrize("changed", [False, True])
def test_a_closed_ad_that_comes_back_is_the_same_ad(run: str, session: Session, *, changed: bool) -> None:
    actions.receive(run, batch(entry()))
    close(session, ClosedReason.GONE)
    first = the_ad(session).id
    if changed:
        actions.receive(run, batch(entry(employer="Ny Testmarked")))
    else:
        actions.receive(run, batch(unchanged=("a",)))
    ad = the_ad(session)
    assert (ad.id, ad.state, ad.closed_reason, ad.closed_at) == (first, PostingState.OPEN, None, None)
    assert session.get_one(FeedRun, run).details["reopened"] == 1


@pytest.mark.parametrize("reason", [ClosedReason.FILLED, ClosedReason.TAKEN_DOWN])
def test_what_staff_closed_survives_imports(run: str, session: Session, reason: ClosedReason) -> None:
    actions.receive(run, batch(entry()))
    close(session, reason)
    actions.receive(run, batch(unchanged=("a",)))
    actions.receive(run, batch(entry(employer="Ny Testmarked")))
    ad = the_ad(session)
    assert (ad.state, ad.closed_reason, ad.employer) == (PostingState.CLOSED, reason, "Ny Testmarked")


def close(session: Session, reason: ClosedReason) -> None:
    ad = the_ad(session)
    ad.state, ad.closed_reason, ad.closed_at = PostingState.CLOSED, reason, NOON
    session.commit()


def test_an_ad_past_its_deadline_opens_again_with_a_new_one(run: str, session: Session) -> None:
    actions.receive(run, batch(entry(deadline=TODAY)))
    actions.close_expired(TODAY + timedelta(days=1))
    assert the_ad(session).closed_reason is ClosedReason.DEADLINE
    actions.receive(run, batch(entry(deadline=TODAY + timedelta(days=9))))
    assert the_ad(session).state is PostingState.OPEN


def test_nothing_is_taken_in_after_the_run_has_ended(run: str, session: Session) -> None:
    actions.finish_run(run, end())
    with pytest.raises(actions.RunEndedError):
        actions.receive(run, batch(entry()))
    assert session.scalars(select(Posting)).all() == []
