"""One answer as it is kept in memory, and the shelf it lies on. Pure: bytes and headers, no Flask."""

import gzip
import hashlib
import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Headers = list[tuple[str, str]]
Key = tuple[str, ...]
Stamp = tuple[int, str]

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
_OF_CONTENT = ("content-type", "content-disposition", "content-language")


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
        self._plain = _Variant(self._headers, body, f'"{self._mark}"')
        self._compressed: _Variant | None = None

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes, compressed form included."""
        return len(self._plain.body) * 5 // 4 + OVERHEAD

    def answer(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answers a GET or HEAD request, or says that the reader has this already."""
        variant = self._variant(environ.get("HTTP_ACCEPT_ENCODING", ""))
        asked = environ.get("HTTP_IF_NONE_MATCH", "")
        if asked and self._status.startswith("200") and _is_known(asked, variant.etag):
            start_response("304 NOT MODIFIED", list(variant.not_modified))
            return ()
        start_response(self._status, list(variant.headers))
        return () if environ["REQUEST_METHOD"] == "HEAD" else (variant.body,)

    def _variant(self, accepted: str) -> "_Variant":
        if not self._varies or not accepts_gzip(accepted):
            return self._plain
        if self._compressed is None:
            headers = [*self._headers, ("Content-Encoding", "gzip")]
            body = gzip.compress(self._plain.body, LEVEL, mtime=0)
            self._compressed = _Variant(headers, body, f'"{self._mark}-gzip"')
        return self._compressed


class _Variant:
    """One row of bytes with its headers."""

    __slots__ = ("body", "etag", "headers", "not_modified")

    def __init__(self, headers: Headers, body: bytes, etag: str) -> None:
        self.body, self.etag = body, etag
        self.headers = [*headers, ("ETag", etag), ("Content-Length", str(len(body)))]
        self.not_modified = [
            (name, value)
            for name, value in self.headers
            if name.lower() not in {"content-length", "content-encoding", *_OF_CONTENT}
        ]


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
