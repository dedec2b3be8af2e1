"""What a telephone fetches before a reader sees a page: few and small files, all from this site (P49)."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Request
from steps import window

KIB = 1024


def phone(chromium: Browser, portal: str) -> BrowserContext:
    """A browser that has never been here."""
    return window(chromium, portal)


def address_of(kind: str, chromium: Browser, portal: str) -> str:
    if kind != "job":
        return {"front": "/", "list": "/job"}[kind]
    with phone(chromium, portal) as context:
        page = context.new_page()
        page.goto("/job")
        return str(page.locator("a.kj-card-link").first.get_attribute("href"))


@pytest.mark.parametrize("kind", ["front", "list", "job"])
def test_a_first_view_is_small_and_all_our_own(chromium: Browser, portal: str, kind: str) -> None:
    address = address_of(kind, chromium, portal)
    fetched: list[Request] = []
    with phone(chromium, portal) as context:
        page = context.new_page()
        page.on("requestfinished", lambda request: fetched.append(request))  # noqa: PLW0108 - Playwright takes no built-in
        page.goto(address, wait_until="networkidle")
        sizes = {urlsplit(request.url).path: request.sizes()["responseBodySize"] for request in fetched}
    assert {urlsplit(request.url).netloc for request in fetched} == {urlsplit(portal).netloc}
    assert len(fetched) <= 10, sorted(sizes)
    assert sum(sizes.values()) <= 80 * KIB, sizes
