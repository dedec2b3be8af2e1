"""A running portal for the proofs, as the browser tests have it.

What needs a browser stands with those tests: one process can have only one Playwright.
"""

from browser.conftest import filled_folder, portal

__all__ = ["filled_folder", "portal"]
