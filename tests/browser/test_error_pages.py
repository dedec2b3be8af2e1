"""Every error page in a real browser: axe, contrast in light and dark, scroll and targets."""

from pathlib import Path

from looking import hurts
from playwright.sync_api import Browser, Page
from steps import window
from werkzeug.exceptions import default_exceptions

from conftest import settings_for
from portal.app import create_app
from portal.pages import OWN_ERROR_PAGES


def _put(page: Page, address: str, html: str) -> None:
    """Shows a page under the portal's own address, so that its styles and scripts are loaded."""
    page.route(address, lambda route: route.fulfill(content_type="text/html", body=html))


def test_error_pages_hurt_nobody(chromium: Browser, portal: str, filled_folder: Path) -> None:
    app = create_app(settings_for(filled_folder))
    context = window(chromium, portal)
    page = context.new_page()
    found = []
    for code in sorted(OWN_ERROR_PAGES):
        # Sent, and not only asked for: so that the page also shows what was typed.
        with app.test_request_context("/ansoeg/spoergsmaal/navn", method="POST", data={"name": "Kim"}):
            answer = app.make_response(app.handle_http_exception(default_exceptions[code]()))
        _put(page, f"**/fejl-{code}", answer.get_data(as_text=True))
        page.goto(f"/fejl-{code}")
        found += hurts(page)
    context.close()
    assert found == []
