"""Those of one process who write into SQLite take turns: nobody is refused, and nobody's turn is lost."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError

from portal import turns

WRITERS = 8


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A database that refuses at once whoever finds its lock taken."""
    made = create_engine(f"sqlite:///{tmp_path}/own.db", pool_size=WRITERS)
    event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 0"))
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE note (number INTEGER)"))
    yield made
    made.dispose()


def write(engine: Engine, number: int) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO note VALUES (:number)"), {"number": number})
        time.sleep(0.005)


def written(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return list(connection.scalars(text("SELECT number FROM note ORDER BY number")))


def test_many_who_write_at_once_are_all_let_in(engine: Engine) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda number: write(engine, number), range(WRITERS * 3)))
    assert written(engine) == list(range(WRITERS * 3))


def test_who_fails_in_the_middle_gives_the_turn_on(engine: Engine) -> None:
    with pytest.raises(OperationalError), engine.begin() as connection:
        connection.execute(text("INSERT INTO nothing VALUES (1)"))
    write(engine, 1)
    assert written(engine) == [1]


def test_who_waits_too_long_is_told_so_and_the_next_is_let_in(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LONGEST", 0.05)
    begun, over = threading.Event(), threading.Event()

    def hold() -> None:
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO note VALUES (1)"))
            begun.set()
            over.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait()
    with pytest.raises(OperationalError, match="locked"):
        write(engine, 2)
    over.set()
    holder.join()
    write(engine, 3)
    assert written(engine) == [1, 3]
