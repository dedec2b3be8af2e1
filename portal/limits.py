"""Rate limits: attempts counted in the database, shared by all processes and kept over restarts.

Keys are keyed hashes that change every day: neither addresses nor names are stored (promise 35).
"""

import ipaddress
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from flask import request
from sqlalchemy import Executable, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.models.attempt import Attempt

KEPT: Final = timedelta(days=2)
_TABLE: Final = Attempt.metadata.tables[Attempt.__tablename__]
_PLACE: Final = (_TABLE.c.key, _TABLE.c.window_start)
_COUNTS: Final = select(*_PLACE, _TABLE.c.count).where(
    _TABLE.c.key.in_(bindparam("keys", expanding=True)), _TABLE.c.window_start >= bindparam("since")
)


@dataclass(frozen=True)
class _Statements:
    """What writes into the table, in the words of one kind of database."""

    one_more: Executable
    counting: Executable
    once: Executable


def _worded(insert: Any) -> _Statements:
    one_more = insert(_TABLE).on_conflict_do_update(index_elements=_PLACE, set_={"count": _TABLE.c.count + 1})
    once = insert(_TABLE).on_conflict_do_nothing(index_elements=_PLACE)
    return _Statements(one_more, one_more.returning(_TABLE.c.count), once.returning(_TABLE.c.count))


_STATEMENTS: Final = {"sqlite": _worded(sqlite_insert), "postgresql": _worded(postgresql_insert)}


@dataclass(frozen=True, kw_only=True)
class Counter:
    """What is counted: how often `who` did something in one window."""

    purpose: str
    who: str
    window: timedelta


def network() -> str:
    """The network a request comes from: the first 24 bits of an IPv4 address, 64 of an IPv6 one."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    bits = 24 if address.version == 4 else 64
    return str(ipaddress.ip_network((address.packed, bits), strict=False))


def count(session: Session, purpose: str, who: str, *, window: timedelta) -> int:
    """Counts one attempt of `who` and returns how many there are in this window, this one included.

    The caller commits.
    """
    row = _row(Counter(purpose=purpose, who=who, window=window), clock.now())
    return int(session.connection().execute(_statements(session).counting, row).scalar_one())


def count_all(session: Session, counters: Iterable[Counter]) -> None:
    """Counts one attempt of each in one statement. The caller commits, and soon: others wait for it.

    Whoever counts the same things at the same time counts them in the same order.
    """
    now = clock.now()
    rows = sorted((_row(counter, now) for counter in counters), key=lambda row: str(row["key"]))
    if rows:
        session.connection().execute(_statements(session).one_more, rows)


def is_over(session: Session, purpose: str, who: str, allowed: Mapping[timedelta, int]) -> bool:
    """Counts one attempt in several windows, and says whether it is one too many in any of them.

    `allowed` is how many each window has room for. The caller commits.
    """
    counts = [
        count(session, f"{purpose} {window}", who, window=window) > most for window, most in allowed.items()
    ]
    return any(counts)


def forgive(session: Session, purpose: str, who: str, allowed: Mapping[timedelta, int]) -> None:
    """Sets what `is_over` has counted to nothing. The caller commits."""
    for window in allowed:
        forget(session, f"{purpose} {window}", who)


def counted(session: Session, purpose: str, who: str, *, window: timedelta) -> int:
    """How many attempts of `who` this window holds, without counting one."""
    return counted_all(session, [Counter(purpose=purpose, who=who, window=window)])[0]


def counted_all(session: Session, counters: Sequence[Counter]) -> tuple[int, ...]:
    """How many attempts the window of each counter holds, without counting one. One query."""
    now = clock.now()
    rows = [_row(counter, now) for counter in counters]
    wanted = {"keys": [row["key"] for row in rows], "since": min(row["window_start"] for row in rows)}
    found = {(key, start): count for key, start, count in session.connection().execute(_COUNTS, wanted)}
    return tuple(found.get((row["key"], row["window_start"]), 0) for row in rows)


def is_first(session: Session, purpose: str, what: str, *, until: datetime) -> bool:
    """Whether `what`, which is good until then, is seen for the first time; notes it. The caller commits."""
    key = crypto.keyring().keyed_hash(what, purpose=f"once:{purpose}")
    row = {"key": key, "window_start": until, "count": 1}
    return session.connection().execute(_statements(session).once, row).first() is not None


def forget(session: Session, purpose: str, who: str) -> None:
    """Sets a counter to nothing, as after a right password. The caller commits."""
    session.execute(delete(Attempt).where(Attempt.key == _key(purpose, who)))


def purge(session: Session) -> None:
    """Removes counters that no window needs any more. The caller commits."""
    session.execute(delete(Attempt).where(Attempt.window_start < clock.now() - KEPT))


def _statements(session: Session) -> "_Statements":
    return _STATEMENTS[session.get_bind().dialect.name]


def _row(counter: Counter, now: datetime) -> dict[str, Any]:
    start = _start(now, counter.window)
    return {"key": _key(counter.purpose, counter.who), "window_start": start, "count": 1}


def _key(purpose: str, who: str) -> str:
    return crypto.keyring().keyed_hash(f"{clock.today()}|{who}", purpose=f"limit:{purpose}")


def _start(now: datetime, window: timedelta) -> datetime:
    return now - timedelta(seconds=now.timestamp() % window.total_seconds())
