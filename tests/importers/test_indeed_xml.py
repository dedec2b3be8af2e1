"""Indeed's XML beyond the saved feeds: big ones, odd ones, and the options."""

import contextlib
import time
from typing import Any

import pytest

from feed_twins import ADDRESS, read
from importers.sources import indeed_xml
from portal.jobs.incoming import Reason, Request

JOB = "<job><title>Job</title><referencenumber>{}</referencenumber></job>"


def test_a_feed_is_asked_for_by_its_address() -> None:
    assert indeed_xml.start(indeed_xml.options(ADDRESS, {})) == (Request(url=ADDRESS, tag="feed"),)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"pages": 1}, "unknown option 'pages'"),
        ({"item": "<job>"}, "item must be the name of an element"),
        ({"fields": {"title": ""}}, "fields: title must be the name of an element"),
    ],
)
def test_options_are_checked_with_a_plain_message(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its words are compared
        indeed_xml.options(ADDRESS, table)
    assert str(refused.value) == message


def test_a_big_feed_is_read_in_time_that_grows_with_it() -> None:
    def seconds(count: int) -> float:
        body = f"<source>{''.join(JOB.format(n) for n in range(count))}</source>".encode()
        begun = time.process_time()
        assert len(read("indeed_xml", body).entries) == count
        return time.process_time() - begun

    # The least of three: what Python tidies up in between is no work of the reader.
    long, short = (min(seconds(count) for _ in range(3)) for count in (4000, 400))
    assert long < 30 * short


@pytest.mark.parametrize(
    "body",
    [
        "<source>" + "<job>" * 20_000,
        "<source>" + "<![CDATA[" * 20_000,
        "<source><job>" + "<a><![CDATA[" * 2_000,
        "<source>" + "<!--" * 20_000,
        "<source>" + "&" * 50_000,
        "<source " + "a='" * 20_000,
        "<job" * 20_000,
    ],
    ids=["jobs", "cdata", "cdata in a job", "comments", "ampersands", "quotes", "tags"],
)
def test_repeated_beginnings_without_an_end_take_no_time(body: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(ValueError):
        read("indeed_xml", body.encode())
    assert time.process_time() - begun < 5


def test_a_job_without_a_name_that_is_no_xml_may_be_any_ad() -> None:
    page = read("indeed_xml", b"<source><job><title>Job</job></source>")
    assert [(refusal.reference, refusal.reason) for refusal in page.refusals] == [("", Reason.UNREADABLE)]
    assert not page.complete


def test_a_refused_job_is_kept_without_what_is_not_read() -> None:
    job = "<job><referencenumber>1</referencenumber><email>mona@x.dk</email><city>Sorø</city></job>"
    page = read("indeed_xml", f"<source>{job}</source>".encode())
    assert [refusal.payload for refusal in page.refusals] == ['{"city": "Sorø", "referencenumber": "1"}']


def test_names_of_elements_are_read_in_any_case() -> None:
    page = read(
        "indeed_xml", b"<source><job><Title>Job</Title><ReferenceNumber>1</ReferenceNumber></job></source>"
    )
    assert [(entry.reference, entry.title) for entry in page.entries] == [("1", "Job")]


def test_html_that_is_not_escaped_stays_html() -> None:
    job = (
        b"<job><title>J</title><referencenumber>1</referencenumber><description>A<p>b</p></description></job>"
    )
    assert read("indeed_xml", b"<source>" + job + b"</source>").entries[0].body_html == "A<p>b</p>"
