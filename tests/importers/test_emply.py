"""Emply's vacancies become entries, page by page; contact persons and talent pools stay behind."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_json import JSON, changed, page_or_reason
from feeds.emply import expected
from importers.answers import UnknownShapeError
from importers.sources import emply
from importers.sources.emply import Options
from portal.jobs.incoming import Entry, Page, QueryProof, Reason, Request, Response
from portal.jobs.keep import KeepRule, why_left_out

FEEDS = Path(__file__).parents[1] / "feeds" / "emply"
URL = "https://proevestad.example/ledige-stillinger"
OPTIONS = Options(url=URL, employer="Prøvestad Kommune")
(SITE,) = emply.start(OPTIONS)


def saved(name: str) -> bytes:
    return (FEEDS / name).read_bytes()


def read(answer: Any, request: Request | None = None) -> Page:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    asked = request or Request(url=URL, tag="page:s-1:0")
    return emply.read(OPTIONS, Response(request=asked, status=200, body=body))


def entry(**more: Any) -> Entry:
    (only,) = read({"count": 1, "vacancies": [{"shortId": "a1", "title": "KLAPjob", **more}]}).entries
    return only


def test_without_a_section_the_run_begins_at_the_page_that_names_it() -> None:
    assert (SITE.method, SITE.url, SITE.body) == ("GET", URL, None)
    page = read(saved("site.html"), SITE)
    assert page.entries == ()
    assert [request.tag for request in page.next_requests] == [f"page:{expected.SECTION}:0"]


def test_vacancies_are_asked_for_as_the_page_does() -> None:
    opts = emply.options(
        URL, {"employer": "Prøvestad", "section_id": "s-1", "language": "en-GB", "per_page": 50}
    )
    (request,) = emply.start(opts)
    assert (request.method, request.url, request.tag, request.query) == (
        "POST",
        "https://proevestad.example/api/integration/vacancy/get-page",
        "page:s-1:0",
        "vacancies",
    )
    assert request.headers == (("accept", "application/json"), ("content-type", "application/json"))
    assert json.loads(request.body or b"") == {
        "count": 50,
        "filters": [],
        "langCode": "en-GB",
        "offset": 0,
        "searchText": "",
        "sectionId": "s-1",
        "sortByProjectDataId": "deadline",
        "sortAscending": True,
        "light": False,
        "isJobAgent": False,
        "siteId": None,
    }


def test_saved_pages_say_what_a_person_reads_in_them() -> None:
    first, second = read(saved("page1.json")), read(saved("page2.json"))
    assert (first.entries, second.entries) == (expected.FIRST_PAGE, expected.SECOND_PAGE)
    assert tuple((each.reference, each.reason) for each in second.refusals) == expected.REFUSED
    assert (first.stated_total, second.stated_total) == (expected.TOTAL, expected.TOTAL)


def test_the_offset_moves_on_by_as_many_as_came_until_the_count() -> None:
    (following,) = read(saved("page1.json")).next_requests
    last = read(saved("page2.json"), following)
    assert (following.tag, json.loads(following.body or b"")["offset"]) == ("page:s-1:3", 3)
    assert last.next_requests == ()


def test_a_list_that_ends_before_its_count_proves_nothing() -> None:
    first = read({"count": 5, "vacancies": [{"shortId": "a1", "title": "KLAPjob"}]})
    last = read({"count": 5, "vacancies": []}, first.next_requests[0])
    proof = QueryProof(stated=last.stated_total, seen=1)
    assert (last.next_requests, proof.complete) == ((), False)


def test_contact_persons_are_never_read_not_even_of_a_refused_vacancy() -> None:
    said = repr((read(saved("page1.json")), read(saved("page2.json"))))
    assert [word for word in expected.PEOPLE if word in said] == []
    assert [refusal.payload for refusal in read(saved("page2.json")).refusals] == [
        '{"shortId": "no78pq", "title": "", "titleAsUrl": "uden-titel"}',
        '{"shortId": "", "title": "Uden id"}',
    ]


def test_a_talent_pool_is_left_out_and_counted_even_where_everything_is_kept() -> None:
    reasons = [why_left_out(KeepRule(keep="all"), each) for each in expected.FIRST_PAGE]
    assert reasons == [None, None, Reason.UNSOLICITED]


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Prøvevej 1-7, 8230, Åbyhøj, Denmark", ("Prøvevej 1-7", "8230", "Åbyhøj")),
        ("Prøvevej 1, st. tv., 8230, Åbyhøj, Danmark", ("Prøvevej 1, st. tv.", "8230", "Åbyhøj")),
        ("Prøvevej 1, 8230 Åbyhøj", ("Prøvevej 1", "8230", "Åbyhøj")),
        ("DK-8230 Åbyhøj, DK", ("", "8230", "Åbyhøj")),
        ("Prøvevej 1, 8230, Denmark", ("Prøvevej 1", "8230", "")),
        ("Aarhus, Denmark", ("", "", "Aarhus")),
        ("Rådhuset, Aarhus", ("Rådhuset", "", "Aarhus")),
        ("Storgatan 1, 2110, Malmö, Sweden", ("", "", "Sweden")),
        ("2110 Malmö, Sweden", ("", "", "Sweden")),
        ("Hele landet", ("", "", "Hele landet")),
        ("Denmark", ("", "", "")),
        (" , ,", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_place_is_read_from_its_one_line(location: str, place: tuple[str, str, str]) -> None:
    found = entry(location=location)
    assert (found.address, found.postal_code, found.town) == place


def test_a_page_that_checks_for_a_person_is_not_taken_for_an_empty_list() -> None:
    with pytest.raises(UnknownShapeError, match="the answer is a web page or XML"):
        read(saved("challenge.html"))
    with pytest.raises(UnknownShapeError, match="the page has no list of vacancies"):
        read(saved("challenge.html"), SITE)


@pytest.mark.parametrize("reference", ["", "a b", "../x", "x" * 65, None, True, ["a"]])
def test_an_id_that_cannot_be_one_is_refused(reference: Any) -> None:
    page = read({"count": 1, "vacancies": [{"shortId": reference, "title": "KLAPjob"}]})
    assert (page.entries, [refusal.reason for refusal in page.refusals]) == ((), [Reason.NO_REFERENCE])


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff", b"[]", b"{}", b'{"vacancies": []}', b'{"count": 1}', b'{"count": -1, "vacancies": []}'],
)
def test_an_answer_of_another_shape_is_not_taken_for_an_empty_one(body: bytes) -> None:
    with pytest.raises(UnknownShapeError):
        read(body)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "employer is missing"),
        ({"employer": "P", "tenant": "x"}, "unknown option 'tenant'"),
        ({"employer": "P", "section_id": "a b"}, "section_id has letters, digits and hyphens"),
        ({"employer": "P", "per_page": 101}, "per_page must be a number from 1 to 100"),
    ],
)
def test_wrong_options_are_explained(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        emply.options(URL, table)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()), st.booleans())
def test_any_bytes_are_read_or_refused_with_a_reason(body: bytes, of_the_site: bool) -> None:
    assert page_or_reason(lambda: read(body, SITE if of_the_site else None))


@given(st.data())
def test_a_broken_list_is_read_in_full_or_refused_with_a_reason(data: st.DataObject) -> None:
    answer = changed(data, json.loads(saved("page1.json")))
    page = page_or_reason(lambda: read(answer))
    assert page
    if isinstance(page, Page):
        assert len(page.entries) + len(page.refusals) == len(answer["vacancies"])


@given(st.text())
def test_any_line_is_a_place_or_none(location: str) -> None:
    found = entry(location=location)
    assert re.fullmatch(r"([0-9]{4})?", found.postal_code)
