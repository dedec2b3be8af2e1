"""Two readers find a job: one looks only at pictures, one uses only the keyboard."""

import pytest
from playwright.sync_api import Page, expect
from steps import press_enter


def press_picture(page: Page, key: str, within: str) -> None:
    """Presses the drawing of an idea, which is all that this reader looks at."""
    drawing = page.locator(f"{within} .kj-picture:has(use[href$='#{key}'])").first
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_by_pictures_only(page: Page) -> None:
    page.goto("/")
    press_picture(page, "search", ".kj-big")
    page.wait_for_url("/job")
    press_picture(page, "job", "summary")
    press_picture(page, "kitchen", ".kj-chip")
    page.wait_for_url("/job?fag=koekken")
    expect(page.get_by_role("link", name="Fjern Køkken og restaurant")).to_be_visible()
    press_picture(page, "kitchen", ".kj-job")
    expect(page.get_by_role("heading", name="Hvad skal du lave?")).to_be_visible()
    assert page.locator(".kj-pairs .kj-picture").count() > 1


def tab_to(page: Page, words: str, *, most: int = 60) -> None:
    """Presses Tab until the focus stands on these words, as a person without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(words):
            return
    pytest.fail(f"the keyboard never came to {words}")


def test_by_keyboard_only(page: Page) -> None:
    page.goto("/")
    tab_to(page, "Find et job")
    press_enter(page)
    expect(page).to_have_url("/job")
    tab_to(page, "Gå til indholdet")
    page.keyboard.press("Enter")
    tab_to(page, "Vælg arbejde")
    page.keyboard.press("Enter")
    tab_to(page, "Kontor")
    page.keyboard.press("Enter")
    page.wait_for_url("/job?fag=kontor")
    title = page.locator("a.kj-card-link").first.inner_text()
    tab_to(page, title)
    press_enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    tab_to(page, "Jeg er interesseret")
    press_enter(page)
    assert "/ansoeg/" in page.url
