"""Knows, cheaply, whether anything that public pages show has changed since a moment ago, in any process.

The first statement of a transaction that writes to a shown table counts `data_version` up, in the same
transaction: the new number and the new rows become visible together. So writers of shown tables wait for one
another on PostgreSQL too, as they do on SQLite, and revisions of ads are numbered in the order of commits.
"""

import re
import threading
import time
from contextlib import suppress
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Engine, event

from portal.models import Base

UNSHOWN: Final = frozenset(
    (
        "absence alarm application arrival attempt audit_entry audit_head audit_segment "
        "backup_record candidate candidate_key data_version deletion_record deletion_warning desk "
        "feed_run forgotten_password heartbeat job kept_form log_position merging move note "
        "outbox_message partner_key passkey placement pulse purge_run recovery_code refused_entry "
        "saved_view school_visit source spent_challenge staff_link staff_session subscription "
        "ticket two_people visit_count visitation_vote wish"
    ).split()
)
"""Tables that no public page shows, and that are written often. What is not named here counts as shown."""

NOTHING_YET: Final = (0, 0)
AGAIN_SECONDS: Final = 2
"""So long nobody waits once more for a server that did not answer, unless somebody else has reached it."""
LONGEST_SECONDS: Final = 10
"""Longer than anybody who asks has to wait for a server that does not answer."""
_WRITES = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)')
_READ = "SELECT number, rebuilt FROM data_version WHERE id = 1"
_PREPARED = b"version"
# PGRES_TUPLES_OK of libpq; the driver need not be there where all is in SQLite.
_ROWS = 2
_COUNT = (
    "INSERT INTO data_version (id, number, rebuilt) VALUES (1, 1, 0) "
    "ON CONFLICT (id) DO UPDATE SET number = data_version.number + 1"
)
_REBUILD = "UPDATE data_version SET rebuilt = number WHERE id = 1"


class Version(NamedTuple):
    """The number of the last change, and that of the last one that revisions of ads do not tell about.

    `connection` counts the connections that a watch has had until this one told it: behind another one may be
    a server that has lost the last changes and gives their numbers to others. With one they only grow.
    """

    number: int
    rebuilt: int
    connection: int = 0


class Line(NamedTuple):
    """The descriptor of a connection to a server. A later connection may have the same one."""

    descriptor: int
    connection: int


