"""Views: Sources, what was refused, spreadsheets, and partners' keys. Importing this makes `bp` complete."""

from portal.feeds.views import keys, quarantine, sheets, sources
from portal.feeds.views.blueprint import bp

__all__ = ["bp", "keys", "quarantine", "sheets", "sources"]
