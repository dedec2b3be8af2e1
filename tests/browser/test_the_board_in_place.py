"""With JavaScript the board changes in place and says so; the addresses are the same as without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from steps import go, window

STAYED = "window.stayed === true"


@pytest.fixture
def board(chromium: Browser, portal: str) -> Iterator[Page]:
    """The board on a phone, marked so that a whole new page would be noticed."""
    context = window(chromium, portal)
    page = context.new_page()
    page.goto("/job")
    page.evaluate("window.stayed = true")
    yield page
    context.close()


def choose(page: Page, fold: str, link: str) -> None:
    page.get_by_text(fold, exact=True).click()
    page.locator(".kj-filters .kj-chip").filter(has_text=link).click()


def heading(page: Page) -> str:
    return page.locator("#jobs").inner_text()


def test_a_choice_changes_the_list_in_place_and_is_said(board: Page) -> None:
    before = heading(board)
    choose(board, "Vælg arbejde", "Kontor")
    expect(board).to_have_url("/job?fag=kontor")
    expect(board.locator("#jobs")).not_to_have_text(before)
    expect(board.locator("#svar")).to_have_text(heading(board))
    expect(board).to_have_title("Kontor, Find et job - KLAPjob")
    assert board.evaluate(STAYED)


def test_the_choice_stays_under_the_finger_and_its_group_open(board: Page) -> None:
    choose(board, "Vælg arbejde", "Kontor")
    expect(board).to_have_url("/job?fag=kontor")
    expect(board.locator(".kj-filters .kj-chip").filter(has_text="Kontor")).to_be_focused()
    choose_again = board.locator(".kj-filters .kj-chip").filter(has_text="Lager og fabrik")
    choose_again.click()
    expect(board).to_have_url("/job?fag=lager")


def test_an_area_on_the_map_works_too(board: Page) -> None:
    board.get_by_text("Vælg sted", exact=True).click()
    board.get_by_label("Bornholm, 3 jobs").first.click()
    expect(board).to_have_url("/job?omraade=bornholm")
    expect(board.locator("#jobs")).to_have_text("3 jobs")
    assert board.evaluate(STAYED)


def test_a_place_and_words_are_looked_for_in_place(board: Page) -> None:
    board.get_by_text("Vælg sted", exact=True).click()
    board.get_by_label("By eller postnummer").fill("slagelse")
    board.get_by_role("button", name="Vis jobs").click()
    expect(board.get_by_role("link", name="Fjern 4200 Slagelse, 20 km")).to_be_visible()
    board.get_by_label("Søg med ord").fill("brød")
    board.get_by_label("Søg med ord").press("Enter")
    expect(board.get_by_role("link", name="Fjern »brød«")).to_be_visible()
    expect(board.get_by_role("link", name="Fjern 4200 Slagelse, 20 km")).to_be_visible()
    assert board.evaluate(STAYED)


def test_back_and_forward_show_what_was_there(board: Page) -> None:
    all_jobs = heading(board)
    choose(board, "Vælg arbejde", "Kontor")
    expect(board).to_have_url("/job?fag=kontor")
    offices = heading(board)
    board.go_back()
    expect(board.locator("#jobs")).to_have_text(all_jobs)
    expect(board).to_have_url("/job")
    board.go_forward()
    expect(board.locator("#jobs")).to_have_text(offices)
    assert board.evaluate(STAYED)


def test_another_page_of_the_list_begins_at_its_heading(board: Page) -> None:
    board.get_by_role("link", name="Næste side").click()
    expect(board).to_have_url("/job?side=2")
    expect(board.locator("#jobs")).to_be_focused()
    expect(board.locator("#jobs")).to_be_in_viewport()
    assert board.evaluate(STAYED)


def slowly(page: Page) -> None:
    """Lets each answer take half a second, as on a poor connection."""

    def wait(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/job?*", wait)


def test_a_second_choice_in_a_hurry_keeps_the_first(board: Page) -> None:
    slowly(board)
    choose(board, "Vælg sted", "Fyn")
    choose(board, "Vælg arbejde", "Butik")
    expect(board).to_have_url("/job?omraade=fyn&fag=butik")
    expect(board.get_by_role("link", name="Fjern Fyn")).to_be_visible()
    expect(board.get_by_role("link", name="Fjern Butik")).to_be_visible()


def test_what_is_being_typed_is_not_lost(board: Page) -> None:
    slowly(board)
    choose(board, "Vælg sted", "Fyn")
    board.get_by_label("Søg med ord").press_sequentially("brød")
    expect(board.get_by_role("link", name="Fjern Fyn")).to_be_visible()
    expect(board.get_by_label("Søg med ord")).to_have_value("brød")
    expect(board.get_by_label("Søg med ord")).to_be_focused()


def test_without_an_answer_the_browser_goes_there_itself(board: Page) -> None:
    board.route("**/job?fag=kontor", lambda route: route.abort(), times=1)
    choose(board, "Vælg arbejde", "Kontor")
    expect(board).to_have_url("/job?fag=kontor")
    expect(board.get_by_role("link", name="Fjern Kontor")).to_be_visible()
    assert not board.evaluate(STAYED)


def test_a_job_opens_as_a_page_of_its_own(board: Page) -> None:
    go(board.locator("a.kj-card-link").first)
    expect(board.get_by_role("heading", name="Hvad skal du lave?")).to_be_visible()
    assert not board.evaluate(STAYED)


def test_nothing_moves_away_while_a_finger_is_down(board: Page) -> None:
    asked: list[Route] = []
    board.route("**/job?fag=kontor", lambda route: asked.append(route))  # noqa: PLW0108 - Playwright marks the function
    before = heading(board)
    with board.expect_request("**/job?fag=kontor"):
        choose(board, "Vælg arbejde", "Kontor")
    board.mouse.move(5, 5)
    board.mouse.down()
    with board.expect_response("**/job?fag=kontor") as came:
        asked[0].continue_()
    came.value.finished()
    board.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    assert heading(board) == before
    board.mouse.up()
    expect(board.locator("#jobs")).not_to_have_text(before)
