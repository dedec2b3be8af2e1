"""The main public pages in forced colours, and at 400 percent: axe, kept borders, nothing sideways."""

from collections.abc import Iterator

import pytest
from looking import SIDEWAYS, findings
from playwright.sync_api import Browser, Page

PAGES = (
    "/",
    "/job",
    "/job?q=rumraket",
    "/ord",
    "/kontakt",
    "/ansoeg",
    "/gemte",
    "/besked",
    "/kan-jeg",
    "/was",
)
LOST_EDGES = """
() => [...document.querySelectorAll('.govuk-button, .govuk-input, .kj-job, .kj-big, .kj-panel')]
  .filter(e => e.offsetParent !== null)
  .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
  .map(e => e.className + ': ' + e.textContent.trim().slice(0, 30))
"""


@pytest.fixture(scope="module")
def small(chromium: Browser, portal: str) -> Iterator[Page]:
    """A screen of 1280 by 1024 at 400 percent: 320 by 256, each point drawn with sixteen."""
    context = chromium.new_context(
        base_url=portal, viewport={"width": 320, "height": 256}, device_scale_factor=4
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_at_400_percent(small: Page, address: str) -> None:
    small.goto(address)
    small.emulate_media(reduced_motion="reduce", forced_colors="none")
    assert findings(small) == []
    assert small.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("address", PAGES)
def test_in_forced_colours(small: Page, address: str) -> None:
    small.goto(address)
    small.emulate_media(reduced_motion="reduce", forced_colors="active")
    assert findings(small) == []
    assert small.evaluate(LOST_EDGES) == []
