"""One answer as it is kept in memory, and the shelf it lies on. Pure: bytes and headers, no Flask."""

import gzip
import hashlib
import threading
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Headers = list[tuple[str, str]]
Key = tuple[str, ...]
Stamp = tuple[Hashable, str]

LARGEST: Final = 2 * 1024 * 1024
"""Bytes; what is larger is answered and not kept."""
SMALLEST_TO_COMPRESS: Final = 500
LEVEL: Final = 6
OVERHEAD: Final = 2048
"""Bytes that a page takes in memory besides its body: headers, key, objects."""
COMPRESSIBLE: Final = (
    "text/",
    "image/svg+xml",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/vnd.oai.openapi+json",
)

# A 304 leaves these out (RFC 9110, 15.4.5); each of our variants brings its own of the others.
_OWN = frozenset({"content-length", "etag", "last-modified", "content-encoding", "date", "accept-ranges"})
_NOT_IN_304 = frozenset({"content-encoding", "content-type", "content-disposition", "content-language"})


class Reply:
    """What one reader gets: a status line, headers and bytes. The same one is given again and again."""

    __slots__ = ("body", "headers", "prepared", "status")

    def __init__(self, status: str, headers: Headers, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body
        self.prepared: Any = None
        """Where a server keeps this answer in the form that it sends."""


class KeptPage:
    """An answer with a strong ETag; its compressed form has another one, as it is another row of bytes."""

    __slots__ = ("_compressed", "_headers", "_mark", "_plain", "_status", "_varies")

    def __init__(self, status: str, headers: Headers, body: bytes) -> None:
        self._status = status
        self._headers = [(name, value) for name, value in headers if name.lower() not in _OWN]
        self._mark = hashlib.sha256(body).hexdigest()[:20]
        self._varies = _is_compressible(headers) and len(body) >= SMALLEST_TO_COMPRESS
        if self._varies:
            _add_vary(self._headers)
        self._plain = _Variant(status, self._headers, body, f'"{self._mark}"')
        self._compressed: _Variant | None = None

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes, compressed form included."""
        return len(self._plain.whole.body) * 5 // 4 + OVERHEAD

    def answer(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answers a GET or HEAD request, or says that the reader has this already."""
        reply = self.reply(
            environ["REQUEST_METHOD"],
            accepted=environ.get("HTTP_ACCEPT_ENCODING", ""),
            known=environ.get("HTTP_IF_NONE_MATCH", ""),
        )
        start_response(reply.status, list(reply.headers))
        return (reply.body,) if reply.body else ()

    def reply(self, method: str, *, accepted: str, known: str) -> Reply:
        """The answer to who accepts these encodings and has pages with these marks (If-None-Match)."""
        variant = self._variant(accepted)
        if known and self._status.startswith("200") and _is_known(known, variant.etag):
            return variant.not_modified
        return variant.head if method == "HEAD" else variant.whole

    def _variant(self, accepted: str) -> "_Variant":
        if not self._varies or not accepts_gzip(accepted):
            return self._plain
        if self._compressed is None:
            headers = [*self._headers, ("Content-Encoding", "gzip")]
            body = gzip.compress(self._plain.whole.body, LEVEL, mtime=0)
            self._compressed = _Variant(self._status, headers, body, f'"{self._mark}-gzip"')
        return self._compressed


class _Variant:
    """One row of bytes with its headers."""

    __slots__ = ("etag", "head", "not_modified", "whole")

    def __init__(self, status: str, headers: Headers, body: bytes, etag: str) -> None:
        self.etag = etag
        known = [*headers, ("ETag", etag)]
        self.whole = Reply(status, [*known, ("Content-Length", str(len(body)))], body)
        self.head = Reply(status, self.whole.headers, b"")
        left = [(name, value) for name, value in known if name.lower() not in _NOT_IN_304]
        self.not_modified = Reply("304 NOT MODIFIED", left, b"")


class Shelf:
    """The pages of one stamp: of one version of the data on one day."""

    def __init__(self, stamp: Stamp, most_bytes: int) -> None:
        self.stamp = stamp
        self.pages: dict[Key, KeptPage] = {}
        self._room = self._most_bytes = most_bytes
        self._lock = threading.Lock()

    def put(self, key: Key, page: KeptPage) -> None:
        """Keeps a page; where there is no room, the oldest go."""
        if page.size > min(LARGEST, self._most_bytes):
            return
        with self._lock:
            self._take_out(key)
            while self.pages and self._room < page.size:
                self._take_out(next(iter(self.pages)))
            self.pages[key] = page
            self._room -= page.size

    def _take_out(self, key: Key) -> None:
        old = self.pages.pop(key, None)
        self._room += old.size if old else 0


def read_whole(body: Iterable[bytes]) -> bytes:
    """All bytes of a WSGI answer, which is then closed."""
    try:
        return b"".join(body)
    finally:
        close = getattr(body, "close", None)
        if close:
            close()


@lru_cache(maxsize=256)
def accepts_gzip(accepted: str) -> bool:
    """Whether a reader's Accept-Encoding allows gzip (RFC 9110, 12.5.3)."""
    weights = dict(map(_weighed, accepted.lower().split(",")))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _weighed(part: str) -> tuple[str, float]:
    name, _, weight = part.partition(";")
    try:
        return name.strip(), float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return name.strip(), 0.0


def _is_known(asked: str, etag: str) -> bool:
    """Whether an If-None-Match names this ETag; for GET the weak comparison counts (RFC 9110, 13.1.2)."""
    return asked.strip() == "*" or etag in (part.strip().removeprefix("W/") for part in asked.split(","))


def _is_compressible(headers: Sequence[tuple[str, str]]) -> bool:
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    return kind.startswith(COMPRESSIBLE)


def _add_vary(headers: Headers) -> None:
    stated = [value for name, value in headers if name.lower() == "vary"]
    headers[:] = [(name, value) for name, value in headers if name.lower() != "vary"]
    headers.append(("Vary", ", ".join([*stated, "Accept-Encoding"])))
