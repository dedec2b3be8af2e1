"""Copies a whole database into an empty one of another kind, as it is, and compares the two.

Rows pass through the same column types on both sides, so that a time stays that time; what is sealed is
copied sealed. Copying is one transaction: a target that was stopped halfway is as empty as before.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Column, Connection, Integer, Row, Table, bindparam, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from portal.models import Base

AT_ONCE: Final = 1_000
# The migrations put one row there: the beginning of the chain.
BEGUN_BY_MIGRATIONS: Final = "audit_head"

Tell = Callable[[str, int], None]
"""Is told the name of each table that is done, and how many rows it has."""


class CopyRefusedError(Exception):
    """The copy may not begin, or is not equal; the message says why."""


class Sum(NamedTuple):
    """How many rows a table has, and a sum over their contents that does not depend on their order."""

    rows: int
    checksum: int


def copy(source: Connection, target: Connection, tell: Tell) -> int:
    """Copies all rows and compares them; gives how many there are.

    The caller commits `target` or rolls it back, and keeps others from writing to `source` meanwhile.
    Raises CopyRefusedError where the target is not an empty, migrated database of the same version, or where
    the two are not equal in the end.
    """
    _check(source, target)
    # The version of the data is copied like the rest; the event that counts writes may not touch it.
    target.info["versions"] = {"counted", "rebuilt"}
    target.execute(Base.metadata.tables[BEGUN_BY_MIGRATIONS].delete())
    copied = 0
    for table in Base.metadata.sorted_tables:
        try:
            rows = _copy_table(source, target, table)
        except DBAPIError as error:
            # The kind of error only: its words may repeat what somebody wrote.
            raise CopyRefusedError(f"{table.name} was not taken: {type(error.orig).__name__}.") from None
        tell(table.name, rows)
        copied += rows
    different = differences(source, target)
    if different:
        raise CopyRefusedError(f"Not equal after copying: {', '.join(different)}.")
    return copied


def differences(source: Connection, target: Connection) -> list[str]:
    """The tables whose rows differ in number or content."""
    return [
        table.name for table in Base.metadata.sorted_tables if summed(source, table) != summed(target, table)
    ]


def summed(connection: Connection, table: Table) -> Sum:
    """The sum over the rows of a table, the same on every kind of database."""
    count = checksum = 0
    for row in _rows(connection, table):
        written = repr(tuple(row)).encode()
        checksum = (checksum + int.from_bytes(hashlib.sha256(written).digest())) % 2**256
        count += 1
    return Sum(count, checksum)


def _check(source: Connection, target: Connection) -> None:
    if _migration(source) != _migration(target):
        raise CopyRefusedError("The source is not at the newest migration. Run: flask --app wsgi db upgrade")
    full = [
        table.name
        for table in Base.metadata.sorted_tables
        if table.name != BEGUN_BY_MIGRATIONS and _count(target, table)
    ]
    if full:
        raise CopyRefusedError(f"The target is not empty: {', '.join(full)}. Nothing was copied.")


def _migration(connection: Connection) -> Any:
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _copy_table(source: Connection, target: Connection, table: Table) -> int:
    """Copies the rows; those that name a row of the same table do so once all are there."""
    own = [key.parent for key in table.foreign_keys if key.column.table is table]
    later: list[Mapping[str, Any]] = []
    copied = 0
    for batch in _batches(source, table):
        values = [dict(row._mapping) for row in batch]  # noqa: SLF001 - SQLAlchemy's documented way
        later += [value for value in values if any(value[column.key] is not None for column in own)]
        without = {column.key: None for column in own}
        target.execute(insert(table), [value | without for value in values])
        copied += len(values)
    _name_own_rows(target, table, own, later)
    _continue_numbers(target, table)
    return copied


def _name_own_rows(
    target: Connection, table: Table, columns: list[Column[Any]], rows: list[Mapping[str, Any]]
) -> None:
    if not rows:
        return
    keys = list(table.primary_key.columns)
    # A column that every update sets anew keeps the value it was copied with.
    columns = [*columns, *(column for column in table.columns if column.onupdate is not None)]
    statement = update(table).where(*(key == bindparam(f"key_{key.key}") for key in keys))
    changes: dict[str, Any] = {column.key: bindparam(f"new_{column.key}") for column in columns}
    wanted = [
        {f"key_{key.key}": row[key.key] for key in keys} | {f"new_{one.key}": row[one.key] for one in columns}
        for row in rows
    ]
    target.execute(statement.values(changes), wanted)


def _continue_numbers(target: Connection, table: Table) -> None:
    """Lets PostgreSQL number new rows after those that were copied."""
    key = table.autoincrement_column
    if target.dialect.name != "postgresql" or key is None or not isinstance(key.type, Integer):
        return
    sequence = func.pg_get_serial_sequence(table.name, key.name)
    highest = select(func.max(key)).scalar_subquery()
    target.execute(select(func.setval(sequence, func.coalesce(highest, 1), highest.is_not(None))))


def _batches(connection: Connection, table: Table) -> Iterator[Any]:
    found = connection.execution_options(yield_per=AT_ONCE).execute(select(table))
    yield from found.partitions()


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    for batch in _batches(connection, table):
        yield from batch
