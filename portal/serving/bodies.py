"""Collects what a client sends, whole, before a thread is given to the request: slow clients hold no thread.

What is large goes to a file without a name, so that many of them do not fill the memory.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

Receive = Callable[[], Awaitable[Mapping[str, Any]]]

IN_MEMORY: Final = 256 * 1024
"""Bytes of one request that are held in memory; a form has no more."""
PATIENCE_SECONDS: Final = 15.0
"""How long a client may be silent in the middle of a body."""
LONGEST_SECONDS: Final = 300.0
"""How long the whole body may take: the largest photo over the slowest telephone."""


class TooSlowError(Exception):
    """The client has stopped sending, or sends so slowly that it would never end."""


class GoneError(Exception):
    """The client has hung up."""


async def collect(receive: Receive, *, most: int) -> tuple[IO[bytes], int]:
    """The whole body, to be read from its start and closed by the caller, and its size in bytes.

    Where it is longer than `most`, it ends one piece later: the application sees by its size that it is too
    long, and says so. Raises TooSlowError and GoneError, and OSError where a large body finds no room.
    """
    body: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        size = await _fill(body, receive, most)
        body.seek(0)
    except BaseException:
        body.close()
        raise
    return body, size


async def _fill(body: IO[bytes], receive: Receive, most: int) -> int:
    size, more = 0, True
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            while more and size <= most:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    part = await receive()
                if part["type"] != "http.request":
                    raise GoneError
                size += body.write(part.get("body", b""))
                more = part.get("more_body", False)
    except TimeoutError:
        raise TooSlowError from None
    return size
