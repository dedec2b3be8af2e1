"""Views: The queue: what came in, what to decide, and the hand-over to a consultant."""

from portal.screening.views import bulk, case, desk, duplicates, letters, mails, notes, queue, search, voice
from portal.screening.views.blueprint import bp

__all__ = [
    "bp",
    "bulk",
    "case",
    "desk",
    "duplicates",
    "letters",
    "mails",
    "notes",
    "queue",
    "search",
    "voice",
]
