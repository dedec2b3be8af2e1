"""In a real browser on a phone: from the front page to a job that one can picture."""

from playwright.sync_api import BrowserContext, Page, expect
from steps import go


def test_a_reader_searches_for_a_town_and_opens_a_job(page: Page) -> None:
    page.goto("/")
    go(page.get_by_role("link", name="Find et job").first)
    page.get_by_label("Søg med ord").fill("Slagelse")
    page.get_by_role("button", name="Søg").click()
    page.wait_for_url("/job?q=Slagelse")
    expect(page.get_by_role("link", name="Fjern »Slagelse«")).to_be_visible()
    first = page.locator("a.kj-card-link").first
    title = first.inner_text()
    go(first)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("heading", name="Hvad skal du lave?")).to_be_visible()
    expect(page.get_by_role("link", name="Jeg er interesseret").first).to_be_visible()


def test_a_reader_chooses_an_area_and_a_trade_by_their_pictures(page: Page) -> None:
    page.goto("/job")
    page.get_by_text("Vælg sted", exact=True).click()
    page.locator(".kj-chips, ul").get_by_role("link", name="Fyn").first.click()
    page.wait_for_url("/job?omraade=fyn")
    page.get_by_text("Vælg arbejde", exact=True).click()
    page.get_by_label("Vælg arbejde").get_by_role("link", name="Butik").click()
    expect(page).to_have_url("/job?omraade=fyn&fag=butik")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_every_request_stays_with_the_portal_and_no_cookie_is_set(
    context: BrowserContext, page: Page, portal: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.goto("/job")
    go(page.locator("a.kj-card-link").first)
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith(portal)] == []
    assert context.cookies() == []
