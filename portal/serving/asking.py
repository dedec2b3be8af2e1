"""Asks which version the data have, before a thread is taken: many requests then need none.

SQLite says it in microseconds, and is asked by each request. A server is asked over the network, and all
other requests would wait meanwhile: there a thread of its own asks once for all who have come since it asked
last. A request is told only what was asked after it came, so that a change shows at the next request.
"""

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Final, Protocol

from portal.replica import VERSION, Choice

Told = Mapping[str, Any]
"""What a WSGI environment says of the version, for whoever goes on with the request."""
NOTHING: Final[Told] = {}


class Asking(Protocol):
    """Tells versions."""

    async def version(self, cookies: str) -> Told:
        """The version of kept pages for a reader with these cookies; none where there are none for them."""


def asking(choice: Choice) -> Asking:
    """The way that suits the databases of this portal."""
    return EachByItself(choice) if choice.is_at_hand else AllTogether(choice)


class EachByItself:
    """Asks a file of this machine."""

    def __init__(self, choice: Choice) -> None:
        self._watch = choice.primary

    async def version(self, cookies: str) -> Told:  # noqa: ARG002 - all read the same database
        """The version as of this moment."""
        return {VERSION: self._watch.now()}


class AllTogether:
    """Asks a server, once for all who wait."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._waiting: list[asyncio.Future[Told]] = []
        self._is_asking = False
        self._questions: SimpleQueue[tuple[asyncio.AbstractEventLoop, list[asyncio.Future[Told]]]] = (
            SimpleQueue()
        )
        self._thread: threading.Thread | None = None

    async def version(self, cookies: str) -> Told:
        """The version as of a moment after this was called."""
        if not self._choice.is_for_all(cookies):
            return NOTHING
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Told] = loop.create_future()
        self._waiting.append(answer)
        if not self._is_asking:
            self._ask_soon(loop)
        return await answer

    def _ask_soon(self, loop: asyncio.AbstractEventLoop) -> None:
        self._is_asking = True
        # For those too who come in the same turn of the loop.
        loop.call_soon(self._ask, loop)

    def _ask(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="version", daemon=True)
            self._thread.start()
        waiting, self._waiting = self._waiting, []
        self._questions.put((loop, waiting))

    def _serve(self) -> None:
        while True:
            loop, waiting = self._questions.get()
            told: dict[str, Any] = {}
            # Who is told nothing asks anew, and meets the error there.
            with suppress(Exception):
                told[VERSION] = self._choice.version(told)
            # The last answers may come when the loop has ended.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._tell, loop, waiting, told)

    def _tell(self, loop: asyncio.AbstractEventLoop, waiting: list[asyncio.Future[Told]], told: Told) -> None:
        for answer in waiting:
            # A client that has hung up waits no more.
            if not answer.done():
                answer.set_result(told)
        self._is_asking = False
        if self._waiting:
            self._ask_soon(loop)
