"""Asks a pooled connection to a server whether it still lives, where it has lain idle for a while.

Asking each time is a round trip before every request, and tells nothing of a connection that answered a
moment ago: a server that goes away in that moment could as well go between the question and the statement.
Whoever meets that is told to try again, and all connections of the pool are made anew.
"""

import time
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

IDLE: Final = 1.0
"""Seconds for which a connection that has answered counts as alive."""
_KEY: Final = "answered"


def ask_after_rest(engine: Engine, *, idle: float = IDLE) -> None:
    """Has the engine ask connections that were not used for `idle` seconds; a dead one is replaced."""
    dialect = engine.dialect

    def note(_connection: Any, record: Any) -> None:
        record.info[_KEY] = time.monotonic()

    def ask(connection: Any, record: Any, _proxy: Any) -> None:
        # A new connection has no time yet, and has just answered.
        answered = record.info.pop(_KEY, None)
        if answered is None or time.monotonic() - answered < idle:
            return
        try:
            dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            # The pool drops all that it opened before now, and tries with a new one.
            raise InvalidatePoolError from error

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", ask)
