"""The servers that are measured, each its own process: the portal, a bare Flask page, nginx where it is."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.board import SECRET

ROOT: Final = Path(__file__).resolve().parents[1]
NGINX: Final = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
FLASK: Final = (sys.executable, "-m", "flask", "--app", "wsgi")
LOG: Final = ROOT / "var" / "bench" / "servers.log"
"""What the servers say; each adds to it."""
START_SECONDS: Final = 120
STOP_SECONDS: Final = 20
_NGINX_CONF: Final = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{}}
http {{ access_log off; types {{ text/css css; }} client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
server {{ listen 127.0.0.1:{port}; root {root}; }} }}
"""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server: its port, and its process."""

    port: int
    pid: int

    def peak_mib(self) -> float:
        """The most memory that it has had resident so far."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return 0.0
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def cpu_seconds(self) -> float:
        """What it and the processes that it has started have computed so far."""
        return sum(map(_cpu_seconds, _with_children(self.pid)))


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*"):
        for child in (task / "children").read_text().split():
            yield from _with_children(int(child))


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def portal(folder: Path, *, database_url: str = "", **settings: str) -> Iterator[Server]:
    """The portal through its own server; `settings` come on top of those of a measuring."""
    port = free_port()
    own = settings_of(folder, database_url, port)
    with running([*FLASK, "serve"], own | settings, port, "/healthz") as server:
        yield server


def settings_of(folder: Path, database_url: str, port: int) -> dict[str, str]:
    """The settings of the portal in `folder`, as its processes get them."""
    return {
        "PORTAL_ENV": "demo",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
        "FIELD_KEYS_FILE": str(folder / "field-keys.json"),
        "FEEDS_FILE": str(folder / "feeds.toml"),
        "SECRET_KEY": SECRET,
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "FORM_SECONDS": "0",
    }


@contextmanager
def bare() -> Iterator[Server]:
    """A Flask page that says hello, and plain static files, through the same server and settings."""
    port = free_port()
    with running([sys.executable, "-m", "benchmarks.bare", str(port)], {}, port, "/") as server:
        yield server


@contextmanager
def bare_database(folder: Path, url: str) -> Iterator[Server]:
    """A bare page that reads who is signed in through Flask-SQLAlchemy; with no address from SQLite."""
    port, url = free_port(), url or f"sqlite:///{folder}/bare.sqlite"
    command = [sys.executable, "-m", "benchmarks.bare_database", str(port)]
    with running(command, {"DATABASE_URL": url}, port, "/") as server:
        yield server


@contextmanager
def nginx(folder: Path) -> Iterator[Server | None]:
    """The portal's static files through nginx; None where it is not installed."""
    if NGINX is None:
        yield None
        return
    port = free_port()
    conf = folder / "nginx.conf"
    conf.write_text(_NGINX_CONF.format(folder=folder, port=port, root=ROOT / "portal"), encoding="utf-8")
    with running([NGINX, "-c", str(conf)], {}, port, "/static/css/portal.css") as server:
        yield server


def etag(port: int, path: str) -> str:
    """The mark of a page as the server on this port gives it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    found = connection.getresponse().headers.get("ETag", "")
    connection.close()
    return found


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], settings: dict[str, str], port: int, path: str) -> Iterator[Server]:
    """Any server, from when it answers `path` until the block ends."""
    with _started(command, settings) as process:
        _wait(process, port, path)
        yield Server(port=port, pid=process.pid)


@contextmanager
def _started(command: Sequence[str], settings: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    # These are our own programs, and a server that the machine has.
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=os.environ | settings, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        process.terminate()
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Waits for it to stop; what does not stop by itself is made to."""
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        for pid in list(_with_children(process.pid)):
            os.kill(pid, signal.SIGKILL)
        process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int, path: str) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise RuntimeError(f"A server did not start; {LOG} says why.")
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
            if answer.status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"A server did not answer; {LOG} may say why.")
