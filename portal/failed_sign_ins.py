"""Counts the sign-ins of staff that failed in this hour, over all accounts; an alarm watches it (P62)."""

from datetime import timedelta
from typing import Final

from sqlalchemy.orm import Session

from portal import limits

_PURPOSE: Final = "sign-in failed"
_ALL: Final = "all"
_WINDOW: Final = timedelta(hours=1)


def note(session: Session) -> None:
    """Counts one. The caller commits."""
    limits.count(session, _PURPOSE, _ALL, window=_WINDOW)


def lately(session: Session) -> int:
    """How many failed since the hour began."""
    return limits.counted(session, _PURPOSE, _ALL, window=_WINDOW)