@event.listens_for(Engine, "before_cursor_execute")
def _count(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
    written = _WRITES.match(statement)
    if written is None or not is_shown(written[2]):
        return
    done = connection.info.setdefault("versions", set())
    if "counted" not in done:
        done.add("counted")
        connection.exec_driver_sql(_COUNT)
    untold = written[2] == "posting" and (written[1] == "DELETE FROM" or "revision" not in statement)
    if untold and "rebuilt" not in done:
        done.add("rebuilt")
        connection.exec_driver_sql(_REBUILD)


def is_shown(table: str) -> bool:
    """Whether public pages may show rows of this table."""
    return table in Base.metadata.tables and table not in UNSHOWN


def _forget(connection: Connection, *_savepoint: Any) -> None:
    connection.info.pop("versions", None)


# What was counted before a savepoint is gone with it, so it may have to be counted again.
for _moment in ("commit", "rollback", "rollback_savepoint"):
    event.listen(Engine, _moment, _forget)


class Watch:
    """Asks for the version over a connection of its own; usable from many threads at once.

    On SQLite, `PRAGMA data_version` says without reading any row whether another connection has committed.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._connection: Any = None
        self._connected = 0
        self._silent_until = 0.0
        self._committed: int | None = None
        self._version = Version(*NOTHING_YET)
        event.listen(engine, "engine_disposed", lambda _engine: self.close())
        event.listen(engine, "connect", lambda *_told: self._hear())

    @property
    def is_at_hand(self) -> bool:
        """Whether the database is a file of this machine."""
        return self._engine.dialect.name == "sqlite"

    def now(self) -> Version | None:
        """The version as of this moment; None where the database does not answer."""
        # A loop that has ended may never take its answer.
        if not self._lock.acquire(timeout=LONGEST_SECONDS):
            return None
        try:
            # Those who waited for the lock do not wait for the same server, one after the other.
            if time.monotonic() < self._silent_until:
                return None
            # A connection that stood before may have broken since; one that is made now is of no use at once.
            for _attempt in (1, 2) if self._connection else (1,):
                try:
                    return self._look()
                # Each driver has errors of its own; all mean that this connection is of no use.
                except Exception:  # noqa: BLE001
                    self._drop()
            self._silent_until = time.monotonic() + AGAIN_SECONDS
        finally:
            self._lock.release()
        return None

    def begin(self) -> Line | None:
        """Sends the question to a server and waits for nothing. Gives the line that can be read when there is
        an answer for `finish`; None where only `now` can tell, because there is no connection yet or somebody
        else asks over it. Until the end, by `finish` or `give_up`, others wait.
        """
        if not self._lock.acquire(blocking=False):
            return None
        if self._connection is None:
            self._lock.release()
            return None
        try:
            server = self._connection.pgconn
            server.send_query_prepared(_PREPARED, None)
            server.flush()
            return Line(server.socket, self._connected)
        except Exception:  # noqa: BLE001 - as in `now`
            self.give_up()
        return None

    def finish(self) -> Version | None:
        """What was asked by `begin`; None where the answer is not there whole. Raises what the driver raises,
        and ValueError where the server answers with an error; then the question has ended.
        """
        try:
            server = self._connection.pgconn
            server.consume_input()
            if server.is_busy():
                return None
            told = _numbers_in(server.get_result())
            # Until libpq says that this was all, it takes no other question.
            while server.get_result() is not None:
                pass
        except Exception:
            self.give_up()
            raise
        self._version = Version(*told, self._connected)
        self._lock.release()
        return self._version

    def give_up(self) -> None:
        """Ends what `begin` began, with the connection."""
        self._drop()
        self._lock.release()

    def close(self) -> None:
        """Gives the connection back; the next question opens a new one."""
        waited = self._lock.acquire(timeout=LONGEST_SECONDS)
        self._drop()
        if waited:
            self._lock.release()

    def _look(self) -> Version:
        if self._connection is None:
            self._connection = self._connect()
            self._connected += 1
        if self._engine.dialect.name == "sqlite":
            committed: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
            if committed == self._committed:
                return self._version
            # Noted before the row is read: a commit in between only makes us look once more.
            self._committed = committed
            number, rebuilt = self._connection.execute(_READ).fetchone() or NOTHING_YET
        else:
            number, rebuilt = _told_by_server(self._connection)
        self._version = Version(number, rebuilt, self._connected)
        return self._version

    def _connect(self) -> Any:
        """A connection of the driver that does not count among those of the pool."""
        pooled = self._engine.raw_connection()
        connection: Any = pooled.driver_connection
        pooled.detach()
        if self._engine.dialect.name != "sqlite":
            connection.autocommit = True
            connection.pgconn.prepare(_PREPARED, _READ.encode())
        return connection

    def _hear(self) -> None:
        """Somebody has reached the server: it may be asked again."""
        self._silent_until = 0.0

    def _drop(self) -> None:
        connection, self._connection, self._committed = self._connection, None, None
        if connection is not None:
            # A broken connection may not even close.
            with suppress(Exception):
                connection.close()


def _told_by_server(connection: Any) -> tuple[int, int]:
    """What PostgreSQL says, by way of libpq itself: psycopg's cursor computes much more.

    Raises ValueError where it answers with an error.
    """
    return _numbers_in(connection.pgconn.exec_prepared(_PREPARED, None))


def _numbers_in(told: Any) -> tuple[int, int]:
    if told.status != _ROWS:
        raise ValueError(told.error_message)
    return (int(told.get_value(0, 0)), int(told.get_value(0, 1))) if told.ntuples else NOTHING_YET


def number_of(connection: Connection) -> Version:
    """The version that the statements of this connection's transaction see."""
    row = connection.exec_driver_sql(_READ).first()
    return Version(*row) if row else Version(*NOTHING_YET)
