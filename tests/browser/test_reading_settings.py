"""Text and colours in a real browser: what is chosen is seen, and hurts nobody."""

import pytest
from looking import findings, measured
from playwright.sync_api import Browser, BrowserContext, Page, expect
from steps import go, window

INK_ON_PAPER = "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; })()"
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def choose(page: Page, *words: str) -> None:
    page.goto("/job")
    go(page.get_by_role("link", name="Tekst og farver").first)
    for word in words:
        page.get_by_label(word, exact=True).check()
    go(page.get_by_role("button", name="Gem mine valg"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Find et job")


def test_larger_text_is_kept_and_can_be_taken_back(context: BrowserContext, page: Page) -> None:
    page.goto("/ord")
    before = page.evaluate(SIZE)
    choose(page, "Meget stor")
    page.goto("/ord")
    assert page.evaluate(SIZE) > before * 1.4
    assert [cookie["name"] for cookie in context.cookies() if "laesning" in cookie["name"]]
    page.goto("/laesning")
    go(page.get_by_role("button", name="Slet mine valg"))
    page.goto("/ord")
    assert page.evaluate(SIZE) == before


def test_dark_and_light_win_over_the_machine(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    choose(page, "Mørke")
    assert page.evaluate(INK_ON_PAPER) == ["rgb(248, 240, 231)", "rgb(26, 18, 28)"]
    page.emulate_media(color_scheme="dark")
    choose(page, "Lyse")
    assert page.evaluate(INK_ON_PAPER) == ["rgb(42, 26, 44)", "rgb(251, 245, 235)"]


@pytest.mark.parametrize(
    "chosen",
    [("Mørke",), ("Meget klar", "Lyse"), ("Meget klar", "Mørke"), ("Meget stor", "Mere luft", "Få")],
    ids=" and ".join,
)
def test_every_choice_hurts_nobody(chromium: Browser, portal: str, chosen: tuple[str, ...]) -> None:
    context = window(chromium, portal)
    page = context.new_page()
    choose(page, *chosen)
    for address in ("/", "/job?sted=4200", "/laesning", "/ord"):
        page.goto(address)
        assert findings(page) == []
        for width in (1280, 320, 390):
            page.set_viewport_size({"width": width, "height": 844})
            assert measured(page) == []
    context.close()
