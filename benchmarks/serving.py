"""Servers to choose between, their speed and their patience: ``python -m benchmarks.serving``.

Waitress, granian's own WSGI and gunicorn are measured where they are installed beside this Python, each alone
and behind nginx where that is installed; they are no part of the portal.
"""

import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from flask import Flask

from benchmarks import bare, board, document
from benchmarks.load import load
from benchmarks.servers import NGINX, Server, free_port, running
from portal.body_limits import MOST_OF_ALL
from portal.commands.serve import front_of
from portal.serving import server
from portal.serving.front import Front

ADS: Final = 300
SECONDS: Final = 2.0
PACKED: Final = {"Accept-Encoding": "gzip"}
SLOW_CLIENTS: Final = 150
PROBES: Final = 20
HALF_A_HEADER: Final = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
HALF_A_BODY: Final = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na"
_WAITRESS: Final = (
    "from benchmarks.serving import made; import waitress; waitress.serve(made(), listen='127.0.0.1:{port}', "
    "threads=8, connection_limit=1000, channel_timeout=15)"
)
_PROXY: Final = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 2048; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
uwsgi_temp_path {folder}; scgi_temp_path {folder};
upstream portal {{ server 127.0.0.1:{behind}; keepalive 16; }}
server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://portal; proxy_http_version 1.1;
proxy_set_header Connection ""; proxy_set_header Host 127.0.0.1; }} }} }}
"""


def made() -> Flask:
    """The application that the environment names: the bare page, or the portal with made-up ads."""
    if os.environ["APP"] == "bare":
        return bare.app
    folder = document.ROOT / "var" / "bench" / f"serving-{ADS}"
    return board.make(folder, ADS, base_url="http://127.0.0.1")


def commands(port: int) -> Iterator[tuple[str, list[str]]]:
    """How each server is started."""
    yield "the portal's own", [sys.executable, "-m", "benchmarks.serving", str(port)]
    if find_spec("waitress"):
        yield "waitress, 8 threads", [sys.executable, "-c", _WAITRESS.format(port=port)]
    beside = Path(sys.executable).parent
    where = ["--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "8", "--no-log"]
    granian = [str(beside / "granian"), *where, "--interface", "wsgi", "--factory", "benchmarks.serving:made"]
    yield "granian's WSGI, 1 worker", [*granian, "--workers", "1"]
    yield "granian's WSGI, 2 workers", [*granian, "--workers", "2"]
    if (gunicorn := beside / "gunicorn").exists():
        threads = ["-k", "gthread", "--threads", "4", "-b", f"127.0.0.1:{port}", "benchmarks.serving:made()"]
        yield "gunicorn, 2 x 4 threads", [str(gunicorn), "-w", "2", *threads]


@contextmanager
def nginx_before(behind: Server) -> Iterator[Server]:
    """nginx, passing everything on to another server."""
    with TemporaryDirectory() as folder:
        port, conf = free_port(), Path(folder) / "nginx.conf"
        conf.write_text(_PROXY.format(folder=folder, port=port, behind=behind.port), encoding="utf-8")
        with running([str(NGINX), "-c", str(conf)], {}, port, "/") as proxy:
            yield proxy


def answered(port: int, start: bytes) -> int:
    """How many of the probes are answered within a second each while slow clients hold on."""
    with ExitStack() as stack:
        for _ in range(SLOW_CLIENTS):
            stack.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(start)
        time.sleep(0.5)
        return sum(_probe(port) for _ in range(PROBES))


def _probe(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _measure(name: str, app: str, path: str, asked: Server, worked: Server) -> None:
    load(asked.port, [path], PACKED, 1)
    before = worked.cpu_seconds()
    found = load(asked.port, [path], PACKED, SECONDS)
    each = (worked.cpu_seconds() - before) / max(1.0, found.rate * SECONDS) * 1e6
    patience = (
        [answered(asked.port, start) for start in (HALF_A_HEADER, HALF_A_BODY)] if app == "bare" else []
    )
    slow = "" if not patience else f"  of {PROBES} probes: {patience[0]} headers, {patience[1]} bodies"
    sys.stdout.write(
        f"{name:34} {app:7} {found.rate:9,.0f} req/s {each:7.0f} us  p99 {found.p99:6.1f} ms{slow}\n"
    )
    sys.stdout.flush()


def main() -> None:
    """Prints, for each: requests a second, computing for each request, and who is answered meanwhile."""
    os.environ["APP"] = "portal"
    made()
    for name, _ in commands(0):
        for app, path in (("bare", "/"), ("portal", "/job")):
            port = free_port()
            with running(dict(commands(port))[name], {"APP": app}, port, path) as own:
                _measure(name, app, path, own, own)
                if NGINX and shutil.which(NGINX):
                    with nginx_before(own) as proxy:
                        _measure(f"{name}, behind nginx", app, path, proxy, own)


def serve(port: int) -> None:
    """The portal's own server."""
    app = made()
    front = front_of(app) if os.environ["APP"] == "portal" else Front(app, most_bytes=MOST_OF_ALL)
    server.serve(front, host="127.0.0.1", port=port)


if __name__ == "__main__":
    serve(int(sys.argv[1])) if len(sys.argv) > 1 else main()
