"""Looks at a page as its users would be hurt by it: axe, sideways scroll, small targets."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
# Other colours change nothing but contrast.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
# Targets of 44 by 44 px (WCAG 2.2, 2.5.5). Links in running text are excepted there, and so are the shapes
# of the map, which has a list of the same links. A card is one target: its link covers all of it.
SMALL_TARGETS = """
() => [...document.querySelectorAll('button, summary, nav a, .govuk-button, .kj-card-link, label')]
  .filter(e => e.offsetParent !== null && !e.closest('.govuk-visually-hidden, svg'))
  .filter(e => !e.matches('label') || e.closest('.govuk-radios__item, .govuk-checkboxes__item'))
  .map(e => [e.textContent.trim().slice(0, 40), (e.matches('.kj-card-link') ? e.closest('li') : e)])
  .map(([words, e]) => [words, e.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
  .map(([words, box]) => `${words}: ${box.width}x${box.height}`)
"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def findings(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on the page as it stands: rule, and the elements it means."""
    answer: Any = Axe().run(page, options=rules).response
    return [
        f"{page.url}: {rule['id']}: {[node['target'] for node in rule['nodes']][:3]}"
        for rule in answer["violations"]
    ]


def look(page: Page) -> None:
    """Fails where a page has findings, scrolls sideways, or has targets too small to hit, light and dark."""
    # Without motion, so that no colour is caught on its way from light to dark.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert findings(page, CONTRAST) == [], "in dark colours"
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert findings(page) == [], "in light colours"
    assert page.evaluate(SIDEWAYS) <= 0, f"{page.url} scrolls sideways"
    assert page.evaluate(SMALL_TARGETS) == [], page.url
