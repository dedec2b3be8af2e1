"""What comes out of the printer: the pages of the PDF that a browser makes."""

import re
from collections.abc import Iterator

import pytest
from looking import hurts
from playwright.sync_api import Browser, Page, expect
from steps import DESKTOP, go, window


@pytest.fixture
def page(chromium: Browser, portal: str) -> Iterator[Page]:
    context = window(chromium, portal, viewport=DESKTOP)
    yield context.new_page()
    context.close()


def pages_printed(page: Page, address: str) -> int:
    """On how many A4 pages an address comes out."""
    page.goto(address)
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_every_job_fits_on_one_page(page: Page) -> None:
    page.goto("/job")
    links = page.locator("a.kj-card-link").evaluate_all("links => links.map(link => link.pathname)")
    assert len(links) == 20
    for link in links:
        posting_id = link.removeprefix("/job/").partition("-")[0]
        assert pages_printed(page, f"/job/print/{posting_id}") == 1, link


def test_twenty_jobs_come_out_six_a_page(page: Page) -> None:
    assert pages_printed(page, "/job/print") == 4


def test_no_card_is_cut(page: Page) -> None:
    page.goto("/job/print")
    page.emulate_media(media="print")
    cut = "cards => cards.filter(card => card.scrollHeight > card.clientHeight + 1).map(c => c.innerText)"
    assert page.locator(".paper-card").evaluate_all(cut) == []


def test_the_form_on_paper_hurts_nobody_on_the_screen(page: Page) -> None:
    page.goto("/ansoeg")
    go(page.get_by_role("link", name="Print spørgsmålene"))
    expect(page.get_by_role("heading", name="Hvad hedder du?")).to_be_visible()
    assert hurts(page) == []
