"""Seals everything anew with the active key: every sealed column of every table, and the voice answers.

What is sealed is found in the models, so that a new sealed column is never forgotten. It goes in small
transactions and looks only at what an older key sealed: killed at any moment, the next run goes on.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, LargeBinary, Table, func, select, update
from sqlalchemy.orm import Session

from portal import crypto, recordings, storage
from portal.crypto import CannotOpenError, Keyring
from portal.models import Base
from portal.models.base import Sealed

BATCH: Final = 200
"""Rows in one transaction: few enough that nobody waits long for it."""


@dataclass(frozen=True, kw_only=True)
class SealedColumn:
    """A column that holds sealed values; `name` is that of the attribute that opens them."""

    table: Table
    name: str

    @property
    def column(self) -> Column[Any]:
        """The column in the table."""
        return self.table.c[f"{self.name}_sealed"]

    def place(self, row_id: str) -> str:
        """What the value of a row is bound to."""
        return f"{self.table.name}:{row_id}:{self.name}"


@dataclass(frozen=True, kw_only=True)
class Resealed:
    """How many values and files were sealed anew, and the places of those that no key opens."""

    values: int
    files: int
    unreadable: tuple[str, ...]


def sealed_columns() -> list[SealedColumn]:
    """All sealed columns of all tables, in the order of their names."""
    found = [
        SealedColumn(table=Base.metadata.tables[mapper.class_.__tablename__], name=name)
        for mapper in Base.registry.mappers
        for kind in mapper.class_.__mro__
        for name, value in vars(kind).items()
        if isinstance(value, Sealed)
    ]
    return sorted(found, key=lambda one: (one.table.name, one.name))


def in_use(session: Session) -> Counter[int]:
    """How many values and files each key has sealed, by the key's number."""
    found: Counter[int] = Counter()
    for sealed in sealed_columns():
        first = _first_byte(sealed.column)
        query = select(first, func.count()).where(sealed.column.is_not(None)).group_by(first)
        for number, count in session.execute(query):
            found[number[0]] += count
    for _key, content in _sounds():
        found[content[0]] += 1
    return found


def reseal(session: Session) -> Resealed:
    """Seals with the active key what another has sealed. Commits after each batch."""
    ring, values, unreadable = crypto.keyring(), 0, []
    for sealed in sealed_columns():
        after = ""
        while rows := _batch(session, sealed, ring, after):
            for row_id, old in rows:
                if _reseal_value(session, sealed, ring, row_id, old):
                    values += 1
                else:
                    unreadable.append(sealed.place(row_id))
            session.commit()
            after = rows[-1][0]
    files, lost = _reseal_sounds(ring)
    return Resealed(values=values, files=files, unreadable=(*unreadable, *lost))


def _batch(session: Session, sealed: SealedColumn, ring: Keyring, after: str) -> list[tuple[str, bytes]]:
    row_id = sealed.table.c.id
    old = (sealed.column.is_not(None), _first_byte(sealed.column) != bytes([ring.active]))
    query = select(row_id, sealed.column).where(*old, row_id > after).order_by(row_id).limit(BATCH)
    return [(row[0], row[1]) for row in session.execute(query)]


def _reseal_value(session: Session, sealed: SealedColumn, ring: Keyring, row_id: str, old: bytes) -> bool:
    place = sealed.place(row_id)
    try:
        new = ring.seal_bytes(ring.open_bytes(old, place=place), place=place)
    except CannotOpenError:
        return False
    # Somebody who changed the value meanwhile has sealed it with the active key already.
    unchanged = update(sealed.table).where(sealed.table.c.id == row_id, sealed.column == old)
    session.execute(unchanged.values({sealed.column.name: new}))
    return True


def _reseal_sounds(ring: Keyring) -> tuple[int, list[str]]:
    files, lost = 0, []
    for key, content in _sounds():
        if content[0] == ring.active:
            continue
        place = recordings.place_of(key)
        try:
            storage.put(key, ring.seal_bytes(ring.open_bytes(content, place=place), place=place))
            files += 1
        except CannotOpenError:
            lost.append(key)
    return files, lost


def _sounds() -> Iterator[tuple[str, bytes]]:
    """The voice answers that hold anything, by their keys in the store."""
    for key in storage.keys(recordings.FOLDER):
        content = storage.get(key)
        if content:
            yield key, content


def _first_byte(column: Column[Any]) -> Any:
    return func.substr(column, 1, 1, type_=LargeBinary)
