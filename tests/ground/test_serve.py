"""The built-in server: slow clients keep nobody waiting (P36), it stops gently and does not name itself."""

import socket
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from flask import request

from conftest import settings_for
from live import serving
from portal import access
from portal.app import create_app
from portal.commands.serve import front_of
from portal.db import db
from serving.asked import WHO, ask

SLOW_CLIENTS = 150
PROBES = 20
PATIENCE = 10
"""Seconds: a busy machine takes some; who had to wait for slow clients would wait until they are cut off."""


def _slow_client(address: str, start: bytes) -> socket.socket:
    parts = urlsplit(address)
    client = socket.create_connection(("127.0.0.1", parts.port or 80))
    client.sendall(start)
    return client


def test_pages_are_answered_while_slow_clients_hold_on(portal_folder: Path) -> None:
    half_a_header = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
    half_a_body = b"POST /personale HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na"
    with serving(portal_folder) as address:
        slow = [_slow_client(address, (half_a_header, half_a_body)[n % 2]) for n in range(SLOW_CLIENTS)]
        answers = [requests.get(f"{address}/healthz", timeout=PATIENCE) for _ in range(PROBES)]
        for client in slow:
            client.close()
    assert [answer.status_code for answer in answers] == [200] * PROBES


def test_a_stopping_server_gives_the_answer_that_it_is_making(portal_folder: Path) -> None:
    half, rest = b"POST /personale HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\na", b"b"
    with serving(portal_folder) as address:
        client = _slow_client(address, half)
        # The server has taken it when it has answered another that came later.
        requests.get(f"{address}/healthz", timeout=PATIENCE)
        stopping = threading.Timer(0.2, client.sendall, [rest])
        stopping.start()
    stopping.join()
    with client:
        assert client.recv(100).split(b"\r\n")[0].split()[1] in {b"302", b"400", b"405"}


def test_a_connection_stays_open_after_a_304_and_no_answer_names_the_server(portal_folder: Path) -> None:
    with serving(portal_folder) as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        seen, ports, etag = [], set(), "nothing"
        for _ in range(4):
            connection.request("GET", "/job", headers={"If-None-Match": etag})
            answer = connection.getresponse()
            answer.read()
            seen.append((answer.status, answer.headers.get("Server", "")))
            ports.add(connection.sock and connection.sock.getsockname()[1])
            etag = answer.headers["ETag"]
        connection.close()
    assert (seen, len(ports), None in ports) == ([(200, ""), (304, ""), (304, ""), (304, "")], 1, False)


@pytest.mark.parametrize(("proxies", "address"), [(0, WHO[0]), (1, "203.0.113.9")])
def test_p35_a_reader_is_where_a_trusted_proxy_says(portal_folder: Path, proxies: int, address: str) -> None:
    app = create_app(settings_for(portal_folder, trusted_proxies=proxies))
    app.add_url_rule("/adresse", "test.address", access.public(lambda: request.remote_addr))
    front = front_of(app)
    said = ask(front, "/adresse", x_forwarded_for="198.51.100.1, 203.0.113.9", x_real_ip="198.51.100.2")
    front.close()
    with app.app_context():
        db.engine.dispose()
    assert said.body.decode() == address
