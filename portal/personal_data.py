"""Everything the portal keeps about a person, found by following the keys between tables.

The tables are found in the models: what hangs on an application or a candidate belongs to the person. So a
new table is part of the access report and of deletion from its first day. (None may hang on such a table
alone; a test sees to that.)
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, or_, select
from sqlalchemy.orm import Session

from portal import joined
from portal.models import Base
from portal.models.application import Application
from portal.models.base import Sealed
from portal.models.candidate import Candidate
from portal.models.subscription import Subscription

ROOTS: Final = ("candidate", "application")
NOT_TOLD: Final = ("staff", "consultant")
"""Tables whose people are colleagues: a person learns what was done, not by whom."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """The ids of all that is one person's: applications, with those that were merged, and candidates."""

    applications: tuple[str, ...]
    candidates: tuple[str, ...]


def whose(session: Session, application: Application) -> Person:
    """The person of an application, with the other applications of the same candidates."""
    known: dict[str, Application] = {}
    waiting = [joined.goes_on_in(session, application), application]
    while waiting:
        one = waiting.pop()
        if one.id not in known:
            known[one.id] = one
            waiting += [*joined.merged_into(session, one), *_of_same_candidate(session, one)]
    candidates = {one.candidate_id for one in known.values() if one.candidate_id}
    return Person(applications=tuple(sorted(known)), candidates=tuple(sorted(candidates)))


def _of_same_candidate(session: Session, application: Application) -> Collection[Application]:
    if application.candidate_id is None:
        return ()
    return session.scalars(
        select(Application).where(Application.candidate_id == application.candidate_id)
    ).all()


@cache
def tables() -> tuple[str, ...]:
    """The names of the tables about a person: the roots, then all that hangs on them."""
    found = list(ROOTS)
    for table in Base.metadata.sorted_tables:
        if table.name not in found and any(key.column.table.name in ROOTS for key in table.foreign_keys):
            found.append(table.name)
    return tuple(found)


def rows(session: Session, person: Person) -> Iterator[tuple[str, Any]]:
    """All rows about a person, as (name of the table, row)."""
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__tablename__):
        name = mapper.class_.__tablename__
        if name in tables():
            query = select(mapper.class_).where(_about(name, person))
            for row in session.scalars(query):
                yield name, row


def _about(table: str, person: Person) -> Any:
    """The condition that picks the rows of a table that are about a person."""
    columns = Base.metadata.tables[table].columns
    ids = {"application": person.applications, "candidate": person.candidates}
    if table in ids:
        return columns.id.in_(ids[table])
    return or_(*(column.in_(ids[root]) for column in columns if (root := _leads_to(column)) in ids))


def _leads_to(column: Column[Any]) -> str:
    """The table that a column is a key of; "" for none."""
    return next((key.column.table.name for key in column.foreign_keys), "")


def as_plain(row: Any) -> dict[str, Any]:
    """A row as values for JSON, opened, without colleagues, hashes and what stands sealed."""
    sealed = {
        name: getattr(row, name)
        for kind in type(row).__mro__
        for name, value in vars(kind).items()
        if isinstance(value, Sealed)
    }
    told = {
        column.name: _plain(getattr(row, column.name))
        for column in row.__table__.columns
        if _leads_to(column) not in NOT_TOLD and not column.name.endswith(("_sealed", "_hash"))
    }
    return {name: value for name, value in (told | sealed).items() if value is not None and value != ""}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime | date) else value


def subscriptions(session: Session, person: Person) -> list[Subscription]:
    """What the addresses of a person subscribe to. Addresses are sealed, so each one is opened."""
    addresses = {
        address.strip().lower()
        for one in session.scalars(select(Candidate).where(Candidate.id.in_(person.candidates)))
        for address in (one.email, one.phone)
        if address
    }
    if not addresses:
        return []
    return [one for one in session.scalars(select(Subscription)) if one.address.lower() in addresses]


def counted(session: Session, person: Person) -> Mapping[str, int]:
    """How many rows of each table there are about a person."""
    found: dict[str, int] = {}
    for name, _row in rows(session, person):
        found[name] = found.get(name, 0) + 1
    return found
