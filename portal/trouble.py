"""What cannot be helped at this moment: no database, no room, no keys; who is told, what is kept (P58).

What could not be saved comes back as a 503 page with what was typed in it, so that one press sends it again.
"""

import errno
import time
from typing import Final

from flask import Flask, current_app, request
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from portal.crypto import CannotOpenError, KeyFileError
from portal.kept_forms import NEVER_KEPT, Pairs

SHOWN_FOR: Final = 60.0
"""Seconds that staff see the bar after the last time that something could not be saved."""
RETRY_AFTER: Final = 30
"""Seconds after which a program may ask again (RFC 9110, 10.2.3)."""
LONGEST: Final = 200_000
"""Characters; a form holds less. What is longer is not sent back."""
KINDS: Final = (DatabaseError, PoolTimeoutError, KeyFileError, CannotOpenError, OSError)
LOST: Final = "portal.lost"
"""Where the server says in a request's environment why it could not keep what was sent: an OSError."""
_OF_OURS: Final = (IntegrityError, DataError, ProgrammingError)
_OF_THE_MACHINE: Final = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EMFILE,
        errno.ENFILE,
        errno.EIO,
        errno.EACCES,
    }
)


def init_app(app: Flask) -> None:
    """Lets templates ask whether something could not be saved a moment ago, and says so of lost bodies."""
    app.jinja_env.globals["cannot_save"] = cannot_save
    app.before_request(_raise_what_was_lost)


def _raise_what_was_lost() -> None:
    if error := request.environ.get(LOST):
        raise error


def is_trouble(error: Exception) -> bool:
    """Whether an error comes from the machine, and not from a mistake in the program."""
    if isinstance(error, OSError):
        return error.errno in _OF_THE_MACHINE
    return isinstance(error, KINDS) and not isinstance(error, _OF_OURS)


def note() -> None:
    """Remembers that something could not be saved just now; each process for itself, without a database."""
    current_app.extensions["trouble"] = time.monotonic()


def cannot_save() -> bool:
    """Whether something could not be saved within the last minute."""
    noted: float = current_app.extensions.get("trouble", float("-inf"))
    return time.monotonic() - noted < SHOWN_FOR


def typed() -> Pairs:
    """What this request sent, but for secrets: names and values, in order."""
    pairs = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name.rsplit("-", 1)[-1] not in NEVER_KEPT
    ]
    return pairs if sum(len(name) + len(value) for name, value in pairs) <= LONGEST else []


def texts_of(pairs: Pairs) -> list[str]:
    """The values that somebody wrote, rather than chose."""
    return [value for _, value in pairs if " " in value.strip() or "\n" in value.strip() or "@" in value]
