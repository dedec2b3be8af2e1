"""The application as an ASGI server sees it: kept pages at once, everything else in a thread (ADR 27).

A thread is taken when a request is there whole, and given back when its answer is made: how fast a client
sends or reads is the server's affair alone.
"""

from collections.abc import Awaitable, Callable, Mapping
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final, Protocol

from portal import trouble
from portal.kept_page import Headers, read_whole
from portal.serving.asking import NOTHING, Told
from portal.serving.bodies import GoneError, Receive, TooSlowError, collect
from portal.serving.environ import Scope, environ_of
from portal.serving.threads import Threads

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

Message = Mapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Messages = tuple[Message, Message]

NAMELESS: Final = (b"server", b"")
"""The server would tell what it is if we told nothing."""


class Shortcut(Protocol):
    """What knows some answers without asking the application."""

    async def find(self, scope: Scope) -> tuple[Messages | None, Told]:
        """The answer to a GET or HEAD request, where it is known; and what its environment says of it."""


class Front:
    """An ASGI application around a WSGI one. `most_bytes` is what the largest request may carry."""

    def __init__(
        self,
        inner: "WSGIApplication",
        *,
        most_bytes: int,
        trusts_proxies: bool = False,
        shortcut: Shortcut | None = None,
    ) -> None:
        self._inner = inner
        self._most_bytes = most_bytes
        self._trusts_proxies = trusts_proxies
        self._shortcut = shortcut
        self._threads = Threads()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; whatever is not HTTP gets no answer."""
        if scope["type"] != "http":
            return
        messages, told = None, NOTHING
        if self._shortcut is not None and scope["method"] in {"GET", "HEAD"}:
            messages, told = await self._shortcut.find(scope)
        for message in messages or await self._made(scope, receive, told):
            await send(message)

    def close(self) -> None:
        """Waits for the answers that are being made."""
        self._threads.close()

    async def _made(self, scope: Scope, receive: Receive, told: Told) -> Messages:
        body, size, lost = BytesIO(), 0, None
        if _has_body(scope, most=self._most_bytes):
            try:
                body, size = await collect(receive, most=self._most_bytes)  # type: ignore[assignment]
            except (TooSlowError, GoneError):
                return messages(
                    "408 REQUEST TIMEOUT", [("Connection", "close"), ("Content-Length", "0")], b""
                )
            except OSError as error:
                lost = error
        environ = environ_of(scope, body, size=size, trusts_proxies=self._trusts_proxies)
        environ |= told
        if lost:
            # No room for a large body: the application has a page for that, and reads nothing.
            environ |= {trouble.LOST: lost, "CONTENT_LENGTH": "0"}
        return await self._threads.run(_call, self._inner, environ, body)


def messages(status: str, headers: Headers, body: bytes) -> Messages:
    """An answer as ASGI sends it."""
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    start = {"type": "http.response.start", "status": int(status[:3]), "headers": [*raw, NAMELESS]}
    return start, {"type": "http.response.body", "body": body}


def _has_body(scope: Scope, *, most: int) -> bool:
    """Whether there is a body to wait for. One that says that it is too long is left to the application."""
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return True
    length = headers.get(b"content-length", b"0")
    return length.isdigit() and 0 < int(length) <= most


def _call(inner: "WSGIApplication", environ: "WSGIEnvironment", body: IO[bytes]) -> Messages:
    """Runs the WSGI application to its end."""
    told: list[tuple[str, Headers]] = []

    def start(status: str, headers: Headers, _exc_info: Any = None) -> Any:
        told[:] = [(status, headers)]
        return _no_write

    with body:
        answer = read_whole(inner(environ, start))
    (status, headers) = told[0]
    return messages(status, headers, answer)


def _no_write(_data: bytes) -> object:
    """Where the oldest way of answering would put its bytes; Flask never does."""
    raise RuntimeError("An answer is given as a body.")
