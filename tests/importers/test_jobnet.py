"""Jobnet's answers become entries, whatever is left out, and nobody's phone number comes along."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.jobnet import expected
from importers.answers import UnknownShapeError
from importers.sources import jobnet
from importers.sources.jobnet import DEFAULT_QUERIES, Options, Query
from portal.jobs.incoming import Page, Reason, Request, Response, merged

FEEDS = Path(__file__).parents[1] / "feeds" / "jobnet"
OPTIONS = Options(
    url="https://jobnet.example/bff",
    queries=(Query(type="Foertidspension"), Query(search="KLAPjob"), Query(type="Fleksjob", search="KLAP")),
    page_url="https://jobnet.example/find-job/{id}",
)
SEARCH, WORDS, BOTH = jobnet.start(OPTIONS)


def read(answer: Any, request: Request = SEARCH) -> Page:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return jobnet.read(OPTIONS, Response(request=request, status=200, body=body))


def search(*ads: Any, total: int = 1) -> Page:
    return read({"jobAds": list(ads), "totalJobAdCount": total})


def saved(name: str) -> bytes:
    return (FEEDS / name).read_bytes()


def detail_request() -> Request:
    return read(saved("search.json")).details[expected.NATIVE]


def test_each_query_begins_with_its_first_page_and_the_header_that_jobnet_wants() -> None:
    request = BOTH
    assert request == Request(
        url="https://jobnet.example/bff/FindJob/Search",
        tag="search:2:1",
        query="Fleksjob + “KLAP”",
        params=(
            ("resultsPerPage", "50"),
            ("pageNumber", "1"),
            ("orderType", "PublicationDate"),
            ("searchString", "KLAP"),
            ("jobAnnouncementType", "Fleksjob"),
        ),
        headers=(("accept", "application/json"), ("x-csrf", "1")),
    )
    assert [request.query for request in jobnet.start(OPTIONS)] == [
        "Foertidspension",
        "“KLAPjob”",
        "Fleksjob + “KLAP”",
    ]


def test_a_saved_search_says_what_a_person_reads_in_it() -> None:
    page = read(saved("search.json"))
    assert page.entries == expected.ENTRIES
    assert tuple((refusal.reference, refusal.reason) for refusal in page.refusals) == expected.REFUSED
    assert page.stated_total == expected.TOTAL


def test_a_saved_detail_says_what_a_person_reads_in_it() -> None:
    assert read(saved("detail.json"), detail_request()).entries == (expected.DETAIL,)


def test_contact_persons_are_never_read() -> None:
    said = repr(read(saved("detail.json"), detail_request()))
    assert [word for word in ("Kontaktsen", "+45", "job@", "@testmarked") if word in said] == []


def test_a_refused_ad_comes_with_what_is_read_of_it_and_with_no_more() -> None:
    ads = [{"title": "Uden id", "contactPersons": [{"name": "Kim Kontaktsen"}]}, "ikke et opslag"]
    assert [refusal.payload for refusal in search(*ads).refusals] == ['{"title": "Uden id"}', "null"]


def test_details_are_asked_for_without_counting_as_a_view_and_only_where_there_are_any() -> None:
    details = read(saved("search.json")).details
    assert list(details) == [expected.NATIVE, expected.NO_PLACE]
    assert details[expected.NATIVE] == Request(
        url=f"https://jobnet.example/bff/FindJob/JobAdDetails/{expected.NATIVE}",
        tag=f"detail:{expected.NATIVE}",
        params=(("incrementViews", "false"),),
        headers=SEARCH.headers,
    )


def test_a_source_may_do_without_details() -> None:
    options = jobnet.options(OPTIONS.url, {"details": False})
    response = Response(request=SEARCH, status=200, body=saved("search.json"))
    assert jobnet.read(options, response).details == {}


def test_a_detail_completes_its_listing_and_keeps_what_only_the_listing_says() -> None:
    listing = expected.ENTRIES[0]
    whole = merged(listing, expected.DETAIL)
    assert (whole.url, whole.hints) == (listing.url, ("Foertidspension",))
    assert (whole.hours_min, whole.apply_url, whole.conditions) == (
        10.0,
        "https://testmarked.example/ansoeg",
        ("Foertidspension",),
    )


@pytest.mark.parametrize(
    ("total", "tag", "more"),
    [
        (2, "search:0:1", ()),
        (3, "search:0:1", ("search:0:2:2",)),
        (3, "search:0:2:2", ()),
        (101, "search:0:2:50", ("search:0:3:50",)),
        (100, "search:0:2:50", ()),
    ],
)
def test_the_next_page_follows_as_long_as_the_total_says_so(
    total: int, tag: str, more: tuple[str, ...]
) -> None:
    request = Request(url=SEARCH.url, tag=tag, query=SEARCH.query)
    ads = [{"jobAdId": "1", "title": "KLAPjob"}, {"jobAdId": "2", "title": "KLAPjob"}]
    following = read({"jobAds": ads, "totalJobAdCount": total}, request).next_requests
    assert tuple(each.tag for each in following) == more
    assert [dict(each.params)["pageNumber"] for each in following] == [each.split(":")[2] for each in more]


def test_an_empty_page_ends_the_search_whatever_the_total() -> None:
    assert search(total=500).next_requests == ()


@pytest.mark.parametrize("reference", ["", " ", "a/../b", "æ", "x" * 65, 5, None, {"a": 1}])
def test_an_id_that_cannot_be_one_is_refused(reference: Any) -> None:
    page = search({"jobAdId": reference, "title": "KLAPjob"})
    assert (page.entries, [refusal.reason for refusal in page.refusals]) == ((), [Reason.NO_REFERENCE])


def test_values_of_the_wrong_kind_are_as_good_as_none() -> None:
    fields = ("hiringOrgName", "description", "applicationDeadline", "postalCode", "cvr")
    odd = {field: ["?"] for field in fields}
    (entry,) = search({"jobAdId": "1", "title": "KLAPjob", **odd}).entries
    assert (entry.employer, entry.body_html, entry.deadline, entry.postal_code, entry.cvr) == (
        "",
        "",
        None,
        "",
        "",
    )


def test_an_anonymous_employer_stays_so() -> None:
    answer = json.loads(saved("detail.json")) | {"isAnonymousEmployer": True}
    (entry,) = read(answer, detail_request()).entries
    assert (entry.employer, entry.cvr) == ("", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"jobAds": {}, "totalJobAdCount": 1}',
        b'{"jobAds": [], "totalJobAdCount": -1}',
        b'{"jobAds": [], "totalJobAdCount": true}',
        b'{"jobAds": []}',
        b"[" * 99999,
    ],
)
def test_an_answer_of_another_shape_is_not_taken_for_an_empty_one(body: bytes) -> None:
    with pytest.raises(UnknownShapeError):
        read(body)


def test_the_detail_of_another_ad_is_not_taken_for_the_one_asked_for() -> None:
    with pytest.raises(UnknownShapeError):
        read(json.loads(saved("detail.json")) | {"id": expected.NO_PLACE}, detail_request())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = sorted(
    {key for ad in json.loads(saved("search.json"))["jobAds"] if isinstance(ad, dict) for key in ad}
)


@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.integers(min_value=0))
def test_no_ad_makes_the_reader_fail(ad: dict[str, Any], total: int) -> None:
    page = search(ad, total=total)
    assert len(page.entries) + len(page.refusals) == 1


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    for request in (SEARCH, detail_request()):
        try:
            assert isinstance(read(body, request), Page)
        except UnknownShapeError:
            continue


@settings(max_examples=300)
@given(st.data())
def test_a_broken_detail_is_read_or_refused(data: st.DataObject) -> None:
    answer = json.loads(saved("detail.json"))
    part = data.draw(st.sampled_from(["", "job", "application", "employer"]))
    place = answer[part] if part else answer
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(JSON)
    try:
        assert len(read(answer, detail_request()).entries) == 1
    except UnknownShapeError:
        assert not isinstance(answer["job"], dict) or answer["id"] != expected.NATIVE


def test_without_options_the_usual_queries_are_asked() -> None:
    assert jobnet.options("https://jobnet.example/bff/", {}) == Options(
        url="https://jobnet.example/bff", queries=DEFAULT_QUERIES
    )


def test_queries_may_be_configured() -> None:
    table = {"queries": [{"type": "Fleksjob"}, {"search": "KLAP"}], "per_page": 20}
    options = jobnet.options("https://jobnet.example/bff", table)
    assert (options.queries, options.per_page) == ((Query(type="Fleksjob"), Query(search="KLAP")), 20)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"pages": 1}, "unknown option 'pages'"),
        ({"per_page": 0}, "per_page must be a number from 1 to 200"),
        ({"per_page": "50"}, "per_page must be a number from 1 to 200"),
        ({"per_page": True}, "per_page must be a number from 1 to 200"),
        ({"details": "no"}, "details must be true or false"),
        ({"page_url": 5}, "page_url must be a text"),
        ({"queries": 5}, "queries must be a list of tables"),
        ({"queries": [{}]}, "a query is a table with type, search, or both"),
        ({"queries": [{"search": 5}]}, "search must be a text"),
        ({"queries": ["KLAP"]}, "a query is a table with type, search, or both"),
        ({"queries": [{"text": "KLAP"}]}, "a query is a table with type, search, or both"),
        (
            {"queries": [{"type": "Klap"}]},
            "query type 'Klap' is none of Efterloenner, Fleksjob, Foertidspension, ",
        ),
    ],
)
def test_wrong_options_are_explained(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        jobnet.options("https://jobnet.example/bff", table)
