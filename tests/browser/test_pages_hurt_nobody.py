"""Every public page and state in a real browser: axe with AAA contrast, sideways scroll, targets."""

from collections.abc import Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, Page
from steps import go

WIDTHS = {"phone": 390, "desktop": 1280, "400 percent": 320}
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
    "the accessibility statement": "/was",
    "privacy": "/privatliv",
    "a list for other sites": "/indlejr?kommune=0330",
    "how to show the list": "/indlejr/kode?kommune=0330",
    "cards for a class": "/job/print",
    "cookies": "/cookies",
    "a page that is not there": "/findes-ikke",
    "sign-in": "/personale/log-ind",
}


@pytest.fixture(params=WIDTHS)
def wide(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Page]:
    """A browser window of a phone, a desktop, and a phone-sized view at 400 percent."""
    size = {"width": WIDTHS[request.param], "height": 800}
    context = chromium.new_context(base_url=portal, viewport=size)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page(wide: Page, address: str) -> None:
    wide.goto(address)
    look(wide)


def test_a_job(wide: Page) -> None:
    wide.goto("/job")
    go(wide.locator("a.kj-card-link").first)
    look(wide)
    wide.get_by_text("Læs den lange tekst").click()
    wide.get_by_text("Hvad betyder praktik?").click()
    look(wide)


def test_sharing_a_job(wide: Page) -> None:
    wide.goto("/job")
    go(wide.locator("a.kj-card-link").first)
    go(wide.get_by_role("link", name="Vis jobbet til en, du kender"))
    look(wide)


def test_an_opened_filter(wide: Page) -> None:
    wide.goto("/job")
    wide.get_by_text("Vælg sted", exact=True).click()
    look(wide)


def test_a_refused_sign_in(wide: Page) -> None:
    wide.goto("/personale/log-ind")
    go(wide.get_by_role("button", name="Log ind", exact=True))
    look(wide)
