"""What a person does in a browser, one page after the other."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from portal import clock, totp
from portal.demo.accounts import CODE_SECRET, PASSWORD

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# Milliseconds. A machine that runs all tests at once may be slow; nothing waits longer than it must.
PATIENCE = 60_000


def window(browser: Browser, address: str, **how: Any) -> BrowserContext:
    """A browser that has never been here, on a phone unless told otherwise, and with the tests' patience."""
    context = browser.new_context(**{"base_url": address, "viewport": PHONE, "locale": "da-DK"} | how)
    context.set_default_timeout(PATIENCE)
    return context


def go(there: Locator) -> None:
    """Presses what leads to another page, and waits until that page is there.

    A click alone comes back while the old page still stands, and whoever looks then sees the old one.
    """
    with there.page.expect_navigation():
        there.click()


def press_enter(page: Page) -> None:
    """Presses Enter on what has the focus and leads to another page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, name: str, given: Any) -> None:
    """Gives one answer: chooses, one or several, or types. Nothing given is a question skipped."""
    for value in filter(None, given if isinstance(given, list) else [given]):
        choice = page.locator(f"input:is([type=radio], [type=checkbox])[name={name}][value='{value}']")
        if choice.count():
            choice.check()
        else:
            page.locator(f"[name={name}]").fill(value)


def answer(page: Page, answers: Mapping[str, Any], button: str = "Næste") -> None:
    """Gives the answers of one page and goes on."""
    for name, given in answers.items():
        choose(page, name, given)
    go(page.get_by_role("button", name=button, exact=True))


def unfold(page: Page, verb: str) -> Locator:
    """Opens what may be done with a case, unless it stands open, and gives its form."""
    part = page.locator(f"details#{verb}")
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def under(page: Page, key: str) -> Locator:
    """The links to the cases under one heading of the queue."""
    return page.locator(f"#{key} ~ ul a.kj-card-link")


def begin(page: Page) -> None:
    """Starts the form without a job."""
    page.goto("/ansoeg")
    go(page.get_by_role("button", name="Start"))


def sign_in(page: Page, email: str) -> Page:
    """Signs a member of the demo's staff in; the page then shows where staff begin.

    Who has signed in before in this run is still signed in: a code is good for one time only.
    """
    page.goto("/personale/log-ind")
    known = _signed_in.get((page.url, email))
    if known is not None:
        page.context.add_cookies(known)
        page.goto("/personale")
    if known is None or "/log-ind" in page.url:
        _take_both_steps(page, email)
    return page


_signed_in: dict[tuple[str, str], Any] = {}


def _take_both_steps(page: Page, email: str) -> None:
    page.goto("/personale/log-ind")
    address = page.url
    page.get_by_label("Mail").fill(email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    go(page.get_by_role("button", name="Log ind", exact=True))
    for moment in (clock.now(), clock.now() + timedelta(seconds=totp.STEP_SECONDS)):
        if "/kode" in page.url:
            page.get_by_label("Kode").fill(totp.code(CODE_SECRET, moment))
            go(page.get_by_role("button", name="Log ind", exact=True))
    _signed_in[address, email] = page.context.cookies()
