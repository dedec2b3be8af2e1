"""The portal behind the nginx file of deploy/: slow clients keep nobody waiting (P36).

`tests/deploy` reads the file where there is no nginx.
"""

import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import nginx

from deploy.test_proxies import NGINX as CONF
from deploy.test_proxies import certificate
from live import free_port, serving

NAME = "job.example.com"
SLOW_CLIENTS = 90
"""Fewer than the connections that the file allows one address."""
HALF_A_BODY = f"POST /ansoeg HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 1000\r\n\r\na".encode()


@contextmanager
def nginx_before(address: str, folder: Path) -> Iterator[int]:
    """nginx with the file of deploy/, on a port of this machine; gives that port."""
    folder.mkdir()
    certificate(folder)
    port, behind = free_port(), address.rpartition(":")[2]
    here = CONF.replace("/etc/letsencrypt/live/job.example.com", str(folder))
    here = here.replace("/var/log/nginx", str(folder)).replace("127.0.0.1:8000;", f"127.0.0.1:{behind};")
    here = here.replace("listen [::]:", "#").replace("listen 80", f"listen 127.0.0.1:{free_port()}")
    here = here.replace("listen 443", f"listen 127.0.0.1:{port}")
    paths = "".join(
        f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = (
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ {paths} {here} }}"
    )
    (folder / "nginx.conf").write_text(whole)
    process = subprocess.Popen([nginx(), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    try:
        deadline = time.monotonic() + 10
        while not _listens(port):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _client(port: int, start: bytes) -> ssl.SSLSocket:
    """A connection on which something has been sent; nobody trusts the certificate, and nobody needs to."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    client = trusting.wrap_socket(
        socket.create_connection(("127.0.0.1", port), timeout=5), server_hostname=NAME
    )
    client.sendall(start)
    return client


def _first_line(port: int, path: str) -> bytes:
    with _client(
        port, f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode()
    ) as client:
        return client.recv(200).split(b"\r\n")[0]


def test_p36_slow_bodies_stop_at_nginx(portal_folder: Path, tmp_path: Path) -> None:
    settings = {"BASE_URL": f"https://{NAME}", "TRUSTED_PROXIES": "1"}
    with serving(portal_folder, **settings) as address, nginx_before(address, tmp_path / "nginx") as port:
        slow = [_client(port, HALF_A_BODY) for _ in range(SLOW_CLIENTS)]
        answers = {_first_line(port, path) for path in ("/job", "/job", "/ansoeg")}
        inside = {_first_line(port, path) for path in ("/metrics", "/readyz")}
        for client in slow:
            client.close()
    assert (answers, inside) == ({b"HTTP/1.1 200 OK"}, {b"HTTP/1.1 404 Not Found"})
