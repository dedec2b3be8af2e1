"""RSS and Atom beyond the saved feeds: options, pages, and what a refused item is kept with."""

from typing import Any

import pytest

from feed_twins import ADDRESS, read
from importers.sources import rss
from portal.jobs.incoming import Page, Reason, Request, Response

HEAD = '<rss version="2.0"><channel>'
TAIL = "</channel></rss>"


def item(**elements: str) -> str:
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in elements.items()) + "</item>"


def items(count: int) -> str:
    return "".join(item(title="Job", guid=f"g{n}") for n in range(count))


def feed(source: str, **options: Any) -> Page:
    return read("rss", f"{HEAD}{source}{TAIL}".encode(), {"options": options})


def test_a_feed_is_asked_for_by_its_address_alone() -> None:
    assert rss.start(rss.options(ADDRESS, {})) == (Request(url=ADDRESS, tag="page:1"),)


def test_a_feed_with_pages_is_asked_for_its_first_one() -> None:
    opts = rss.options(ADDRESS, {"page_param": "page", "page_size": 20})
    assert rss.start(opts) == (Request(url=ADDRESS, tag="page:1", params=(("page", "1"),)),)


@pytest.mark.parametrize(("count", "leads_on"), [(19, False), (20, True), (21, True)])
def test_a_full_page_leads_to_the_next_one(count: int, leads_on: bool) -> None:
    page = feed(items(count), page_param="side", page_size=20)
    following = Request(url=ADDRESS, tag="page:2", params=(("side", "2"),))
    assert page.next_requests == ((following,) if leads_on else ())
    assert page.complete


def test_refused_items_count_for_a_full_page() -> None:
    page = feed(items(1) + item(guid="x"), page_param="page", page_size=2)
    assert len(page.next_requests) == 1


def test_the_last_page_that_is_asked_for_does_not_claim_to_be_the_last_there_is() -> None:
    opts = rss.options(ADDRESS, {"page_param": "page", "page_size": 1})
    request = Request(url=ADDRESS, tag=f"page:{rss.MOST_PAGES}", params=(("page", str(rss.MOST_PAGES)),))
    body = f"{HEAD}{items(1)}{TAIL}".encode()
    page = rss.read(opts, Response(request=request, status=200, body=body))
    assert (page.next_requests, page.snapshot) == ((), False)


def test_the_day_of_publishing_does_not_change_the_name_of_an_ad() -> None:
    days = ("Mon, 02 Nov 2026 08:00:00 +0100", "Sun, 22 Nov 2026 08:00:00 +0100")
    names = {feed(item(title="Job", link="https://x.dk/1", pubDate=day)).entries[0].reference for day in days}
    assert names == {"https://x.dk/1"}


def test_a_guid_that_is_too_long_is_kept_as_a_hash() -> None:
    reference = feed(item(title="Job", guid="x" * 5000)).entries[0].reference
    assert reference.startswith("sha256:")
    assert len(reference) == 71


def test_without_the_pattern_in_its_link_an_ad_has_no_name() -> None:
    page = feed(item(title="Job", link="https://x.dk/om", guid="1"), id_pattern="/job/([0-9]+)")
    assert [(refusal.reference, refusal.reason) for refusal in page.refusals] == [("", Reason.NO_REFERENCE)]


@pytest.mark.parametrize(
    ("pattern", "name"), [("h[0-9]+", "h17"), ("/(h[0-9]+)", "h17"), ("(?:h)[0-9]+", "h17")]
)
def test_a_pattern_names_by_its_group_or_by_all_of_it(pattern: str, name: str) -> None:
    page = feed(item(title="Job", link="https://x.dk/vis/h17"), id_pattern=pattern)
    assert [entry.reference for entry in page.entries] == [name]


def test_a_pattern_with_a_group_that_took_no_part_names_nothing() -> None:
    page = feed(item(title="Job", link="https://x.dk/vis/h17"), id_pattern="h17|(z)")
    assert [refusal.reason for refusal in page.refusals] == [Reason.NO_REFERENCE]


@pytest.mark.parametrize(
    ("id_from", "name"),
    [("guid", "g"), ("link", "https://x.dk/1"), ("", "g")],
)
def test_the_options_say_what_names_an_ad(id_from: str, name: str) -> None:
    page = feed(item(title="Job", link="https://x.dk/1", guid="g"), id_from=id_from)
    assert page.entries[0].reference == name


def test_what_was_asked_for_and_is_missing_is_not_replaced_by_something_else() -> None:
    page = feed(item(title="Job", link="https://x.dk/1"), id_from="guid")
    # A permanent link may stand for a guid, but a link alone is none.
    assert [refusal.reason for refusal in page.refusals] == [Reason.NO_REFERENCE]


def test_an_employer_of_the_ad_holds_against_the_one_of_the_options() -> None:
    page = feed(
        item(title="Bager, Prøvebrød", guid="1") + item(title="Kok", guid="2"),
        employer_in_title=True,
        employer="Huset",
    )
    assert [(e.title, e.employer) for e in page.entries] == [("Bager", "Prøvebrød"), ("Kok", "Huset")]


def test_a_refused_item_is_kept_without_the_names_of_persons() -> None:
    page = feed(item(guid="1", link="https://x.dk/1", author="mona@x.dk", contact="Mona Madeup"))
    assert [refusal.payload for refusal in page.refusals] == ['{"link": "https://x.dk/1"}']


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"colour": 1}, "unknown option 'colour'"),
        ({"employer": 1}, "employer must be a text"),
        ({"only_newest": "yes"}, "only_newest must be true or false"),
        ({"id_from": "name"}, "id_from must be one of guid, link, title"),
        (
            {"id_pattern": "("},
            "id_pattern is no regular expression (missing ), unterminated subpattern at position 0)",
        ),
        ({"page_size": 5001}, "page_size must be a number from 0 to 5000"),
        ({"page_param": "page"}, "page_param and page_size belong together"),
        ({"date_order": "ymd"}, "date_order must be one of dmy, mdy"),
        ({"fields": {"town": 1}}, "fields: town must be the name of an element"),
        ({"fields": "town"}, "fields must be a table"),
    ],
)
def test_options_are_checked_with_a_plain_message(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its words are compared
        rss.options(ADDRESS, table)
    assert str(refused.value) == message


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    with pytest.raises(
        ValueError, match=r"^fields: an ad has no 'salary', only address, apply_url, .*, url$"
    ):
        rss.options(ADDRESS, {"fields": {"salary": "x"}})
