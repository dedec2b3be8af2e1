"""The pages about KLAPjob: what they promise, how easy they are, and that each page leads to them."""

from xml.etree.ElementTree import tostring

import pytest
from sqlalchemy.orm import Session

from factories import make_posting
from portal import comfort
from portal.about import accessibility
from portal.pages import danish_date
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

ADDRESSES = ["/kontakt", "/virksomhed", "/was", "/privatliv", "/cookies"]
EASY = 20
READABLE = 35


def part(html: str, name: str) -> str:
    """A page that holds only the part of `html` with this id."""
    found = parse(html).find(f".//*[@id='{name}']")
    assert found is not None
    inside = tostring(found, encoding="unicode", method="html")
    return f"<!DOCTYPE html><html><head><title>T</title></head><body><main>{inside}</main></body></html>"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_leads_to_it_from_its_foot(client: StrictClient, session: Session, address: str) -> None:
    job = make_posting(session)
    for page in ("/", "/job", f"/job/{job.id}-{job.slug}", "/ansoeg", *ADDRESSES):
        footer = parse(client.get(page).text).find(".//footer")
        assert footer is not None
        assert [link.get("href") for link in footer.iter("a")].count(address) == 1, page


@pytest.mark.parametrize("address", ["/kontakt", "/kontakt?sted=4200", "/kontakt?sted=rumraket", "/cookies"])
def test_seekers_read_it_easily(client: StrictClient, address: str) -> None:
    page = client.get(address).text
    assert page_lix(page).score <= EASY, page_lix(page)
    assert long_sentences(page) == []


@pytest.mark.parametrize("address", ["/was", "/privatliv"])
def test_a_long_text_begins_with_an_easy_one(client: StrictClient, address: str) -> None:
    page = client.get(address).text
    easy, full = part(page, "kort"), part(page, "hele")
    assert page_lix(easy).score <= EASY, page_lix(easy)
    assert long_sentences(easy) == []
    assert page_lix(full).score <= READABLE, page_lix(full)


def test_employers_read_it_without_trouble(client: StrictClient) -> None:
    page = client.get("/virksomhed").text
    assert page_lix(page).score <= READABLE
    assert page.count('href="tel:+4536359660"') >= 3, "in the bar, at the top and at the end"


def test_the_statement_says_what_the_law_asks_for(client: StrictClient) -> None:
    page = client.get("/was").text
    for told in (
        "Landsforeningen Lev",
        "overholder delvist standarden EN 301 549",
        "Digitaliseringsstyrelsen",
        danish_date(accessibility.CHECKED_ON, year=True),
        danish_date(accessibility.NEXT_CHECK, year=True),
        *(gap.what for gap in accessibility.GAPS),
        *(gap.why for gap in accessibility.GAPS),
        *(gap.instead for gap in accessibility.GAPS),
    ):
        assert told in page
    main = parse(page).find(".//main")
    assert main is not None
    links = {str(link.get("href")).partition(":")[0] for link in main.iter("a")}
    assert {"tel", "mailto"} <= links


def test_the_statement_is_looked_through_again_within_a_year() -> None:
    assert (accessibility.NEXT_CHECK - accessibility.CHECKED_ON).days in {365, 366}


def test_the_statement_is_found_under_its_name(client: StrictClient) -> None:
    answer = client.get("/tilgaengelighed")
    assert (answer.status_code, answer.location) == (301, "/was")


def test_p49_the_page_about_cookies_names_the_cookies_that_are_set(client: StrictClient) -> None:
    for address in ("/", "/job", *ADDRESSES):
        assert "Set-Cookie" not in client.get(address).headers, address
    told = client.get("/cookies").text
    cookie = client.get("/ansoeg").headers["Set-Cookie"]
    assert f"<strong>{cookie.partition('=')[0]}</strong>" in told
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    assert f"<strong>{comfort.COOKIE}</strong>" in told
