"""A database that does not answer holds up one who asks for the version, and not each in turn."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
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
    assert server.tried == 2


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
