"""A small object storage on this machine, over real HTTP: it refuses what is not signed."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

AT_ONCE = 2


@dataclass
class ObjectStore:
    """`objects`: path with the bucket → content. While `broken`, every request fails."""

    address: str = ""
    objects: dict[str, bytes] = field(default_factory=dict)
    broken: bool = False


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """Runs one; it lists two objects at a time, so that lists have several pages."""
    store = ObjectStore()
    handler = type("Handler", (_Handler,), {"store": store})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    store.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: ObjectStore

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self._may(content):
            self.store.objects[self._path()] = content
            self._answer(200)

    def do_GET(self) -> None:
        if not self._may(b""):
            return
        if "list-type" in self.path:
            self._answer(200, self._listed().encode())
        elif self._path() in self.store.objects:
            self._answer(200, self.store.objects[self._path()])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

    do_HEAD = do_GET  # noqa: N815

    def do_DELETE(self) -> None:
        if self._may(b""):
            self.store.objects.pop(self._path(), None)
            self._answer(204)

    def _may(self, content: bytes) -> bool:
        signed = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 Credential=tester/")
        whole = self.headers.get("x-amz-content-sha256") == hashlib.sha256(content).hexdigest()
        if self.store.broken or not (signed and whole):
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
            return False
        return True

    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def _listed(self) -> str:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        start = f"{self._path().rstrip('/')}/"
        keys = sorted(path.removeprefix(start) for path in self.store.objects if path.startswith(start))
        wanted = [key for key in keys if key.startswith(asked.get("prefix", ""))]
        rest = [key for key in wanted if key > asked.get("continuation-token", "")]
        page = rest[:AT_ONCE]
        items = "".join(f"<Contents><Key>{escape(key)}</Key></Contents>" for key in page)
        more = f"<NextContinuationToken>{page[-1]}</NextContinuationToken>" if len(rest) > AT_ONCE else ""
        cut = str(bool(more)).lower()
        return f"<ListBucketResult><IsTruncated>{cut}</IsTruncated>{items}{more}</ListBucketResult>"

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Says nothing."""
