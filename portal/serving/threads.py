"""Threads for requests, started one after the other (ADR 33).

Python computes in one thread at a time. Where several compute at once, each question to the database passes
the turn to another of them, and passing it costs more than the question. So a request is begun when the one
before it has ended or has taken longer than a page takes: whoever waits for the disk, for a lock or for
another machine keeps nobody else waiting.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Made = TypeVar("Made")

THREADS: Final = 8
ALONE_SECONDS: Final = 0.02
"""How long a request has the processor to itself before the next one is begun: most pages take less."""


class Threads:
    """Runs requests in threads, in the order in which they came; each has `alone_seconds` to itself."""

    def __init__(self, alone_seconds: float = ALONE_SECONDS) -> None:
        self._alone_seconds = alone_seconds
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="web")
        self._turn = asyncio.Semaphore(1)

    async def run(self, work: Callable[[*Given], Made], *given: *Given) -> Made:
        """What `work` returns in a thread of its own; raises what it raises."""
        await self._turn.acquire()
        turn = _Turn(self._turn)
        loop = asyncio.get_running_loop()
        timer = loop.call_later(self._alone_seconds, turn.end)
        try:
            return await loop.run_in_executor(self._pool, work, *given)
        finally:
            timer.cancel()
            turn.end()

    def close(self) -> None:
        """Waits for the answers that are being made."""
        self._pool.shutdown()


class _Turn:
    """A turn that is given on once, by whichever comes first: the end of the work, or of its time alone."""

    def __init__(self, turn: asyncio.Semaphore) -> None:
        self._turn: asyncio.Semaphore | None = turn

    def end(self) -> None:
        if self._turn is not None:
            self._turn.release()
            self._turn = None
