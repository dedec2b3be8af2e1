"""The queue in a real browser: search, a note, a decision and its taking back; axe, scroll and targets."""

from collections.abc import Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, Page

from portal.demo.accounts import PASSWORD

WIDTHS = {"phone": 390, "desktop": 1280}


@pytest.fixture(params=WIDTHS)
def sanne(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Page]:
    """A browser in which the secretariat is signed in."""
    size = {"width": WIDTHS[request.param], "height": 900}
    context = chromium.new_context(base_url=portal, viewport=size, locale="da-DK")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/personale/log-ind")
    page.get_by_label("Mail").fill("sanne@demo.example")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    yield page
    context.close()


def test_a_person_is_searched_and_a_call_written_down(sanne: Page) -> None:
    look(sanne)
    name = str(sanne.locator("#nye ~ ul a.kj-card-link").first.text_content()).split()[0]
    sanne.get_by_role("link", name="Søg efter en person").click()
    look(sanne)
    sanne.get_by_role("button", name="Søg").click()
    look(sanne)
    sanne.get_by_label("Navn, telefon, mail eller sagsnummer").fill(name)
    sanne.get_by_role("button", name="Søg").click()
    look(sanne)
    sanne.locator("a.kj-card-link").first.click()
    look(sanne)
    sanne.get_by_role("link", name="Noter og opkald").click()
    look(sanne)
    sanne.get_by_role("button", name="Gem opkald").click()
    look(sanne)
    sanne.get_by_label("Hvordan gik det?").select_option("not_reached")
    sanne.locator("#opkald-text").fill("Ring efter kl. 12.")
    sanne.get_by_role("button", name="Gem opkald").click()
    sanne.get_by_text("Opkaldet er gemt.").wait_for()
    look(sanne)
    sanne.get_by_role("link", name="Ret noten").first.click()
    look(sanne)


def test_a_decision_is_taken_back(sanne: Page) -> None:
    sanne.locator("#nye ~ ul a.kj-card-link").first.click()
    case = sanne.url
    sanne.get_by_text("Luk sagen", exact=True).first.click()
    form = sanne.locator("#luk form")
    form.get_by_label("Hvorfor lukker du sagen?").select_option("has_work")
    form.get_by_role("button", name="Luk sagen").click()
    look(sanne)
    sanne.get_by_role("link", name="Fortryd inden for 5 minutter").click()
    look(sanne)
    sanne.get_by_role("button", name="Fortryd").click()
    sanne.get_by_text("Det er taget tilbage.").wait_for()
    sanne.goto(case)
    sanne.get_by_text("Fortrød. Sagen er igen: Ny").first.wait_for()
