"""A real browser and a running portal for the proofs, as the browser tests have them."""

from browser.conftest import chromium, filled_folder, portal

__all__ = ["chromium", "filled_folder", "portal"]
