"""Rate limits: attempts counted in the database, shared by all processes and kept over restarts.

Keys are keyed hashes that change every day: neither addresses nor names are stored (promise 35).
"""

import ipaddress
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from flask import request
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.models.attempt import Attempt

KEPT: Final = timedelta(days=2)


def network() -> str:
    """The network a request comes from: the first 24 bits of an IPv4 address, 64 of an IPv6 one."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    bits = 24 if address.version == 4 else 64
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False))


def count(session: Session, purpose: str, who: str, *, window: timedelta) -> int:
    """Counts one attempt of `who` and returns how many there are in this window, this one included.

    The caller commits.
    """
    now = clock.now()
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    row = insert(Attempt).values(key=_key(purpose, who), window_start=_start(now, window), count=1)
    counted = row.on_conflict_do_update(
        index_elements=[Attempt.key, Attempt.window_start], set_={"count": Attempt.count + 1}
    ).returning(Attempt.count)
    return session.execute(counted).scalar_one()


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
    query = select(Attempt.count).where(
        Attempt.key == _key(purpose, who), Attempt.window_start == _start(clock.now(), window)
    )
    return session.scalar(query) or 0


def is_first(session: Session, purpose: str, what: str, *, until: datetime) -> bool:
    """Whether `what`, which is good until then, is seen for the first time; notes it. The caller commits."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    key = crypto.keyring().keyed_hash(what, purpose=f"once:{purpose}")
    row = insert(Attempt).values(key=key, window_start=until, count=1)
    noted = row.on_conflict_do_nothing(index_elements=[Attempt.key, Attempt.window_start])
    return session.execute(noted.returning(Attempt.count)).first() is not None


def forget(session: Session, purpose: str, who: str) -> None:
    """Sets a counter to nothing, as after a right password. The caller commits."""
    session.execute(delete(Attempt).where(Attempt.key == _key(purpose, who)))


def purge(session: Session) -> None:
    """Removes counters that no window needs any more. The caller commits."""
    session.execute(delete(Attempt).where(Attempt.window_start < clock.now() - KEPT))


def _key(purpose: str, who: str) -> str:
    return crypto.keyring().keyed_hash(f"{clock.today()}|{who}", purpose=f"limit:{purpose}")


def _start(now: datetime, window: timedelta) -> datetime:
    return now - timedelta(seconds=now.timestamp() % window.total_seconds())
