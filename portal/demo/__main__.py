"""`make demo`: a whole portal on this machine, from an empty folder to a page in the browser.

It starts a stand-in for Jobnet, a mail inbox, the worker and the web server, all on this machine only,
fills the database from the stand-in and with made-up people, and stops everything on Ctrl-C. What it
makes stays in ``var/demo``; the next start goes on from there.
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from portal.demo.accounts import PASSWORD, SIGN_INS

FOLDER = Path("var/demo")
KEYS = Path("var/demo-keys/field-keys.json")
FEEDS = """# The stand-in for Jobnet that `make demo` starts on this machine.
[[source]]
name = "jobnet"
format = "jobnet"
url = "http://127.0.0.1:{port}/bff"
allow_http = true
allow_private = true
"""
WAIT_SECONDS = 30


def main() -> int:
    """Runs the demo until Ctrl-C. Gives the exit status."""
    port = int(os.environ.get("PORT", "8000"))
    ports = {"web": port, "jobnet": port + 1, "inbox": port + 2, "smtp": port + 3}
    taken = [number for number in ports.values() if _answers(number)]
    if taken:
        click.echo(f"Port {taken[0]} is in use. Choose another: make demo PORT={port + 100}")
        return 1
    environment = _environment(ports)
    with _running(_helpers(ports), environment) as helpers:
        _wait_for(ports["jobnet"], ports["smtp"])
        for command in _preparations():
            subprocess.run([*_flask(), *command], env=environment, check=True)
        with _running([[*_flask(), "serve", "--with-worker"]], environment) as servers:
            _wait_for(ports["web"])
            _welcome(ports)
            return _watch([*helpers, *servers])


def _environment(ports: dict[str, int]) -> dict[str, str]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "feeds.toml").write_text(FEEDS.format(port=ports["jobnet"]))
    return os.environ | {
        "PORTAL_ENV": "demo",
        "DATA_DIR": str(FOLDER),
        "SECRET_KEY": _secret(FOLDER / "secret-key"),
        "FIELD_KEYS_FILE": str(KEYS),
        "FEEDS_FILE": str(FOLDER / "feeds.toml"),
        "BASE_URL": f"http://localhost:{ports['web']}",
        "SMTP_URL": f"smtp://127.0.0.1:{ports['smtp']}",
        "PORT": str(ports["web"]),
        "PYTHONUNBUFFERED": "1",
    }


def _secret(path: Path) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def _flask() -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "wsgi"]


def _helpers(ports: dict[str, int]) -> list[list[str]]:
    inbox = ["--smtp-port", str(ports["smtp"]), "--http-port", str(ports["inbox"])]
    return [
        [sys.executable, "-m", "importers.standin", "--port", str(ports["jobnet"])],
        [sys.executable, "-m", "portal.demo.inbox", *inbox],
    ]


def _preparations() -> list[list[str]]:
    keys = [] if KEYS.exists() else [["keys", "create"]]
    return [*keys, ["db", "upgrade"], ["import", "run"], ["demo-data"]]


@contextmanager
def _running(
    commands: Sequence[Sequence[str]], environment: dict[str, str]
) -> Iterator[list[subprocess.Popen[bytes]]]:
    children = [subprocess.Popen(command, env=environment) for command in commands]
    try:
        yield children
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(timeout=WAIT_SECONDS)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for(*ports: int) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not all(_answers(port) for port in ports):
        if time.monotonic() > deadline:
            raise SystemExit("A part of the demo did not start. Its message stands above.")
        time.sleep(0.1)


def _welcome(ports: dict[str, int]) -> None:
    click.echo(f"\n  The portal:   http://localhost:{ports['web']}")
    click.echo(f"  The staff:    http://localhost:{ports['web']}/personale")
    for email, who in SIGN_INS:
        click.echo(f"                {email:<24} {who}")
    click.echo(f"                password: {PASSWORD}, then the code that the mailbox shows at its top")
    click.echo(f"  The mailbox:  http://localhost:{ports['inbox']}")
    click.echo("\n  Stop with Ctrl-C.\n")


def _watch(children: list[subprocess.Popen[bytes]]) -> int:
    """Waits for Ctrl-C; if a part stops by itself, the demo stops too and says so."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    click.echo("A part of the demo has stopped. Its message stands above.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
