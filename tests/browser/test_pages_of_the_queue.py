"""The queue in a real browser: search, a note, a decision and its taking back; axe, scroll and targets."""

from collections.abc import Iterator

import pytest
from looking import hurts, look
from playwright.sync_api import Browser, Page, expect
from steps import go, sign_in, window

WIDTHS = {"phone": 390, "desktop": 1280}


@pytest.fixture(params=WIDTHS)
def sanne(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Page]:
    """A browser in which the secretariat is signed in."""
    context = window(chromium, portal, viewport={"width": WIDTHS[request.param], "height": 900})
    yield sign_in(context.new_page(), "sanne@demo.example")
    context.close()


def test_a_person_is_searched_and_a_call_written_down(sanne: Page) -> None:
    look(sanne)
    name = str(sanne.locator("#nye ~ ul a.kj-card-link").first.text_content()).split()[0]
    go(sanne.get_by_role("link", name="Søg efter en person"))
    look(sanne)
    go(sanne.get_by_role("button", name="Søg"))
    look(sanne)
    sanne.get_by_label("Navn, telefon, mail eller sagsnummer").fill(name)
    go(sanne.get_by_role("button", name="Søg"))
    look(sanne)
    go(sanne.locator("a.kj-card-link").first)
    look(sanne)
    go(sanne.get_by_role("link", name="Noter og opkald"))
    look(sanne)
    go(sanne.get_by_role("button", name="Gem opkald"))
    look(sanne)
    sanne.get_by_label("Hvordan gik det?").select_option("not_reached")
    sanne.locator("#opkald-text").fill("Ring efter kl. 12.")
    go(sanne.get_by_role("button", name="Gem opkald"))
    expect(sanne.get_by_text("Opkaldet er gemt.")).to_be_visible()
    look(sanne)
    go(sanne.get_by_role("link", name="Ret noten").first)
    expect(sanne.get_by_text("Ring efter kl. 12.").first).to_be_visible()
    assert hurts(sanne) == []


def test_a_decision_is_taken_back(sanne: Page) -> None:
    go(sanne.locator("#nye ~ ul a.kj-card-link").first)
    case = sanne.url
    sanne.get_by_text("Luk sagen", exact=True).first.click()
    form = sanne.locator("#luk form")
    form.get_by_label("Hvorfor lukker du sagen?").select_option("has_work")
    go(form.get_by_role("button", name="Luk sagen"))
    look(sanne)
    go(sanne.get_by_role("link", name="Fortryd inden for 5 minutter"))
    look(sanne)
    go(sanne.get_by_role("button", name="Fortryd"))
    expect(sanne.get_by_text("Det er taget tilbage.")).to_be_visible()
    sanne.goto(case)
    expect(sanne.get_by_text("Fortrød. Sagen er igen: Ny").first).to_be_visible()
