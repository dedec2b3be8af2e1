"""The queue and a case by keyboard alone; and the pages around a decision, looked at with axe."""

from collections.abc import Iterator

import pytest
from looking import hurts, look
from playwright.sync_api import Browser, Page, expect
from steps import DESKTOP, go, sign_in, window


@pytest.fixture
def sanne(chromium: Browser, portal: str) -> Iterator[Page]:
    """A browser in which the secretariat is signed in."""
    context = window(chromium, portal, viewport=DESKTOP)
    yield sign_in(context.new_page(), "sanne@demo.example")
    context.close()


def test_a_case_is_found_taken_and_noted_without_a_mouse(sanne: Page) -> None:
    rows = sanne.locator(".kj-queue .kj-card-link")
    sanne.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    sanne.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    sanne.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    with sanne.expect_navigation():
        sanne.keyboard.press("Enter")
    first = sanne.url
    with sanne.expect_navigation():
        sanne.keyboard.press("j")
    assert sanne.url != first
    with sanne.expect_navigation():
        sanne.keyboard.press("k")
    assert sanne.url == first
    sanne.keyboard.press("b")
    expect(sanne.locator("#hvad-nu")).to_be_focused()
    look(sanne)
    sanne.keyboard.press("Shift+?")
    expect(sanne.locator("#genveje summary")).to_be_focused()
    with sanne.expect_navigation():
        sanne.keyboard.press("n")
    text = sanne.locator("#note-text")
    expect(text).to_be_focused()
    sanne.keyboard.type("Bo kan jobbe tirsdag")
    expect(text).to_have_value("Bo kan jobbe tirsdag")


def test_the_pages_around_a_decision_hurt_nobody(sanne: Page) -> None:
    look(sanne)
    go(sanne.get_by_role("link", name="Ny ansøgning i telefonen"))
    look(sanne)
    go(sanne.get_by_role("button", name="Gem ansøgningen"))
    look(sanne)
    sanne.goto("/personale")
    sanne.locator("#nye ~ ul input[name=sag]").first.check()
    sanne.locator("#nye ~ ul input[name=sag]").nth(1).check()
    go(sanne.get_by_role("button", name="Se først, hvad der sker"))
    look(sanne)
    sanne.goto("/personale?gruppe=nye")
    go(sanne.get_by_role("link", name="Kristian P."))
    go(sanne.get_by_role("link", name="Er det den samme person?"))
    assert hurts(sanne) == []


def test_a_letter_is_seen_first_and_a_colleague_in_between_loses_nothing(sanne: Page) -> None:
    sanne.goto("/personale?gruppe=i-gang")
    go(sanne.get_by_role("link", name="Hugo D."))
    case = sanne.url
    sanne.get_by_text("Spørg om mere", exact=True).first.click()
    sanne.locator("#spoerg").get_by_label("Har personen førtidspension?").check()
    go(sanne.locator("#spoerg").get_by_role("button", name="Se brevet", exact=True))
    look(sanne)
    letter = sanne.get_by_label("Brevet")
    letter.fill(f"{letter.input_value()}\n\nVi ringer på tirsdag.")
    other = sanne.context.new_page()
    other.goto(case)
    other.locator("#ret summary").click()
    go(other.locator("#ret").get_by_role("button", name="Ret kommune eller ordning"))
    go(sanne.get_by_role("button", name="Spørg om mere"))
    expect(sanne.get_by_role("heading", name="Vi har ikke gemt endnu")).to_be_visible()
    expect(sanne.get_by_label("Brevet")).to_contain_text("Vi ringer på tirsdag.")
    look(sanne)
