"""Requests are begun one after the other, and whoever waits keeps nobody else waiting."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from threading import Barrier, Event, Lock, Thread

import pytest

from portal.serving.threads import THREADS, Threads

PATIENCE = 60
"""Seconds; only a broken test waits so long."""


@pytest.fixture
def threads() -> Iterator[Threads]:
    """Threads whose requests have all the time in the world to themselves."""
    made = Threads(PATIENCE)
    yield made
    made.close()


def test_one_request_at_a_time_is_computed_in_the_order_in_which_they_came(threads: Threads) -> None:
    busy, done = Lock(), []

    def work(number: int) -> bool:
        alone = busy.acquire(blocking=False)
        done.append(number)
        busy.release()
        return alone

    async def all_at_once() -> list[bool]:
        return await asyncio.gather(*(threads.run(work, number) for number in range(50)))

    assert asyncio.run(all_at_once()) == [True] * 50
    assert done == list(range(50))


def test_a_request_that_takes_longer_lets_the_next_one_begin() -> None:
    threads, happened = Threads(0.001), Event()

    async def both() -> Sequence[object]:
        return await asyncio.gather(threads.run(happened.wait, PATIENCE), threads.run(happened.set))

    assert list(asyncio.run(both())) == [True, None]
    threads.close()


def test_a_request_that_fails_lets_the_next_one_begin(threads: Threads) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async def both() -> Sequence[object]:
        return await asyncio.gather(threads.run(fail), threads.run(lambda: "fine"), return_exceptions=True)

    failed, fine = asyncio.run(both())
    assert isinstance(failed, ZeroDivisionError)
    assert fine == "fine"


def test_a_client_that_hangs_up_stops_nobody() -> None:
    threads, begun, gone = Threads(0.001), Event(), Event()

    def work() -> None:
        begun.set()
        gone.wait(PATIENCE)

    async def hang_up() -> str:
        first = asyncio.create_task(threads.run(work))
        await asyncio.to_thread(begun.wait, PATIENCE)
        first.cancel()
        answer: str = await threads.run(lambda: "fine")
        gone.set()
        return answer

    assert asyncio.run(hang_up()) == "fine"
    threads.close()


def test_as_many_wait_side_by_side_as_there_are_threads() -> None:
    threads, all_there = Threads(0.001), Barrier(THREADS)

    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(threads.run(all_there.wait, PATIENCE) for _ in range(THREADS)))

    assert sorted(asyncio.run(all_at_once())) == list(range(THREADS))
    threads.close()


def test_a_watch_that_looks_before_a_thread_has_begun_hands_nothing_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class LateThread(Thread):
        def run(self) -> None:
            time.sleep(0.1)
            super().run()

    monkeypatch.setattr("portal.serving.threads.threading.Thread", LateThread)
    threads, happened = Threads(0.001), Event()

    async def both() -> Sequence[object]:
        return await asyncio.gather(threads.run(happened.wait, 5), threads.run(happened.set))

    assert list(asyncio.run(both())) == [True, None]
    threads.close()


def test_closing_waits_for_the_answers_that_are_being_made() -> None:
    threads, begun, said = Threads(0.001), Event(), []

    def work() -> None:
        begun.set()
        time.sleep(0.2)
        said.append("made")

    async def leave() -> None:
        task = asyncio.create_task(threads.run(work))
        await asyncio.to_thread(begun.wait, PATIENCE)
        task.cancel()

    asyncio.run(leave())
    threads.close()
    assert said == ["made"]
