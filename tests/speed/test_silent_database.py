"""A database that does not answer holds up one who asks for the version, and not each in turn."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from portal.versions import Version, Watch


class Server:
    """A database that answers or not, and counts who tried to reach it."""

    def __init__(self, file: Path) -> None:
        self.file, self.answers, self.tried = file, True, 0

    def connect(self) -> sqlite3.Connection:
        self.tried += 1
        if not self.answers:
            raise sqlite3.OperationalError
        return sqlite3.connect(self.file, check_same_thread=False)


@pytest.fixture
def server(tmp_path: Path) -> Server:
    file = tmp_path / "one.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE data_version (id, number, rebuilt)")
        connection.execute("INSERT INTO data_version VALUES (1, 7, 3)")
    return Server(file)


@pytest.fixture
def engine(server: Server) -> Engine:
    return create_engine("sqlite://", creator=server.connect, poolclass=NullPool)


def test_it_is_not_asked_again_at_once(server: Server, engine: Engine) -> None:
    server.answers, watch = False, Watch(engine)
    assert [watch.now() for _ in range(5)] == [None] * 5
    assert server.tried == 1


def test_it_is_asked_again_as_soon_as_anybody_has_reached_it(server: Server, engine: Engine) -> None:
    server.answers, watch = False, Watch(engine)
    assert watch.now() is None
    server.answers = True
    engine.connect().close()
    assert watch.now() == Version(7, 3, 1)
    watch.close()


def test_it_is_asked_again_a_little_later(
    server: Server, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.versions.AGAIN_SECONDS", 0)
    server.answers, watch = False, Watch(engine)
    assert watch.now() is None
    server.answers = True
    assert watch.now() == Version(7, 3, 1)
    watch.close()


def test_each_connection_tells_another_version(server: Server, engine: Engine) -> None:
    watch = Watch(engine)
    assert [watch.now(), watch.now()] == [Version(7, 3, 1)] * 2
    watch.close()
    assert watch.now() == Version(7, 3, 2)
    watch.close()


def test_a_server_that_has_hung_up_is_reached_anew(migrated_postgres: str) -> None:
    """The connection of the watch breaks between two questions, as when the server was restarted."""
    engine = create_engine(migrated_postgres, poolclass=NullPool)
    watch = Watch(engine)
    assert watch.now() == Version(0, 0, 1)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"{others} AND datname = current_database()"))
    assert watch.now() == Version(0, 0, 2)
    watch.close()
    engine.dispose()


def test_what_a_server_cannot_say_is_no_version(migrated_postgres: str) -> None:
    engine = create_engine(migrated_postgres, poolclass=NullPool)
    watch = Watch(engine)
    assert watch.now() == Version(0, 0, 1)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE data_version RENAME TO elsewhere"))
    assert watch.now() is None
    watch.close()
    engine.dispose()
