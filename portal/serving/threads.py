"""Threads for requests, of which one computes at a time (ADR 33).

Python computes in one thread at a time. Where several compute at once, each question to the database passes
the turn to another of them, and passing it costs more than the question. So one thread answers request after
request, and the next thread joins in when a request has taken longer than a page takes: whoever waits for
the disk, for a lock or for another machine keeps nobody else waiting.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Final, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Made = TypeVar("Made")

THREADS: Final = 8
ALONE_SECONDS: Final = 0.02
"""How long a request has the processor to itself before the next one is begun: most pages take less."""


class Threads:
    """Runs requests in threads, in the order in which they came; each has `alone_seconds` to itself.

    The thread that has the baton takes the next request, and keeps it as long as none takes longer.
    """

    def __init__(self, alone_seconds: float = ALONE_SECONDS) -> None:
        self._alone_seconds = alone_seconds
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._baton = threading.Lock()
        # Nobody has the baton before the first thread has begun.
        self._turn = _Turn(has_baton=False)
        self._is_watched = False
        self._threads: list[threading.Thread] = []

    async def run(self, work: Callable[[*Given], Made], *given: *Given) -> Made:
        """What `work` returns in a thread of its own; raises what it raises."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Made] = loop.create_future()
        if not self._threads:
            self._start()
        self._waiting.put(lambda: _answer(loop, answer, work, *given))
        if not self._is_watched:
            self._is_watched = True
            loop.call_later(self._alone_seconds, self._watch, loop)
        return await answer

    def close(self) -> None:
        """Waits for the answers that are being made."""
        self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        self._threads = [
            threading.Thread(target=self._serve, name=f"web_{number}", daemon=True)
            for number in range(THREADS)
        ]
        for thread in self._threads:
            thread.start()

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Gives the baton to another thread where a request takes long and others wait."""
        if self._waiting.empty():
            self._is_watched = False
            return
        turn = self._turn
        left = turn.began + self._alone_seconds - time.monotonic()
        if left <= 0 and turn.take_baton():
            self._baton.release()
        loop.call_later(left if left > 0 else self._alone_seconds, self._watch, loop)

    def _serve(self) -> None:
        while True:
            self._baton.acquire()
            has_baton = True
            while has_baton:
                work = self._waiting.get()
                if work is None:
                    # For the others too.
                    self._waiting.put(None)
                    self._baton.release()
                    return
                turn = self._turn = _Turn(has_baton=True)
                work()
                has_baton = turn.take_baton()


class _Turn:
    """One request being answered; its baton is taken once, by its own thread at its end, or by the watch."""

    def __init__(self, *, has_baton: bool) -> None:
        self.began = time.monotonic()
        # To take something out of a list happens in one step, also where two threads try.
        self._baton = [True] * has_baton

    def take_baton(self) -> bool:
        """Whether it was still there."""
        try:
            return self._baton.pop()
        except IndexError:
            return False


def _answer(
    loop: asyncio.AbstractEventLoop,
    answer: "asyncio.Future[Made]",
    work: Callable[[*Given], Made],
    *given: *Given,
) -> None:
    told: Callable[[Any], None] = answer.set_result
    try:
        made: Any = work(*given)
    except BaseException as error:  # noqa: BLE001 - whoever asked is to know
        told, made = answer.set_exception, error
    # The last answers may be made when the loop has ended.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_tell, answer, told, made)


def _tell(answer: "asyncio.Future[Any]", told: Callable[[Any], None], made: Any) -> None:
    # A client that has hung up waits no more.
    if not answer.done():
        told(made)
