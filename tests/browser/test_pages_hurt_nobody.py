"""Every public page and state in a real browser: axe with AAA contrast, sideways scroll, targets."""

from collections.abc import Iterator

import pytest
from looking import hurts_at_any_width
from playwright.sync_api import Browser, Page
from steps import go, window

PAGES = {
    "the front page": "/",
    "the board": "/job",
    "the last page of the board": "/job?side=12",
    "one area and trade": "/job?omraade=fyn&fag=butik",
    "nothing found": "/job?q=rumraket",
    "a filter that does not exist": "/job?omraade=mars",
    "jobs near a place": "/job?sted=4200&km=20",
    "a town with several places": "/job?sted=nykøbing&km=50",
    "nothing near a place": "/job?sted=Ishøj&km=5&q=museum",
    "hard words": "/ord",
    "text and colours": "/laesning?gemt=ja",
    "the start of the form": "/ansoeg",
    "who is my consultant": "/kontakt?sted=4200",
    "which of these towns": "/kontakt?sted=nykøbing",
    "for employers": "/virksomhed",
    "all municipalities": "/kommuner?sted=Atlantis",
    "a municipality": "/kommuner/slagelse",
    "its leaflet on the web": "/kommuner/slagelse/folder",
    "refer a citizen": "/henvis/slagelse",
    "for schools": "/stu",
    "jobs for a class": "/stu/tavle?sted=4200",
    "book a visit": "/stu/besoeg",
    "when to meet us": "/kalender",
    "the accessibility statement": "/was",
    "privacy": "/privatliv",
    "a list for other sites": "/indlejr?kommune=0330",
    "how to show the list": "/indlejr/kode?kommune=0330",
    "cards for a class": "/job/print",
    "no starred jobs": "/gemte",
    "hear of new jobs": "/besked?fag=butik",
    "cookies": "/cookies",
    "a page that is not there": "/findes-ikke",
    "sign-in": "/personale/log-ind",
}


@pytest.fixture(scope="module")
def page(chromium: Browser, portal: str) -> Iterator[Page]:
    """One window for all of these pages; none of them leaves anything in it."""
    context = window(chromium, portal)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page(page: Page, address: str) -> None:
    page.goto(address)
    assert hurts_at_any_width(page) == []


def test_a_job(page: Page) -> None:
    page.goto("/job")
    go(page.locator("a.kj-card-link").first)
    page.get_by_text("Læs den lange tekst").click()
    page.get_by_text("Hvad betyder praktik?").click()
    assert hurts_at_any_width(page) == []


def test_sharing_a_job(page: Page) -> None:
    page.goto("/job")
    go(page.locator("a.kj-card-link").first)
    go(page.get_by_role("link", name="Vis jobbet til en, du kender"))
    assert hurts_at_any_width(page) == []


def test_an_opened_filter(page: Page) -> None:
    page.goto("/job")
    page.get_by_text("Vælg sted", exact=True).click()
    assert hurts_at_any_width(page) == []


def test_a_refused_sign_in(page: Page) -> None:
    page.goto("/personale/log-ind")
    go(page.get_by_role("button", name="Log ind", exact=True))
    assert hurts_at_any_width(page) == []
