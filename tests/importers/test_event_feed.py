"""A partner's own feed: open ads become entries, stopped ones are named, the later word counts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_json import JSON, changed, page_or_reason
from feeds.event_feed import expected
from importers.answers import UnknownShapeError
from importers.sources import event_feed
from importers.sources.event_feed import Options
from portal.jobs.incoming import Entry, Page, Reason, Request, Response

FEEDS = Path(__file__).parents[1] / "feeds" / "event_feed"
OPTIONS = Options(url="https://testmarked.example/feed?key=1")
(FIRST,) = event_feed.start(OPTIONS)


def saved(name: str) -> bytes:
    return (FEEDS / name).read_bytes()


def read(answer: Any, opts: Options = OPTIONS) -> Page:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return event_feed.read(opts, Response(request=FIRST, status=200, body=body))


def page(*items: Any, **more: Any) -> Page:
    return read({"items": list(items), **more})


def entry(**more: Any) -> Entry:
    (only,) = page({"id": "a", "status": "ACTIVE", "title": "KLAPjob", **more}).entries
    return only


def test_the_first_page_is_the_address_as_configured() -> None:
    assert (FIRST.url, FIRST.query, FIRST.headers) == (
        "https://testmarked.example/feed?key=1",
        "items",
        (("accept", "application/json"),),
    )


def test_saved_pages_say_what_a_person_reads_in_them() -> None:
    first, second = read(saved("page1.json")), read(saved("page2.json"))
    assert (first.entries, first.stopped, first.refusals) == (
        expected.FIRST_PAGE,
        expected.STOPPED_ON_FIRST,
        (),
    )
    assert (second.entries, second.stopped) == (expected.SECOND_PAGE, expected.STOPPED_ON_SECOND)
    refused = tuple((each.reference, each.reason, each.payload) for each in second.refusals)
    assert refused == expected.REFUSED
    assert (first.stated_total, second.stated_total) == (expected.TOTAL, expected.TOTAL)


def test_contact_persons_are_never_read_not_even_of_a_refused_item() -> None:
    said = repr((read(saved("page1.json")), read(saved("page2.json"))))
    assert [word for word in ("Kontaktsen", "+4500000004", "contact") if word in said] == []


def test_an_ad_stops_even_where_it_says_nothing_that_a_rule_would_keep() -> None:
    assert page({"id": "a", "status": "INACTIVE"}).stopped == ("a",)


@pytest.mark.parametrize(
    ("next_url", "address"),
    [
        ("https://testmarked.example/feed/2", "https://testmarked.example/feed/2"),
        ("/feed/2", "https://testmarked.example/feed/2"),
        ("?page=2", "https://testmarked.example/feed?page=2"),
    ],
)
def test_the_next_page_is_where_the_feed_says(next_url: str, address: str) -> None:
    (following,) = page(next_url=next_url).next_requests
    assert following == Request(url=address, tag="page", query="items", headers=FIRST.headers)


@pytest.mark.parametrize("more", [{}, {"next_url": None}, {"next_url": ""}])
def test_without_an_address_the_page_is_the_last(more: dict[str, Any]) -> None:
    assert page(**more).next_requests == ()


@pytest.mark.parametrize(
    "next_url", [5, True, ["x"], "javascript:x", "file:///etc/passwd", "http://[", "//["]
)
def test_a_next_page_that_is_no_web_address_is_refused(next_url: Any) -> None:
    with pytest.raises(UnknownShapeError, match="next_url is no"):
        page(next_url=next_url)


def test_the_name_of_the_partner_stands_where_an_item_states_none() -> None:
    opts = event_feed.options(OPTIONS.url, {"employer": "Testmarked"})
    items = [
        {"id": "a", "status": "ACTIVE", "title": "KLAPjob"},
        {"id": "b", "status": "ACTIVE", "title": "KLAPjob", "employer": "Butikken"},
    ]
    assert [each.employer for each in read({"items": items}, opts).entries] == ["Testmarked", "Butikken"]


def test_a_feed_of_changes_says_nothing_by_being_silent() -> None:
    changes = event_feed.options(OPTIONS.url, {"changes_only": True})
    assert [read({"items": []}, opts).snapshot for opts in (OPTIONS, changes)] == [True, False]


@pytest.mark.parametrize(
    ("kinds", "conditions"),
    [
        (["skånejob", 5, None, {"a": 1}], ("skånejob", "5")),
        ("fleksjob", ("fleksjob",)),
        (None, ()),
        ({"a": 1}, ()),
        (["x"] * 99, ("x",) * 10),
    ],
)
def test_kinds_are_a_list_of_words_or_one(kinds: Any, conditions: tuple[str, ...]) -> None:
    assert entry(kinds=kinds).conditions == conditions


@pytest.mark.parametrize("reference", ["", "a b", "æ", "x" * 201, None, True, ["a"]])
@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE"])
def test_an_id_that_cannot_be_one_is_refused(reference: Any, status: str) -> None:
    found = page({"id": reference, "status": status, "title": "KLAPjob"})
    assert (found.entries, found.stopped) == ((), ())
    assert [each.reason for each in found.refusals] == [Reason.NO_REFERENCE]


@pytest.mark.parametrize("status", [None, "", "CLOSED", 1, True])
def test_an_unknown_status_is_a_mistake_of_that_item_only(status: Any) -> None:
    found = page(
        {"id": "a", "status": status, "title": "KLAPjob"}, {"id": "b", "status": "ACTIVE", "title": "KLAPjob"}
    )
    assert [each.reference for each in found.entries] == ["b"]
    assert [(each.reference, each.reason) for each in found.refusals] == [("a", Reason.UNREADABLE)]


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"<rss/>", b"[]", b"{}", b'{"items": {}}', b'{"items": null}']
)
def test_an_answer_of_another_shape_is_not_taken_for_an_empty_one(body: bytes) -> None:
    with pytest.raises(UnknownShapeError):
        read(body)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"token": "x"}, "unknown option 'token'"),
        ({"employer": ["x"]}, "employer must be a text"),
        ({"changes_only": 1}, "changes_only must be true or false"),
    ],
)
def test_wrong_options_are_explained(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        event_feed.options(OPTIONS.url, table)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused_with_a_reason(body: bytes) -> None:
    assert page_or_reason(lambda: read(body))


@given(st.data())
def test_a_broken_feed_is_read_or_refused_with_a_reason(data: st.DataObject) -> None:
    answer = changed(data, json.loads(saved("page1.json")))
    found = page_or_reason(lambda: read(answer))
    assert found
    if isinstance(found, Page):
        references = [each.reference for each in found.entries]
        assert len(set(references)) == len(references)
        assert set(references).isdisjoint(found.stopped)
