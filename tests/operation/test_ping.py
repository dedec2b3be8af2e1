"""The dead man's ping asks one address, sends nothing about anybody, and follows nothing (P62)."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from flask import Flask

from conftest import settings_for
from live import free_port
from portal import config, ping
from portal.commands import worker


@dataclass
class Listener:
    url: str
    status: int = 200
    asked: list[tuple[str, str, int]] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener(url="")

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            found.asked.append((self.command, self.path, length))
            self.send_response(found.status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    found.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def test_p62_the_worker_asks_the_address_and_sends_nothing(app: Flask, listener: Listener) -> None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, ping_url=f"{listener.url}/abc")
    with app.app_context():
        worker.tell_we_live()
    assert listener.asked == [("GET", "/abc", 0)]


def test_p62_without_an_address_nobody_is_asked(app: Flask, listener: Listener) -> None:
    with app.app_context():
        worker.tell_we_live()
    assert listener.asked == []


@pytest.mark.parametrize(("status", "well"), [(200, True), (204, True), (302, True), (500, False)])
def test_p62_the_answer_is_read_and_not_followed(listener: Listener, status: int, well: bool) -> None:
    listener.status = status
    assert ping.send(listener.url) is well
    assert len(listener.asked) == 1


def test_p62_an_address_that_is_silent_stops_nothing() -> None:
    assert ping.send(f"http://127.0.0.1:{free_port()}") is False


def test_p62_the_address_must_be_https() -> None:
    settings = {"SECRET_KEY": "x" * 40, "PORTAL_ENV": "development", "PING_URL": "http://example.com"}
    with pytest.raises(config.ConfigError, match="PING_URL"):
        config.from_environment(settings)
