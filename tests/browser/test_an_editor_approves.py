"""An editor makes an ad easy in a real browser, with and without JavaScript; the pages hurt nobody."""

import re
from collections.abc import Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, BrowserContext, Page, expect
from steps import DESKTOP, go, sign_in, window


@pytest.fixture
def editor(context: BrowserContext) -> Page:
    """Erik on a phone, once with JavaScript and once without."""
    return sign_in(context.new_page(), "erik@demo.example")


@pytest.fixture
def wide(chromium: Browser, portal: str) -> Iterator[Page]:
    """Erik at his desk."""
    context = window(chromium, portal, viewport=DESKTOP)
    yield sign_in(context.new_page(), "erik@demo.example")
    context.close()


def test_an_editor_writes_looks_and_approves(editor: Page, request: pytest.FixtureRequest) -> None:
    scripted = "without" not in request.node.callspec.id
    editor.goto("/personale/jobopslag?gruppe=computer")
    go(editor.locator(".kj-queue a").first)
    title = f"Hjælp i butikken {'A' if scripted else 'B'}"
    editor.get_by_label("Titel").fill(title)
    editor.get_by_label("Én sætning om jobbet").fill("Du emballerer varer.")
    if not scripted:
        go(editor.get_by_role("button", name="Se, hvordan det bliver"))
    expect(editor.locator(".kj-easytext h3")).to_have_text(title)
    expect(editor.locator("mark.kj-mark--rare", has_text="emballerer")).to_be_visible()
    if scripted:
        expect(editor.locator("[data-looks-status]")).to_have_text(re.compile(r"LIX \d+\. "))
    editor.get_by_label("Én sætning om jobbet").fill("Du pakker varer.")
    editor.get_by_label("Billede til opgave 1").select_option(label="Pakke")
    if scripted:
        # axe is a script itself; the page is the same without.
        look(editor)
    go(editor.get_by_role("button", name="Godkend teksten"))
    expect(editor.get_by_text("Teksten er godkendt. Læserne ser den nu.")).to_be_visible()
    go(editor.get_by_role("link", name="Se opslaget, som læserne ser det"))
    expect(editor.get_by_role("heading", level=1)).to_have_text(title)
    expect(editor.get_by_text("Du pakker varer.")).to_be_visible()
    expect(editor.get_by_text("En computer har lavet")).to_have_count(0)


def test_the_rooms_pages_on_a_wide_screen(wide: Page) -> None:
    go(wide.get_by_role("link", name="Jobopslag"))
    look(wide)
    go(wide.locator("h2:has-text('Ændret hos kilden') ~ ul a").first)
    expect(wide.locator("del")).to_have_count(1)
    look(wide)
    wide.goto("/personale/eget-opslag")
    look(wide)
    go(wide.get_by_role("link", name="Hjælp i børnehaven"))
    expect(wide.get_by_text("Er jobbet stadig ledigt?")).to_be_visible()
    look(wide)
    wide.goto("/personale/eget-opslag/ny")
    look(wide)
