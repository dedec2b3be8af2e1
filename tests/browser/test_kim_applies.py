"""In a real browser: Kim applies on a phone, Sanne passes the case on, Anna sees it. axe looks too."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from looking import look
from playwright.sync_api import Browser, Page, expect
from steps import DESKTOP, PHONE, answer, begin, go, sign_in

from apply.filling import KIM

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


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_kim_applies_and_the_consultant_sees_it(opens: Opens, *, javascript: bool) -> None:
    # Kim opens a job near Slagelse, says "I am interested", and answers one question at a time.
    kim = opens(viewport=PHONE, java_script_enabled=javascript)
    kim.goto("/job?q=slagelse")
    go(kim.locator("a.kj-card-link").first)
    go(kim.get_by_role("link", name="Jeg er interesseret").first)
    _look(kim, javascript=javascript)
    go(kim.get_by_role("button", name="Start"))
    for answers in KIM.values():
        _look(kim, javascript=javascript)
        answer(kim, answers)

    # Kim checks the answers and sends them. The receipt tells what happens next, and whom to call.
    _look(kim, javascript=javascript)
    go(kim.get_by_role("button", name="Send"))
    _look(kim, javascript=javascript)
    expect(kim.locator("main")).to_contain_text("36 35 96 60")

    # Sanne in the secretariat finds the case, takes it, and passes it on.
    sanne = sign_in(opens(viewport=DESKTOP, java_script_enabled=javascript), "sanne@demo.example")
    _look(sanne, javascript=javascript)
    go(sanne.get_by_role("link", name=re.compile(r"^Kim K\.")).first)
    _look(sanne, javascript=javascript)
    case = sanne.url
    go(sanne.get_by_role("button", name="Tag den"))
    expect(sanne.get_by_text("Du har sagen nu.")).to_be_visible()
    go(sanne.get_by_role("button", name="Send videre").first)

    # Anna, the consultant of Slagelse, finds it in her own list, on her phone.
    anna = sign_in(opens(viewport=PHONE, java_script_enabled=javascript), "anna@demo.example")
    _look(anna, javascript=javascript)
    anna.goto(case)
    expect(anna.locator("main")).to_contain_text("Kim Kandidat")
    _look(anna, javascript=javascript)


def test_a_question_without_an_answer_gets_a_kind_page(opens: Opens) -> None:
    page = opens(viewport=PHONE)
    begin(page)
    for slug, answers in KIM.items():
        page.goto(f"/ansoeg/spoergsmaal/{slug}")
        answer(page, {})
        # A question that must be answered says so; one that may be skipped leads on.
        assert page.title().startswith("Fejl: ") or not page.url.endswith(slug)
        look(page)
        page.goto(f"/ansoeg/spoergsmaal/{slug}")
        answer(page, answers)
