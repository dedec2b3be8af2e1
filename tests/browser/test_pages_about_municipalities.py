"""Municipalities in a real browser: the leaflet studio by width, the map by keyboard, and what axe says."""

import pytest
from looking import look
from playwright.sync_api import Browser, expect
from steps import DESKTOP, go, sign_in, window

WIDTHS = {"phone": 390, "desktop": 1280}
SCROLLS = """
() => {
  const sheet = document.querySelector('iframe').contentDocument.documentElement;
  return [sheet.scrollWidth > sheet.clientWidth, sheet.scrollHeight > sheet.clientHeight];
}
"""


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_staff_write_a_leaflet_and_see_it(chromium: Browser, portal: str, width: int) -> None:
    context = window(chromium, portal, viewport={"width": width, "height": 900})
    page = sign_in(context.new_page(), "lea@demo.example")
    page.goto("/personale/kommuner")
    look(page)
    go(page.get_by_role("link", name="Slagelse", exact=True))
    look(page)
    go(page.get_by_role("link", name="Gå til folderen"))
    if page.get_by_role("button", name="Lav en ny version").is_visible():
        go(page.get_by_role("button", name="Lav en ny version"))
    look(page)
    title = page.get_by_label("Overskrift på forsiden")
    title.fill("Slagelse siger velkommen til alle, der vil arbejde")
    page.get_by_text("50 af 34 tegn.").wait_for()
    page.get_by_role("status").get_by_text("Teksten er 16 tegn for lang.").wait_for()
    title.fill("Slagelse siger velkommen")
    page.frame_locator("iframe").get_by_role("heading", name="Slagelse siger velkommen").wait_for()
    page.get_by_role("status").get_by_text("der er plads til det hele").wait_for()
    assert page.evaluate(SCROLLS) == [False, True]
    context.close()


def test_the_map_leads_to_an_areas_municipalities_by_keyboard(chromium: Browser, portal: str) -> None:
    context = window(chromium, portal, viewport=DESKTOP)
    page = context.new_page()
    page.goto("/kommuner")
    page.locator("svg a[href='#fyn']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fyn")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("1 Assens")
    context.close()
