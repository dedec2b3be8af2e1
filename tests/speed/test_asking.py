"""The loop asks a server for the version itself, over the connection that a thread has made."""

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from portal.replica import KEY, REPLICA, VERSION, Choice
from portal.serving.asking import AllTogether, Told
from portal.versions import Line, Version, Watch


class Counting(Choice):
    """Counts how often a thread was asked."""

    def __init__(self, primary: Watch, replica: Watch | None = None) -> None:
        super().__init__(primary, replica, cookie="klapjob")
        self.threads = 0

    def version(self, environ: dict[str, Any]) -> Version | None:
        self.threads += 1
        return super().version(environ)


@pytest.fixture
def engine(migrated_postgres: str) -> Iterator[Engine]:
    engine = create_engine(migrated_postgres, poolclass=NullPool)
    yield engine
    engine.dispose()


def _told(choice: Choice, times: int = 1) -> list[Told]:
    """What so many requests are told, one after the other."""
    together = AllTogether(choice)

    async def scene() -> list[Told]:
        return [await together.version("") for _ in range(times)]

    return asyncio.run(scene())


def _hang_up(engine: Engine) -> None:
    """The server ends all other connections, as when it is restarted."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"{others} AND datname = current_database()"))


def test_a_thread_makes_the_connection_and_the_loop_asks_over_it(engine: Engine) -> None:
    choice = Counting(Watch(engine))
    assert _told(choice, 4) == [{VERSION: Version(0, 0, 1)}] * 4
    assert choice.threads == 1


def test_a_change_is_told_to_the_next_request(engine: Engine) -> None:
    choice = Counting(Watch(engine))
    before = _told(choice, 2)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO data_version (id, number, rebuilt) VALUES (1, 5, 2)"))
    assert [told[VERSION] for told in (*before, *_told(choice))] == [
        Version(0, 0, 1),
        Version(0, 0, 1),
        Version(5, 2, 1),
    ]
    assert choice.threads == 1


def test_a_connection_that_has_broken_is_made_anew_by_a_thread(engine: Engine) -> None:
    choice = Counting(Watch(engine))
    _told(choice, 2)
    _hang_up(engine)
    assert _told(choice, 2) == [{VERSION: Version(0, 0, 2)}] * 2
    assert choice.threads == 2


def test_a_server_that_hangs_up_between_two_questions_is_heard_once(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[AllTogether] = []
    hear = AllTogether._hear

    def note(together: AllTogether) -> None:
        heard.append(together)
        hear(together)

    monkeypatch.setattr(AllTogether, "_hear", note)
    together = AllTogether(Counting(Watch(engine)))

    async def scene() -> Told:
        for _ in range(3):
            await together.version("")
        _hang_up(engine)
        await asyncio.sleep(0.1)
        return await together.version("")

    assert asyncio.run(scene()) == {VERSION: Version(0, 0, 2)}
    # Two answers over the line after that of a thread, the end of the line, and the question that meets it.
    assert len(heard) == 4


def test_who_asks_a_server_that_answers_with_an_error_is_told_no_version(engine: Engine) -> None:
    choice = Counting(Watch(engine))
    _told(choice)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE data_version RENAME TO elsewhere"))
    assert [told[VERSION] for told in _told(choice)] == [None]


def test_what_the_replica_tells_goes_with_its_name(engine: Engine) -> None:
    choice = Counting(Watch(engine), Watch(engine))
    expected = {VERSION: Version(0, 0, 1), KEY: REPLICA}
    assert _told(choice, 3) == [expected] * 3
    assert choice.threads == 1


def test_a_thread_that_asks_meanwhile_waits_for_the_loops_answer(engine: Engine) -> None:
    watch = Watch(engine)
    watch.now()
    assert watch.begin() is not None
    with ThreadPoolExecutor() as pool:
        other = pool.submit(watch.now)
        assert watch.begin() is None
        assert not other.done()
        told = None
        while told is None:
            told = watch.finish()
        assert other.result() == told == Version(0, 0, 1)


def test_nobody_waits_for_ever_for_a_loop_that_has_ended(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.versions.LONGEST_SECONDS", 0.01)
    watch = Watch(engine)
    watch.now()
    assert watch.begin() is not None
    assert watch.now() is None
    watch.close()
    with pytest.raises(AttributeError):
        watch.finish()
    assert watch.now() == Version(0, 0, 2)


class Slow(Watch):
    """A server whose answer comes in so many parts; with 0, never."""

    def __init__(self, line: socket.socket, parts: int) -> None:
        self.line, self.parts, self.given_up = line, parts, 0

    def begin(self) -> Line | None:
        return None if self.given_up else Line(self.line.fileno(), 1)

    def finish(self) -> Version | None:
        self.line.recv(1)
        self.parts -= 1
        return None if self.parts else Version(7, 3)

    def give_up(self) -> None:
        self.given_up += 1

    def now(self) -> Version | None:
        return Version(8, 3)


@pytest.fixture
def line() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Both ends of a connection."""
    here, there = socket.socketpair()
    with here, there:
        yield here, there


def test_an_answer_may_come_in_parts(line: tuple[socket.socket, socket.socket]) -> None:
    line[1].send(b"ab")
    choice = Counting(Slow(line[0], parts=2))
    assert _told(choice) == [{VERSION: Version(7, 3)}]
    assert choice.threads == 0


def test_a_server_that_says_nothing_is_given_up_and_asked_by_a_thread(
    line: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.serving.asking.PATIENCE_SECONDS", 0.01)
    silent = Slow(line[0], parts=0)
    assert _told(Counting(silent)) == [{VERSION: Version(8, 3)}]
    assert silent.given_up == 1
