"""Looks at a page as its users would be hurt by it: axe, sideways scroll, small targets."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
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


# Only what is wrong comes back; all that is right weighs megabytes.
FOUND = """
async rules => (await axe.run(document, {...rules, resultTypes: ['violations']})).violations
  .map(rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)
"""


def findings(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on the page as it stands: rule, and the elements it means."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [f"{page.url}: {found}" for found in page.evaluate(FOUND, rules)]


def hurts(page: Page) -> list[str]:
    """What hurts on a page: findings in dark and light colours, scrolling sideways, too small targets."""
    # Without motion, so that no colour is caught on its way from light to dark.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    in_dark = findings(page, CONTRAST)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return in_dark + findings(page) + measured(page)


def measured(page: Page) -> list[str]:
    """Whether a page scrolls sideways, and its targets that are too small to hit."""
    sideways = [f"{page.url} scrolls sideways"] if page.evaluate(SIDEWAYS) > 0 else []
    return sideways + [f"{page.url}: {target}" for target in page.evaluate(SMALL_TARGETS)]


def hurts_at_any_width(page: Page) -> list[str]:
    """What hurts on a page on a phone, on a wide screen, and as a phone-sized view at 400 percent."""
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found += measured(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    found += findings(page)
    page.set_viewport_size({"width": 390, "height": 800})
    return found + hurts(page)


def look(page: Page) -> None:
    """Fails where a page hurts; for the pages on the way to what a test is about."""
    assert hurts(page) == []


def look_at_all_widths(page: Page) -> None:
    """Fails where a page hurts at any width; for the pages on the way to what a test is about."""
    assert hurts_at_any_width(page) == []
