"""Which application this browser writes or has sent: its token, in the signed session cookie.

The cookie ends with the browser, and "Jeg er en anden" empties it. The database keeps the token's hash only.
"""

from typing import Final

from flask import session as cookie

_NAME: Final = "draft"
GUIDE: Final = "guide"


def token() -> str | None:
    """The token of this browser's application, or None."""
    found = cookie.get(_NAME)
    return found if isinstance(found, str) else None


def remember(new_token: str) -> None:
    """Makes this browser the one that writes the application with this token."""
    cookie[_NAME] = new_token


def forget() -> None:
    """Nobody who sits down here next finds anything of the last one."""
    cookie.pop(_NAME, None)
    cookie.pop(GUIDE, None)


def take_from_guide() -> dict[str, str]:
    """What was answered in the guide, once: the next who starts here begins empty."""
    found = cookie.pop(GUIDE, None)
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
