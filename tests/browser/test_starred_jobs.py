"""Starred jobs in a real browser: kept without an account, shown to a relative, printed for a class."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from steps import go, window
from test_on_paper import pages_printed


@pytest.fixture
def kim(chromium: Browser, portal: str) -> Iterator[Page]:
    context = window(chromium, portal)
    yield context.new_page()
    context.close()


@pytest.fixture
def relative(chromium: Browser, portal: str) -> Iterator[Page]:
    """Somebody else's browser, which runs no scripts."""
    context = window(chromium, portal, java_script_enabled=False)
    yield context.new_page()
    context.close()


def star(page: Page, *numbers: int) -> list[str]:
    """Stars these cards of the board; gives their titles."""
    page.goto("/job")
    for number in numbers:
        page.locator(".kj-job .kj-star").nth(number).click()
    return [page.locator(".kj-job .kj-card-link").nth(number).inner_text() for number in numbers]


def open_own_list(page: Page) -> None:
    """Opens the list that this browser has kept; its address leads on to the one with the jobs."""
    page.goto("/gemte")
    page.wait_for_url("**/gemte/*")


def test_a_relative_opens_the_list_that_kim_has_starred(kim: Page, relative: Page) -> None:
    titles = star(kim, 0, 3)
    expect(kim.get_by_role("status").filter(has_text="Jobbet er gemt.")).to_be_attached()
    kim.get_by_role("link", name="Dine gemte jobs (2)").click()
    expect(kim.locator(".kj-job .kj-card-link")).to_have_text(titles)
    sent = kim.get_by_label("Tekst, du kan sende").input_value().rsplit(maxsplit=1)[-1]
    relative.goto(sent)
    expect(relative.locator(".kj-job .kj-card-link")).to_have_text(titles)
    relative.get_by_role("link", name=f"Fjern jobbet: {titles[0]}").click()
    expect(relative.locator(".kj-job .kj-card-link")).to_have_text(titles[1:])
    open_own_list(kim)
    expect(kim.locator(".kj-job .kj-card-link")).to_have_text(titles)


def test_the_browser_remembers_and_forgets(kim: Page) -> None:
    star(kim, 0, 1)
    kim.reload()
    first = kim.locator(".kj-job .kj-star").first
    expect(first).to_contain_text("Gemt")
    first.focus()
    kim.keyboard.press("Space")
    expect(first).not_to_contain_text("Gemt")
    open_own_list(kim)
    expect(kim.locator(".kj-job")).to_have_count(1)
    kim.get_by_role("link", name="Ryd listen").click()
    expect(kim.get_by_text("Her er ingen jobs endnu.")).to_be_visible()
    kim.reload()
    expect(kim.get_by_text("Her er ingen jobs endnu.")).to_be_visible()
    assert kim.context.cookies() == []


def test_a_teacher_prints_a_class_set_of_starred_jobs(kim: Page) -> None:
    star(kim, *range(7))
    open_own_list(kim)
    go(kim.get_by_role("link", name="Skriv jobs ud som kort"))
    expect(kim.locator(".paper-card")).to_have_count(7)
    kim.wait_for_function(
        "[...document.querySelectorAll('.paper-code')].every(code => code.naturalWidth > 0)"
    )
    assert pages_printed(kim, kim.url) == 2
