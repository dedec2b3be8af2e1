"""JSON-LD beyond the saved pages: where asking begins and leads, and the options."""

import gzip
import json
from typing import Any

import pytest

from feed_twins import ADDRESS, read
from importers.decoding import MOST_UNPACKED, PackedError
from importers.gathering import gather
from importers.inside import Answer, Question
from importers.memory import Memory
from importers.sources import jsonld
from portal.jobs.incoming import Page, Request

HERE = {"request": {"url": "https://x.dk/job/1", "tag": "page"}}
SITEMAP = b"<urlset><url><loc>https://x.dk/1</loc></url><url><loc>https://x.dk/2</loc></url></urlset>"


def page_with(*values: Any) -> Page:
    scripts = (f"<script type='application/ld+json'>{json.dumps(value)}</script>" for value in values)
    return read("jsonld", f"<html><head>{''.join(scripts)}</head></html>".encode(), HERE)


def test_asking_begins_with_the_sitemap() -> None:
    assert jsonld.start(jsonld.options(ADDRESS, {})) == (Request(url=ADDRESS, tag="sitemap:0"),)


def test_asking_begins_with_the_listed_pages_if_there_are_any() -> None:
    opts = jsonld.options(ADDRESS, {"pages": ["https://x.dk/1", "https://x.dk/2"]})
    assert jsonld.start(opts) == tuple(Request(url=f"https://x.dk/{n}", tag="listed") for n in (1, 2))


def test_sitemaps_lead_no_deeper_than_two_indexes() -> None:
    index = b"<sitemapindex><sitemap><loc>https://x.dk/s.xml</loc></sitemap></sitemapindex>"
    deeper = {"request": {"url": "https://x.dk/s.xml", "tag": "sitemap:1"}}
    deepest = {"request": {"url": "https://x.dk/s.xml", "tag": "sitemap:2"}}
    assert [request.tag for request in read("jsonld", index, deeper).next_requests] == ["sitemap:2"]
    with pytest.raises(ValueError, match=r"^the answer is no sitemap$"):
        read("jsonld", index, deepest)


def test_a_gzipped_sitemap_is_read_like_any_other() -> None:
    assert read("jsonld", gzip.compress(SITEMAP)) == read("jsonld", SITEMAP)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (gzip.compress(SITEMAP)[:-12], "the gzip file is cut, or holds another one"),
        (gzip.compress(gzip.compress(SITEMAP)), "the gzip file is cut, or holds another one"),
        (b"\x1f\x8bnothing of the kind", "the gzip file is broken"),
        (gzip.compress(bytes(MOST_UNPACKED + 1)), "the gzip file is too big"),
    ],
    ids=["cut", "twice", "broken", "bomb"],
)
def test_a_gzipped_sitemap_that_is_not_sound_is_refused_with_a_reason(body: bytes, words: str) -> None:
    with pytest.raises(PackedError, match=f"^{words}$"):
        read("jsonld", body)


def test_a_page_of_a_sitemap_that_is_gone_ends_its_ad_and_no_run() -> None:
    opts = jsonld.options(ADDRESS, {})
    site = Page(next_requests=read("jsonld", SITEMAP).next_requests)
    answers = {ADDRESS: Answer(page=site, status=200), "https://x.dk/1": Answer(status=404, error="404")}
    answers["https://x.dk/2"] = Answer(page=page_with({"@type": "JobPosting", "title": "Job"}), status=200)

    def ask(question: Question) -> Answer:
        return answers[question.request.url]

    gathered = gather(jsonld.start(opts), ask, remembered=Memory(), progress=lambda _: None)
    assert list(gathered.entries) == ["https://x.dk/job/1"]
    assert gathered.proofs[""].complete


@pytest.mark.parametrize("kind", ["JobPosting", "schema:JobPosting", "https://schema.org/JobPosting"])
def test_a_type_may_be_written_in_several_ways(kind: str) -> None:
    assert [entry.title for entry in page_with({"@type": kind, "title": "Job"}).entries] == ["Job"]


def test_other_things_are_no_jobs() -> None:
    assert page_with({"@type": "Event", "title": "Fest"}, 7, None, ["JobPosting"]) == Page()


def test_json_that_is_nested_without_end_is_a_broken_block() -> None:
    block = '{"@type": "JobPosting", "title": ' + "[" * 100_000
    body = f"<html><script type='application/ld+json'>{block}</script></html>".encode()
    assert [refusal.reason.value for refusal in read("jsonld", body, HERE).refusals] == ["unreadable"]


def test_half_a_sign_is_a_question_mark() -> None:
    assert page_with({"@type": "JobPosting", "title": "Job \ud83d"}).entries[0].title == "Job ?"


def test_a_refused_job_is_kept_without_its_contact() -> None:
    job = {"@type": "JobPosting", "identifier": "1", "applicationContact": {"email": "mona@x.dk"}}
    assert [refusal.payload for refusal in page_with(job).refusals] == ['{"identifier": "1"}']


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"sitemap": 1}, "unknown option 'sitemap'"),
        ({"pages": "https://x.dk"}, "pages must be a list of addresses"),
        ({"pages": ["x"]}, "pages must be a list of addresses"),
        ({"most_pages": 0}, "most_pages must be a number from 1 to 5000"),
        ({"valid_through": "x"}, "valid_through must be one of expires_on, deadline"),
        ({"id_from": "x"}, "id_from must be one of identifier, url"),
    ],
)
def test_options_are_checked_with_a_plain_message(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its words are compared
        jsonld.options(ADDRESS, table)
    assert str(refused.value) == message
