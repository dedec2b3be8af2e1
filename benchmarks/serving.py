"""Servers to choose between, each with a bare page and a kept one: ``python -m benchmarks.serving``.

Granian and gunicorn are measured where they are installed beside this Python; they are no part of the portal.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from flask import Flask

from benchmarks import bare, board, document
from benchmarks.load import load
from benchmarks.servers import free_port, running

ADS: Final = 300
SECONDS: Final = 2.0
THREADS: Final = (1, 2, 4, 8)
ROUNDS: Final = 3
PACKED: Final = {"Accept-Encoding": "gzip"}
_WAITRESS: Final = (
    "from benchmarks.serving import made; import waitress; waitress.serve(made(), listen='127.0.0.1:{port}', "
    "threads={threads}, connection_limit=1000, channel_timeout=15)"
)


def made() -> Flask:
    """The application that the environment names: the bare page, or the portal with made-up ads."""
    if os.environ["APP"] == "bare":
        return bare.app
    folder = document.ROOT / "var" / "bench" / f"serving-{ADS}"
    return board.make(folder, ADS, base_url="http://127.0.0.1")


def commands(port: int) -> Iterator[tuple[str, list[str]]]:
    """How each server is started."""
    for threads in THREADS:
        yield (
            f"waitress, {threads} threads",
            [sys.executable, "-c", _WAITRESS.format(port=port, threads=threads)],
        )
    beside = Path(sys.executable).parent
    where = ["--host", "127.0.0.1", "--port", str(port)]
    if (granian := beside / "granian").exists():
        made_so = ["--interface", "wsgi", "--factory", "--no-log", "benchmarks.serving:made"]
        yield "granian, 1 worker", [str(granian), *where, "--workers", "1", *made_so]
        yield "granian, 2 workers", [str(granian), *where, "--workers", "2", *made_so]
    if (gunicorn := beside / "gunicorn").exists():
        workers = ["-w", "2", "-k", "gthread", "--threads", "4"]
        app = "benchmarks.serving:made()"
        yield "gunicorn, 2 x 4 threads", [str(gunicorn), *workers, "-b", f"127.0.0.1:{port}", app]


def main() -> None:
    """Prints requests a second and the 99th percentile of each."""
    os.environ["APP"] = "portal"
    made()
    for _ in range(ROUNDS):
        port = free_port()
        for name, command in commands(port):
            for app, path in (("bare", "/"), ("portal", "/job")):
                with running(command, {"APP": app}, port, path) as server:
                    load(server.port, [path], PACKED, 1)
                    found = load(server.port, [path], PACKED, SECONDS)
                sys.stdout.write(f"{name:24} {app:7} {found.rate:9,.0f} req/s  p99 {found.p99:7.1f} ms\n")


if __name__ == "__main__":
    main()
