"""A web server of this machine that answers however a test wants, down to the single byte."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from portal.jobs.incoming import Request


@dataclass
class Server:
    """What was asked so far: path and headers. `stop` is set when the test is over."""

    url: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stop: Event = field(default_factory=Event)

    def request(self, path: str = "/", **changes: object) -> Request:
        return Request(**({"url": self.url + path, "tag": "", "query": "all"} | changes))


Reply = Callable[[Server, BaseHTTPRequestHandler], None]


@contextmanager
def odd_server(reply: Reply) -> Iterator[Server]:
    """Serves on a free port; `reply` writes the whole answer itself."""
    server = Server()
    with _Http(("127.0.0.1", 0), partial(_Handler, server, reply)) as http:
        server.url = f"http://127.0.0.1:{http.server_port}"
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stop.set()
            http.shutdown()
            thread.join()


def answer(handler: BaseHTTPRequestHandler, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
    """Writes an ordinary answer; header names are written with underscores."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    if "content_length" not in headers:
        handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: Server, reply: Reply, *args: object) -> None:
        self._server, self._reply = server, reply
        super().__init__(*args)

    def do_GET(self) -> None:
        self._server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        self._reply(self._server, self)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass
