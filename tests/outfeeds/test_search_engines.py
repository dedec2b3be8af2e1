"""What search engines get: JobPosting data, the map of the site, canonical addresses."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import BODY
from importers.sources import jsonld
from portal.jobs.incoming import Request, Response
from portal.models.posting import PostingState
from strict_client import StrictClient, parse

SITE = "http://localhost:8000"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# schema.org and the search engines' rules for job pages.
REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
RECOMMENDED = {"validThrough", "employmentType", "identifier", "directApply"}


def data_on(client: StrictClient, address: str) -> dict[str, Any] | None:
    """The JSON-LD on a page, or None."""
    found = parse(client.get(address).text).findall(".//script[@type='application/ld+json']")
    return json.loads(str(found[0].text)) if found else None


@pytest.mark.usefixtures("one_day")
def test_a_job_states_what_is_required_and_recommended(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, body_html=BODY, deadline=date(2030, 7, 1), hours_max=14)
    data = data_on(client, f"/job/{ad.id}-{ad.slug}")
    assert data is not None
    assert set(data) >= REQUIRED | RECOMMENDED
    assert data["@type"] == "JobPosting"
    assert data["validThrough"] == "2030-07-01T23:59:59+02:00"
    assert data["employmentType"] == "PART_TIME"
    assert data["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "postalCode": "4200",
        "addressLocality": "Slagelse",
        "addressRegion": "Sjælland",
        "addressCountry": "DK",
    }


@pytest.mark.usefixtures("one_day")
def test_our_own_importer_reads_a_job_page_back(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, body_html=BODY, published_on=date(2026, 7, 1), deadline=date(2030, 7, 1))
    address = f"{SITE}/job/{ad.id}-{ad.slug}"
    answer = client.get(address)
    page = jsonld.read(
        jsonld.options(SITE, {"valid_through": "deadline"}),
        Response(
            request=Request(url=address, tag="page"),
            status=200,
            body=answer.data,
            headers={"content-type": answer.content_type},
        ),
    )
    (entry,) = page.entries
    assert (entry.reference, entry.title, entry.employer) == (ad.id, "Medarbejder i bageren", "Testmarked")
    assert (entry.postal_code, entry.town, entry.url) == ("4200", "Slagelse", address)
    assert (entry.published_on, entry.deadline) == (date(2026, 7, 1), date(2030, 7, 1))
    assert "<li>Pakke brød og kager</li>" in entry.body_html


@pytest.mark.parametrize(
    "changes",
    [{"employer": ""}, {"town": "", "municipality_code": None}, {"state": PostingState.CLOSED}],
    ids=["no employer", "no place", "closed"],
)
def test_a_job_that_lacks_something_or_is_closed_is_not_marked_up(
    client: StrictClient, session: Session, changes: dict[str, Any]
) -> None:
    ad = make_posting(session, **changes)
    assert data_on(client, f"/job/{ad.id}-{ad.slug}") is None


def test_no_text_of_an_ad_ends_the_script_element(client: StrictClient, session: Session) -> None:
    evil = "</script><script>alert(1)</script><!--"
    ad = make_posting(session, employer=evil, easy_title=evil)
    data = data_on(client, f"/job/{ad.id}-{ad.slug}")
    assert data is not None
    assert data["title"] == evil


def test_the_map_lists_pages_that_are_there_and_every_open_job(
    client: StrictClient, session: Session
) -> None:
    ad = make_posting(session)
    make_posting(session, state=PostingState.CLOSED)
    answer = client.get("/sitemap.xml")
    page = jsonld.read(
        jsonld.options(SITE, {}),
        Response(request=Request(url=SITE, tag="sitemap:0"), status=200, body=answer.data),
    )
    addresses = [request.url.removeprefix(SITE) for request in page.next_requests]
    assert addresses[-1] == f"/job/{ad.id}-{ad.slug}"
    assert [address for address in addresses if client.get(address).status_code != 200] == []
    assert answer.text.count("<lastmod>") == 3, "of the front page, the board and the job"


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/", "/"),
        ("/job?q=butik&orden=nyeste", "/job"),
        ("/job?fag=butik&omraade=fyn&q=x", "/job?omraade=fyn&fag=butik"),
        ("/kontakt?sted=4200", "/kontakt"),
        ("/ansoeg", None),
        ("/findes-ikke", None),
        ("/personale/log-ind", None),
    ],
)
def test_each_page_names_its_one_address(client: StrictClient, address: str, canonical: str | None) -> None:
    found = [
        link.get("href") for link in parse(client.get(address).text).findall(".//link[@rel='canonical']")
    ]
    assert found == ([f"{SITE}{canonical}"] if canonical else [])


def test_pages_lead_readers_of_feeds_to_the_feeds(client: StrictClient) -> None:
    links = parse(client.get("/job").text).findall(".//link[@rel='alternate']")
    assert [link.get("href") for link in links] == ["/job.rss", "/job.atom", "/job.json"]
    assert {client.get(str(link.get("href"))).mimetype for link in links} == {
        str(link.get("type")) for link in links
    }
