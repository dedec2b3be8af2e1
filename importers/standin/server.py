"""The stand-in Jobnet as a real HTTP server on this machine, for `make demo` and the tests."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from importers.standin.ad import Ad
from importers.standin.answering import ROOT, Asked, Standin
from importers.standin.faults import Faults

HOST = "127.0.0.1"


@contextmanager
def serve(ads: Iterable[Ad], port: int = 0, *, faults: Faults | None = None) -> Iterator[Standin]:
    """Serves `ads` in the background until the block ends; port 0 takes any free one.

    The value has `.url`, the address that a source is configured with ("http://127.0.0.1:<port>/bff"),
    `.requests` that came in, and `.ads` and `.faults` to change under way.
    """
    standin = Standin(ads=list(ads), faults=faults or Faults())
    with _Server((HOST, port), partial(_Handler, standin)) as server:
        standin.url = f"http://{HOST}:{server.server_port}{ROOT}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield standin
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up while we are slow is part of the play, not an error to print."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, standin: Standin, *args: Any) -> None:
        self.standin = standin
        super().__init__(*args)

    def do_GET(self) -> None:
        """The only method Jobnet's job search knows."""
        url = urlsplit(self.path)
        answer = self.standin.answer(
            Asked(
                path=unquote(url.path),
                params=tuple(parse_qsl(url.query, keep_blank_values=True)),
                headers={name.lower(): value for name, value in self.headers.items()},
            )
        )
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: Any) -> None:
        """Silent: what was asked stands in `Standin.requests`."""
