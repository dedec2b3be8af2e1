"""HR-Manager's positions become entries; people, open applications and cut lists never pass for jobs."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_json import JSON, changed, page_or_reason
from feeds.hrmanager import expected
from importers.answers import UnknownShapeError
from importers.sources import hrmanager
from importers.sources.hrmanager import Options
from portal.jobs.incoming import Entry, Page, QueryProof, Reason, Request, Response
from portal.jobs.keep import KeepRule, why_left_out

FEEDS = Path(__file__).parents[1] / "feeds" / "hrmanager"
SAVED = json.loads((FEEDS / "positions.json").read_bytes())
OPTIONS = Options(url="https://api.example/jobportal.svc/testmarked/positionlist/json/")
(FIRST,) = hrmanager.start(OPTIONS)


def read(answer: Any, *, skip: int = 0, opts: Options = OPTIONS) -> Page:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    request = Request(url=OPTIONS.url, tag=f"list:{skip}")
    return hrmanager.read(opts, Response(request=request, status=200, body=body))


def listed(*items: Any, **more: Any) -> dict[str, Any]:
    return {"TransactionStatus": {"StatusCode": 0}, "Items": list(items), **more}


def item(**more: Any) -> dict[str, Any]:
    return {"Id": 7, "Name": "KLAPjob", **more}


def entry(**more: Any) -> Entry:
    (only,) = read(listed(item(**more))).entries
    return only


def test_the_list_is_asked_for_with_its_texts_and_from_the_beginning() -> None:
    request = FIRST
    assert request == Request(
        url="https://api.example/jobportal.svc/testmarked/positionlist/json/",
        tag="list:0",
        query="positions",
        params=(("incads", "1"), ("take", "100"), ("skip", "0")),
        headers=(("accept", "application/json"),),
    )


def test_a_saved_list_says_what_a_person_reads_in_it() -> None:
    page = read(SAVED)
    assert page.entries == expected.ENTRIES
    assert tuple((refusal.reference, refusal.reason) for refusal in page.refusals) == expected.REFUSED
    assert (page.stated_total, page.next_requests) == (expected.TOTAL, ())


def test_people_of_a_project_are_never_read_not_even_of_a_refused_position() -> None:
    page = read(SAVED)
    assert [word for word in expected.PEOPLE if word in repr(page)] == []
    assert tuple(refusal.payload for refusal in page.refusals) == expected.PAYLOADS


def test_an_open_application_is_left_out_and_counted_even_where_everything_is_kept() -> None:
    reasons = {each.reference: why_left_out(KeepRule(keep="all"), each) for each in read(SAVED).entries}
    assert [reference for reference, reason in reasons.items() if reason is None] == [
        "145423",
        "145500",
        "145501",
    ]
    assert reasons["100001"] is Reason.UNSOLICITED


def test_an_error_with_status_200_is_not_taken_for_an_empty_list() -> None:
    message = "the service reports an error: Value cannot be null. Parameter name: connectionString"
    with pytest.raises(UnknownShapeError, match=re.escape(message)):
        read((FEEDS / "unknown_alias.json").read_bytes())


def test_a_list_that_ends_before_its_stated_count_proves_nothing() -> None:
    first = read(listed(item(), PositionCountCustomer=3))
    (following,) = first.next_requests
    last = read(listed(PositionCountCustomer=3), skip=1)
    proof = QueryProof(stated=last.stated_total, seen=len(first.entries) + len(last.entries))
    assert (following.tag, last.next_requests, proof.complete) == ("list:1", (), False)


def test_a_page_goes_on_after_as_many_as_came() -> None:
    (following,) = read(listed(item(), item(), PositionCountCustomer=9), skip=4).next_requests
    assert (following.tag, dict(following.params)["skip"]) == ("list:6", "6")


@pytest.mark.parametrize(("came", "more"), [(0, 0), (1, 0), (2, 1)])
def test_without_a_stated_count_a_full_page_has_a_next_one(came: int, more: int) -> None:
    opts = Options(url=OPTIONS.url, per_page=2)
    page = read(listed(*[item()] * came), opts=opts)
    assert (page.stated_total, len(page.next_requests)) == (None, more)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("/Date(1788818399000+0200)/", date(2026, 9, 7)),
        ("/Date(1788818400000+0200)/", date(2026, 9, 8)),
        # The zone behind the number is only for show.
        ("/Date(1788818399000-0800)/", date(2026, 9, 7)),
        ("/Date(1788818399000)/", date(2026, 9, 7)),
        ("/Date(-62135596800000)/", None),
        ("/Date(-62135596800000+0100)/", None),
        ("/Date(0)/", None),
        ("/Date(9999999999999999)/", None),
        ("/Date(-9999999999999999)/", None),
        ("/Date(253402300799000)/", None),
        ("/Date(1788818399000+0200)", None),
        ("2026-09-07", None),
        (1788818399000, None),
        (None, None),
    ],
)
def test_a_date_is_the_day_in_copenhagen(written: Any, day: date | None) -> None:
    assert entry(ApplicationDue=written).deadline == day


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Lager - 145423", "Lager"),
        ("Lager – 145423", "Lager"),
        ("Lager - 7", "Lager"),
        ("REMA - 1000", "REMA - 1000"),
        ("Butik-145423", "Butik-145423"),
        ("145423", "145423"),
    ],
)
def test_only_a_projects_number_is_taken_off_a_title(name: str, title: str) -> None:
    assert entry(Name=name).title == title


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("15", 15.0),
        ("15,5", 15.5),
        ("15.25", 15.25),
        ("0", None),
        ("60", None),
        ("10-15", None),
        ("Deltid", None),
        (15, 15.0),
    ],
)
def test_hours_are_read_where_they_are_one_number(written: Any, hours: float | None) -> None:
    found = entry(WorkHours=written)
    assert (found.hours_min, found.hours_max) == (hours, hours)


def test_a_configured_name_counts_more_than_the_customers() -> None:
    opts = hrmanager.options(OPTIONS.url, {"employer": " Testmarked "})
    assert {each.employer for each in read(SAVED, opts=opts).entries} == {"Testmarked"}


@pytest.mark.parametrize("reference", ["", " ", "a/../b", "x" * 65, None, True, 1.5, {"a": 1}])
def test_an_id_that_cannot_be_one_is_refused(reference: Any) -> None:
    page = read(listed({"Id": reference, "Name": "KLAPjob"}))
    assert (page.entries, [refusal.reason for refusal in page.refusals]) == ((), [Reason.NO_REFERENCE])


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "the answer is no JSON"),
        (b"\xff", "the answer is no JSON"),
        (b"[" * 99999, "the answer is nested too deeply"),
        (b" <!DOCTYPE html><title>Fejl</title>", "the answer is a web page or XML"),
        (b"[]", "the answer is no JSON object"),
        (b"{}", "the service reports an error: no status"),
        (b'{"TransactionStatus": {"StatusCode": 0}}', "the answer has no Items"),
        (b'{"TransactionStatus": {"StatusCode": 0}, "Items": null}', "the answer has no Items"),
    ],
)
def test_an_answer_of_another_shape_is_refused_in_plain_words(body: bytes, message: str) -> None:
    with pytest.raises(UnknownShapeError, match=f"^{re.escape(message)}$"):
        read(body)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"alias": "x"}, "unknown option 'alias'"),
        ({"per_page": 0}, "per_page must be a number from 1 to 1000"),
        ({"per_page": True}, "per_page must be a number from 1 to 1000"),
        ({"employer": 5}, "employer must be a text"),
    ],
)
def test_wrong_options_are_explained(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        hrmanager.options(OPTIONS.url, table)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused_with_a_reason(body: bytes) -> None:
    assert page_or_reason(lambda: read(body))


@given(st.data())
def test_a_broken_list_is_read_in_full_or_refused_with_a_reason(data: st.DataObject) -> None:
    answer = changed(data, SAVED)
    page = page_or_reason(lambda: read(answer))
    assert page
    if isinstance(page, Page):
        assert len(page.entries) + len(page.refusals) == len(answer["Items"])
