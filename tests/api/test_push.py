"""A partner pushes ads: each has a status of its own, and sending them again changes nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting
from portal.models.feed import FeedRun, RefusedEntry, RunStatus, Source
from portal.models.posting import ClosedReason, Posting, PostingState
from pushing import PATH, Push, posting
from strict_client import StrictClient

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def statuses(push: Push, *postings: dict[str, object]) -> list[tuple[str, str]]:
    results = push(*postings).get_json()["results"]
    return [(result["reference"], result["status"]) for result in results]


def the_ad(session: Session, reference: str = "job-17") -> Posting:
    session.expire_all()
    return session.scalars(select(Posting).where(Posting.reference == reference)).one()


def test_a_pushed_posting_is_on_the_board_at_once(push: Push, session: Session, client: StrictClient) -> None:
    assert push(posting()).get_json() == {"results": [{"reference": "job-17", "status": "new"}]}
    ad = the_ad(session)
    assert (ad.state, ad.source, ad.job_type, ad.hours_max, ad.municipality_code) == (
        PostingState.OPEN,
        "testmarked",
        "skaanejob",
        15,
        "0330",
    )
    assert "Fylde varer op" in client.get(f"/job/{ad.id}-{ad.slug}").text


def test_the_same_posting_again_is_unchanged_and_another_text_is_a_change(push: Push) -> None:
    assert statuses(push, posting()) == [("job-17", "new")]
    assert statuses(push, posting()) == [("job-17", "unchanged")]
    assert statuses(push, posting(employer="Testmarked")) == [("job-17", "changed")]


def test_a_batch_that_does_not_name_a_posting_leaves_it_open(push: Push, session: Session) -> None:
    push(posting("a"), posting("b"))
    for _ in range(3):
        push(posting("a"))
    assert the_ad(session, "b").state is PostingState.OPEN


def test_one_wrong_posting_does_not_keep_out_the_others(push: Push) -> None:
    answer = push(posting("a"), posting("b", title=" "), posting("c"))
    assert answer.get_json()["results"] == [
        {"reference": "a", "status": "new"},
        {"reference": "b", "status": "refused", "reason": "no_title", "detail": "Give the posting a title."},
        {"reference": "c", "status": "new"},
    ]


def test_a_reference_that_stands_twice_in_a_batch_is_taken_once(push: Push, session: Session) -> None:
    results = push(posting(), posting(title="Noget helt andet")).get_json()["results"]
    assert [(result["status"], result.get("reason")) for result in results] == [
        ("new", None),
        ("refused", "twice"),
    ]
    assert the_ad(session).title == "Testmarked Slagelse - medhjælper i butik"


@pytest.mark.parametrize(
    ("wrong", "reason", "detail"),
    [
        ({"reference": ""}, "no_reference", "Give the posting a reference of 1 to 300 printable characters."),
        (
            {"reference": "a\x00"},
            "no_reference",
            "Give the posting a reference of 1 to 300 printable characters.",
        ),
        ({"title": 7}, "unreadable", "title must be a text."),
        ({"title": "x" * 301}, "too_long", "title has more than 300 characters."),
        ({"colour": "red"}, "unreadable", "There is no field 'colour'."),
        ({"deadline": "24-12-2026"}, "unreadable", "deadline must be a date like '2026-12-24'."),
        ({"deadline": "2026-02-30"}, "unreadable", "deadline must be a date like '2026-12-24'."),
        ({"deadline": "0001-01-01"}, "unreadable", "deadline must be a date like '2026-12-24'."),
        ({"deadline": "2026-11-21"}, "over", "The last day of the posting has passed."),
        ({"hours_min": True}, "unreadable", "hours_min must be a number up to 48."),
        ({"hours_max": 0}, "unreadable", "hours_max must be a number up to 48."),
        ({"job_type": "job"}, "unreadable", "job_type must be one of skaanejob, fleksjob."),
        ({"job_type": []}, "unreadable", "job_type must be one of skaanejob, fleksjob."),
        ({"cvr": "1234"}, "unreadable", "cvr must look like '12345678'."),
        (
            {"text": "Ring til 010203-1234"},
            "cpr",
            "A text holds something that looks like a CPR number; it was not stored.",
        ),
    ],
)
def test_what_is_wrong_with_a_posting_is_said(
    push: Push, wrong: dict[str, object], reason: str, detail: str
) -> None:
    (result,) = push(posting(**wrong)).get_json()["results"]
    assert (result["status"], result["reason"], result["detail"]) == ("refused", reason, detail)


def test_null_is_the_same_as_nothing(push: Push, session: Session) -> None:
    push(posting(deadline=None, hours_min=None))
    assert (the_ad(session).deadline, the_ad(session).hours_min, the_ad(session).hours_max) == (
        None,
        None,
        15,
    )


def test_a_refused_posting_waits_in_quarantine_until_a_good_one_comes(push: Push, session: Session) -> None:
    push(posting(cvr="1234"))
    row = session.scalars(select(RefusedEntry)).one()
    assert (row.source, row.reference, row.reason) == ("testmarked", "job-17", "unreadable")
    assert '"cvr": "1234"' in row.payload
    push(posting())
    assert session.scalars(select(RefusedEntry)).all() == []


def test_a_refused_update_leaves_the_good_old_version_open(push: Push, session: Session) -> None:
    push(posting())
    push(posting(title=""))
    assert (the_ad(session).state, the_ad(session).title) == (
        PostingState.OPEN,
        "Testmarked Slagelse - medhjælper i butik",
    )


def test_contact_persons_are_hidden_in_the_text(push: Push, session: Session) -> None:
    push(posting(text="<p>Kontakt butikschef Lone Prøve på 20 11 22 33 eller lone@example.com.</p>"))
    body = the_ad(session).body_html
    assert "20 11 22 33" not in body
    assert "lone@example.com" not in body


def test_what_staff_took_down_stays_down(push: Push, session: Session) -> None:
    push(posting())
    ad = the_ad(session)
    ad.state, ad.closed_reason = PostingState.CLOSED, ClosedReason.TAKEN_DOWN
    session.commit()
    push(posting(employer="Testmarked"))
    assert the_ad(session).state is PostingState.CLOSED


def test_stopping_takes_a_posting_off_the_board_and_pushing_opens_it_again(
    push: Push, session: Session, client: StrictClient, headers: dict[str, str]
) -> None:
    push(posting())
    assert client.delete(f"{PATH}/job-17", headers=headers).status_code == 204
    ad = the_ad(session)
    assert (ad.state, ad.closed_reason, ad.closed_at) == (PostingState.CLOSED, ClosedReason.GONE, NOON)
    assert client.delete(f"{PATH}/job-17", headers=headers).status_code == 204
    assert statuses(push, posting()) == [("job-17", "unchanged")]
    assert the_ad(session).state is PostingState.OPEN


@pytest.mark.parametrize("reference", ["nothing", "a%00b", "x" * 400])
def test_stopping_what_never_was_is_told(
    client: StrictClient, headers: dict[str, str], reference: str
) -> None:
    answer = client.delete(f"{PATH}/{reference}", headers=headers)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_the_ad_of_another_source_is_not_stopped(
    session: Session, client: StrictClient, headers: dict[str, str]
) -> None:
    make_posting(session, reference="job-17", source="jobnet")
    assert client.delete(f"{PATH}/job-17", headers=headers).status_code == 404
    assert the_ad(session).state is PostingState.OPEN


def test_a_reference_may_hold_a_slash(
    push: Push, session: Session, client: StrictClient, headers: dict[str, str]
) -> None:
    push(posting("2026/17"))
    assert client.delete(f"{PATH}/2026/17", headers=headers).status_code == 204
    assert the_ad(session, "2026/17").state is PostingState.CLOSED


def test_the_pushes_of_a_day_stand_in_one_record(
    push: Push, session: Session, clock: time_machine.Traveller
) -> None:
    push(posting("a"), posting("b"))
    clock.shift(timedelta(hours=2))
    push(posting("a"), posting("c", title=""))
    record = session.scalars(select(FeedRun)).one()
    assert (record.received, record.new, record.unchanged, record.refused, record.responses) == (
        4,
        2,
        1,
        1,
        2,
    )
    assert (record.started_at, record.ended_at) == (NOON, NOON + timedelta(hours=2))
    clock.shift(timedelta(days=1))
    push(posting("a"))
    assert len(session.scalars(select(FeedRun)).all()) == 2
    assert session.get_one(Source, "testmarked").last_complete_at == NOON + timedelta(days=1, hours=2)


@pytest.mark.parametrize("how", ["paused", "off"])
def test_a_source_that_staff_have_closed_takes_nothing_in(
    push: Push, session: Session, client: StrictClient, headers: dict[str, str], how: str
) -> None:
    push(posting())
    setattr(session.get_one(Source, "testmarked"), how, True)
    session.commit()
    answer = push(posting("b"))
    assert (answer.status_code, answer.get_json()["detail"]) == (
        409,
        "KLAPjob has paused this source. Please call us.",
    )
    assert client.delete(f"{PATH}/job-17", headers=headers).status_code == 409
    assert [row.reference for row in session.scalars(select(Posting))] == ["job-17"]
    assert the_ad(session).state is PostingState.OPEN


@pytest.mark.parametrize("status", [RunStatus.RUNNING, RunStatus.FAILED])
def test_a_run_that_goes_on_or_failed_is_not_the_record_of_what_is_pushed(
    push: Push, session: Session, status: RunStatus
) -> None:
    other = FeedRun(source="testmarked", started_at=NOON, status=status)
    session.add(other)
    session.commit()
    push(posting())
    session.refresh(other)
    assert (other.received, other.ended_at, other.status) == (0, None, status)
    pushed = session.scalars(select(FeedRun).where(FeedRun.id != other.id)).one()
    assert (pushed.received, pushed.status) == (1, RunStatus.COMPLETE)
