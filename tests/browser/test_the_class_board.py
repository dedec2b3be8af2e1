"""A teacher runs the class board: on a phone, and by keyboard alone; its pages hurt nobody."""

import re

from looking import hurts_at_any_width
from playwright.sync_api import Browser, Page, expect
from steps import go, press_enter, window


def begin(page: Page) -> None:
    """Two jobs near the school lie on the board."""
    page.goto("/stu")
    page.get_by_label("Find job tæt på skolen").fill("4200")
    go(page.get_by_role("button", name="Find job"))
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    go(page.get_by_role("button", name="Lav tavlen"))


def test_a_class_on_a_phone(page: Page) -> None:
    begin(page)
    go(page.get_by_role("link", name="Start"))
    buttons = page.get_by_role("link", name="Nej").bounding_box()
    assert buttons
    assert buttons["y"] + buttons["height"] <= 844 * 1.25, "the answers are at most a flick away"
    go(page.get_by_role("link", name="Ja", exact=True))
    go(page.get_by_role("link", name="Måske"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Det kan du lide")
    page.go_back()
    expect(page.get_by_text("Kort 2 af 2")).to_be_visible()
    go(page.get_by_role("link", name="Nej"))
    go(page.get_by_role("link", name="Vis mig job som det her").first)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/job[?]fag="))
    assert page.context.cookies() == []


def test_a_class_by_keyboard(page: Page) -> None:
    begin(page)
    page.get_by_role("link", name="Start").focus()
    press_enter(page)
    for tabs in (1, 2):
        # The card has the focus, so the answers are one, two and three steps away.
        expect(page.locator("#kort")).to_be_focused()
        for _ in range(tabs):
            page.keyboard.press("Tab")
        press_enter(page)
    expect(page).to_have_url(re.compile("/jm([?#]|$)"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Det kan du lide")
    page.get_by_role("link", name="Næste elev").focus()
    press_enter(page)
    expect(page.get_by_text("Kort 1 af 2")).to_be_visible()


def test_the_pages_of_the_board_hurt_nobody(chromium: Browser, portal: str) -> None:
    context = window(chromium, portal)
    page = context.new_page()
    begin(page)
    found = []
    for name in ("Start", "Ja", "Nej"):
        found += hurts_at_any_width(page)
        go(page.get_by_role("link", name=name, exact=True))
    found += hurts_at_any_width(page)
    context.close()
    assert found == []
