"""The built-in server: slow clients do not keep others waiting (P36), and it does not name itself."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import requests

from live import serving

SLOW_CLIENTS = 150
PROBES = 20


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
        answers = [requests.get(f"{address}/healthz", timeout=5) for _ in range(PROBES)]
        for client in slow:
            client.close()
    assert [answer.status_code for answer in answers] == [200] * PROBES
    assert max(answer.elapsed.total_seconds() for answer in answers) < 2


def test_the_server_does_not_tell_what_it_is(portal_folder: Path) -> None:
    with serving(portal_folder) as address:
        answer = requests.get(f"{address}/healthz", timeout=5)
    assert "Server" not in answer.headers
