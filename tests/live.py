"""The real program as its own process: the built-in server on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[1]
SECRET = "a secret for tests only, long enough to be one"
START_SECONDS = 120
"""Far more than it takes, for machines that do much else."""
PROBE_SECONDS = 5
DATABASE_FILE = "database-url"


def database_of(folder: Path) -> str:
    """The address of the database of the portal in `folder`; nothing where it lies inside, as a file."""
    file = folder / DATABASE_FILE
    return file.read_text() if file.exists() else ""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def held_port() -> Iterator[int]:
    """A port of this machine that is given to nobody else meanwhile.

    Who says so may share it with the one who holds it, and servers do.
    """
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        yield int(holder.getsockname()[1])


def environment(folder: Path, port: int, **settings: str) -> dict[str, str]:
    """The settings of a portal that lives in `folder`, as a process gets them."""
    own = {
        "PORTAL_ENV": "demo",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_of(folder),
        "FIELD_KEYS_FILE": str(folder / "field-keys.json"),
        "FEEDS_FILE": str(folder / "feeds.toml"),
        "SECRET_KEY": SECRET,
        "BASE_URL": f"http://localhost:{port}",
        "PORT": str(port),
        "FORM_SECONDS": "0",
    }
    return os.environ | own | settings


def run(settings: dict[str, str], *command: str) -> str:
    """Runs one `flask --app wsgi` command to its end and gives what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", *command],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """Serves the portal in `folder`; gives its address."""
    with _process(folder, **settings) as (address, _):
        yield address


@contextmanager
def killed(folder: Path, **settings: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """Serves the portal in `folder`; gives its address, and what kills it without a word."""
    with _process(folder, **settings) as (address, process):
        yield address, process.kill


@contextmanager
def limited(folder: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """Serves the portal in `folder`; gives its address and the id of its process, for limits."""
    with _process(folder, **settings) as (address, process):
        yield address, process.pid


@contextmanager
def _process(folder: Path, **settings: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    with held_port() as port, (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "flask", "--app", "wsgi", "serve"],
            cwd=ROOT,
            env=environment(folder, port, **settings),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / "serve.log")
            yield f"http://localhost:{port}", process
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def _wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, f"the server did not start: {log.read_text()}"
        try:
            requests.get(address, timeout=PROBE_SECONDS).raise_for_status()
        except requests.RequestException:
            time.sleep(0.05)
        else:
            return
