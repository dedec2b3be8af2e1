"""Asks which version the data have, before a thread is taken: many requests then need none.

SQLite says it in microseconds, and is asked by each request. A server is asked over the network, and all
other requests would wait meanwhile: there one question goes out for all who have come since the one before,
and the loop goes on until its answer can be read. A request is told only what was asked after it came, so
that a change shows at the next request.
"""

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Final, NamedTuple, Protocol

from portal.replica import VERSION, Choice
from portal.versions import Line, Watch

Told = Mapping[str, Any]
"""What a WSGI environment says of the version, for whoever goes on with the request."""
NOTHING: Final[Told] = {}
PATIENCE_SECONDS: Final = 3.0
"""How long a server may say nothing over a connection that stands."""


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


class _Asked(NamedTuple):
    """A question that a server has been sent, and who waits for its answer."""

    loop: asyncio.AbstractEventLoop
    watch: Watch
    note: Told
    waiting: list[asyncio.Future[Told]]
    since: float


class AllTogether:
    """Asks a server, once for all who wait: on the loop itself where its connection stands, and in a thread
    where that has to be made first.
    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._waiting: list[asyncio.Future[Told]] = []
        self._is_asking = False
        self._asked: _Asked | None = None
        self._heard: tuple[asyncio.AbstractEventLoop, Line] | None = None
        self._watched: asyncio.AbstractEventLoop | None = None
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
        waiting, self._waiting = self._waiting, []
        watch, note = self._choice.read_by_all()
        line = watch.begin()
        if line is None:
            self._ask_in_thread(loop, waiting)
            return
        self._asked = _Asked(loop, watch, note, waiting, loop.time())
        self._listen(loop, line)
        if self._watched is not loop:
            self._watched = loop
            loop.call_later(PATIENCE_SECONDS, self._look_after, loop)

    def _listen(self, loop: asyncio.AbstractEventLoop, line: Line) -> None:
        """Listens on after an answer: to stop and to begin with each would cost a tenth of the question."""
        if self._heard == (loop, line):
            return
        self._stop_listening()
        loop.add_reader(line.descriptor, self._hear)
        self._heard = loop, line

    def _stop_listening(self) -> None:
        if self._heard is not None:
            (loop, line), self._heard = self._heard, None
            # Where the connection was dropped its descriptor is closed already; that does a loop no harm.
            if not loop.is_closed():
                loop.remove_reader(line.descriptor)

    def _hear(self) -> None:
        asked = self._asked
        if asked is None:
            # A thread asks over the line, or the server has hung up: then it would be heard for ever.
            self._stop_listening()
            return
        try:
            version = asked.watch.finish()
        except Exception:  # noqa: BLE001 - each driver has its own; the thread makes another connection
            self._end_in_thread(asked)
            return
        if version is None:
            return
        self._asked = None
        self._tell(asked.loop, asked.waiting, {VERSION: version, **asked.note})

    def _look_after(self, loop: asyncio.AbstractEventLoop) -> None:
        """Gives a question up where the server holds the connection and says nothing. One look for thousands
        of questions: a clock for each would cost as much as the question.
        """
        asked = self._asked
        left = asked.since + PATIENCE_SECONDS - loop.time() if asked else 0.0
        if left > 0:
            loop.call_later(left, self._look_after, loop)
            return
        self._watched = None
        if asked:
            asked.watch.give_up()
            self._end_in_thread(asked)

    def _end_in_thread(self, asked: _Asked) -> None:
        self._asked = None
        self._stop_listening()
        self._ask_in_thread(asked.loop, asked.waiting)

    def _ask_in_thread(self, loop: asyncio.AbstractEventLoop, waiting: list[asyncio.Future[Told]]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="version", daemon=True)
            self._thread.start()
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
