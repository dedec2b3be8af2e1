"""Feeds of the open ads, read back by the portal's own importers."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_posting
from feed_entries import BODY
from importers.sources import rss
from portal.db import db
from portal.jobs.incoming import Entry, Request, Response
from portal.models.posting import PostingState
from strict_client import StrictClient

ADDRESS = "http://localhost:8000/job.rss"
MARKUP = "Kaffe & <b>kage</b> ]]> »æøå«"


def entries(client: StrictClient, address: str, **table: Any) -> tuple[Entry, ...]:
    """What our own importer of RSS and Atom finds at an address."""
    answer = client.get(address)
    page = rss.read(
        rss.options(ADDRESS, table),
        Response(request=Request(url=ADDRESS, tag="page:1"), status=200, body=answer.data),
    )
    assert page.complete
    assert page.refusals == ()
    return page.entries


@pytest.mark.parametrize("address", ["/job.rss", "/job.atom"])
def test_our_own_importer_reads_the_feed_back(client: StrictClient, session: Session, address: str) -> None:
    ad = make_posting(session, body_html=BODY, published_on=date(2026, 7, 1), employer=MARKUP)
    (entry,) = entries(client, address, fields={"employer": "author"})
    assert entry.title == "Medarbejder i bageren, Slagelse"
    assert entry.url == f"http://localhost:8000/job/{ad.id}-{ad.slug}"
    assert entry.reference == {"/job.rss": ad.id, "/job.atom": f"http://localhost:8000/job/{ad.id}"}[address]
    assert entry.published_on == date(2026, 7, 1)
    assert entry.conditions == ("Butik", "Skånejob")
    assert entry.employer == "Kaffe & kage ]]> »æøå«"
    assert "<li>Pakke brød og kager</li>" in entry.body_html


def test_the_json_feed_says_the_same(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, published_on=date(2026, 12, 24))
    answer = client.get("/job.json")
    assert answer.mimetype == "application/feed+json"
    feed = answer.get_json(force=True)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://localhost:8000/job.json"
    (item,) = feed["items"]
    assert item["id"] == ad.id
    assert item["url"] == f"http://localhost:8000/job/{ad.id}-{ad.slug}"
    assert item["date_published"] == "2026-12-24T08:00:00+01:00"
    assert item["authors"] == [{"name": "Testmarked"}]
    assert item["tags"] == ["Butik", "Skånejob"]


@pytest.mark.parametrize("address", ["/job.rss", "/job.atom", "/job.json"])
def test_a_feed_without_ads_is_still_a_feed(client: StrictClient, address: str) -> None:
    first, second = client.get(address), client.get(address)
    assert first.status_code == 200
    assert first.data == second.data
    if address != "/job.json":
        assert entries(client, address) == ()


def test_closed_ads_are_in_no_feed(client: StrictClient, session: Session) -> None:
    make_posting(session, state=PostingState.CLOSED)
    make_posting(session, deadline=date(2020, 1, 1))
    assert client.get("/job.json").get_json(force=True)["items"] == []


@pytest.mark.parametrize(
    "wanted", ["omraade=fyn", "fag=have-og-gaard", "type=fleksjob", "kommune=0461", "kommune=odense"]
)
def test_the_address_narrows_a_feed(client: StrictClient, session: Session, wanted: str) -> None:
    make_posting(session, municipality_code=SLAGELSE)
    meant = make_posting(session, area="fyn", trade="outdoors", job_type="fleksjob", municipality_code="0461")
    feed = client.get(f"/job.json?{wanted}&q=andet").get_json(force=True)
    assert [item["id"] for item in feed["items"]] == [meant.id]
    assert feed["feed_url"] == f"http://localhost:8000/job.json?{wanted}"


@pytest.mark.parametrize("unknown", ["omraade=mars", "fag=rumfart", "type=fast", "kommune=atlantis"])
def test_a_feed_of_something_unknown_is_not_there(client: StrictClient, unknown: str) -> None:
    assert client.get(f"/job.rss?{unknown}").status_code == 404


@pytest.mark.parametrize("address", ["/job.rss", "/job.json", "/api/v1/postings", "/sitemap.xml"])
def test_whoever_asks_again_gets_only_what_has_changed(
    client: StrictClient, session: Session, address: str
) -> None:
    make_posting(session)
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    make_posting(session, easy_title="Gartner")
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize("address", ["/job.json", "/api/v1/postings"])
def test_pages_of_other_sites_may_read_it_but_not_write(client: StrictClient, address: str) -> None:
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address)
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in asked.headers
    assert "Access-Control-Allow-Origin" not in client.get("/job").headers


@pytest.mark.parametrize("address", ["/job.rss", "/job.json", "/api/v1/postings", "/sitemap.xml"])
def test_the_number_of_queries_does_not_grow(client: StrictClient, session: Session, address: str) -> None:
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    counts = set()
    for more in (1, 2, 20):
        for _ in range(more):
            make_posting(session)
        asked.clear()
        client.get(address)
        counts.add(len([query for query in asked if query.startswith("SELECT")]))
    assert counts == {1}
