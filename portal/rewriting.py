"""Takes the bytes of deleted rows out of PostgreSQL's files, by writing the tables about people anew.

A plain VACUUM only lets the room of a deleted row be used again: the bytes stay until something else is
written over them. `VACUUM FULL` copies what is left into a new file; the planner's samples of old values are
replaced and rewritten too. Each table is ours alone while that lasts, so it is done at night, and a table
that somebody holds is left for the next one. The server's own log (WAL) is the operator's to tidy: see
`deploy/README.md`.
"""

import logging
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from portal.models import Base

WAIT: Final = "5s"
"""How long a table is waited for. Whoever asks for it meanwhile waits behind us."""
SAMPLES: Final = "pg_catalog.pg_statistic"
"""Where the planner keeps samples of values; the owner of a database may rewrite it."""
_HELD: Final = "55P03"

log = logging.getLogger(__name__)


def tables(about_people: Collection[str]) -> list[str]:
    """The tables to write anew: those about people, and all that hold anything sealed."""
    return sorted(
        table.name
        for table in Base.metadata.sorted_tables
        if table.name in about_people or any(column.name.endswith("_sealed") for column in table.columns)
    )


def write_anew(engine: Engine, names: Collection[str]) -> list[str]:
    """Rewrites these tables on PostgreSQL, and gives those that were held by somebody. SQLite has
    `secure_delete` and `db.settle` instead. The caller has no transaction open: what it still sees, stays.
    """
    if engine.dialect.name != "postgresql":
        return []
    with engine.connect() as pooled:
        connection = pooled.execution_options(isolation_level="AUTOCOMMIT")
        # Its own setting may not stay behind in the pool.
        connection.detach()
        connection.exec_driver_sql(f"SET lock_timeout = '{WAIT}'")
        held = [name for name in names if not _rewrite(connection, f'"{name}"', "FULL, ANALYZE")]
        held += [] if _rewrite(connection, SAMPLES, "FULL") else [SAMPLES]
    if held:
        log.warning("Tables were in use and are written anew next night.", extra={"error": " ".join(held)})
    return held


def _rewrite(connection: Connection, table: str, options: str) -> bool:
    try:
        connection.exec_driver_sql(f"VACUUM ({options}) {table}")
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == _HELD:
            return False
        raise
    return True
