"""Whoever writes into SQLite waits in line for those of the same process, and does not try again and again.

SQLite has one write lock. Who finds it taken sleeps and tries again, and sleeps longer each time: with eight
threads that write at once the lock lies idle while all sleep, and after four seconds somebody gives up. So
the threads of a process take turns. Other processes, such as the worker, are waited for as SQLite does it.
"""

import threading
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, event

LONGEST: Final = 4.0
"""Seconds after which somebody stops waiting in line, and tries as SQLite does."""
_KEY: Final = "turn"
_lines: Final[WeakKeyDictionary[Pool, threading.Lock]] = WeakKeyDictionary()


def take(connection: Connection) -> None:
    """Waits until it is this connection's turn to write. The turn ends when the connection is given back."""
    line = _lines.setdefault(connection.engine.pool, threading.Lock())
    if _KEY not in connection.info and line.acquire(timeout=LONGEST):
        connection.info[_KEY] = line


# By then the transaction is over, its sync to the disk as well.
@event.listens_for(Pool, "checkin")
def _give_back(_connection: Any, record: Any) -> None:
    line = record.info.pop(_KEY, None)
    if line is not None:
        line.release()
