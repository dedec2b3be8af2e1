"""In a real browser: Kim applies on a phone, Sanne passes the case on, Anna sees it. axe looks too."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from looking import look
from playwright.sync_api import Browser, Page, expect

from apply.filling import KIM
from portal.demo.accounts import PASSWORD

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
Opens = Callable[..., Page]


@pytest.fixture
def opens(chromium: Browser, portal: str) -> Iterator[Opens]:
    """Opens a new browser, as another person sits down at another machine."""
    contexts = []

    def open_browser(**how: Any) -> Page:
        contexts.append(chromium.new_context(base_url=portal, **how))
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1].new_page()

    yield open_browser
    for context in contexts:
        context.close()


def _look(page: Page, *, javascript: bool) -> None:
    """Without JavaScript axe cannot run; the pages are the same ones."""
    if javascript:
        look(page)


def _answer(page: Page, answers: dict[str, Any]) -> None:
    """Gives the answers of one page: chooses pictures, or types, and presses Næste."""
    for name, given in answers.items():
        # An empty answer is a question skipped.
        for value in filter(None, given if isinstance(given, list) else [given]):
            choice = page.locator(f"input[name={name}][value='{value}']")
            if choice.count():
                choice.check()
            else:
                page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Næste").click()


def _sign_in(page: Page, email: str) -> Page:
    page.goto("/personale")
    page.get_by_label("Mail").fill(email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_kim_applies_and_the_consultant_sees_it(opens: Opens, *, javascript: bool) -> None:
    # Kim opens a job near Slagelse, says "I am interested", and answers one question at a time.
    kim = opens(viewport=PHONE, java_script_enabled=javascript)
    kim.goto("/job?q=slagelse")
    kim.locator("a.kj-card-link").first.click()
    kim.get_by_role("link", name="Jeg er interesseret").first.click()
    _look(kim, javascript=javascript)
    kim.get_by_role("button", name="Start").click()
    for answers in KIM.values():
        _look(kim, javascript=javascript)
        _answer(kim, answers)

    # Kim checks the answers and sends them. The receipt tells what happens next, and whom to call.
    _look(kim, javascript=javascript)
    kim.get_by_role("button", name="Send").click()
    _look(kim, javascript=javascript)
    expect(kim.locator("main")).to_contain_text("36 35 96 60")

    # Sanne in the secretariat finds the case, takes it, and passes it on.
    sanne = _sign_in(opens(viewport=DESKTOP, java_script_enabled=javascript), "sanne@demo.example")
    _look(sanne, javascript=javascript)
    sanne.get_by_role("link", name=re.compile(r"^Kim K\.")).first.click()
    _look(sanne, javascript=javascript)
    case = sanne.url
    sanne.get_by_role("button", name="Tag den").click()
    expect(sanne.get_by_text("Du har sagen nu.")).to_be_visible()
    sanne.get_by_role("button", name="Send videre").first.click()

    # Anna, the consultant of Slagelse, finds it in her own list, on her phone.
    anna = _sign_in(opens(viewport=PHONE, java_script_enabled=javascript), "anna@demo.example")
    _look(anna, javascript=javascript)
    anna.goto(case)
    expect(anna.locator("main")).to_contain_text("Kim Kandidat")
    _look(anna, javascript=javascript)


@pytest.mark.parametrize("slug", KIM)
def test_a_question_without_an_answer_gets_a_kind_page(opens: Opens, slug: str) -> None:
    page = opens(viewport=PHONE)
    page.goto("/ansoeg")
    page.get_by_role("button", name="Start").click()
    for before in list(KIM)[: list(KIM).index(slug)]:
        _answer(page, KIM[before])
    _answer(page, {})
    # A question that must be answered says so; one that may be skipped leads on.
    assert page.title().startswith("Fejl: ") or not page.url.endswith(slug)
    look(page)
