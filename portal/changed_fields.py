"""Remembers the names of what a transaction changes, never its values: what the audit trail says of a change.

A row that is changed gives `table.column`, a new one `+table`, a deleted one `-table`. It is read off the
statements themselves, so that nothing a feature does can be left out by forgetting to say so.
"""

import re
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from portal.models import Base

BOOKKEEPING: Final = frozenset(
    "attempt audit_entry audit_head audit_segment data_version kept_form log_position pulse".split()
)
"""Tables that the portal keeps for itself; what changes in them is no change of anybody's data."""
SELF_KEPT: Final = frozenset(("updated_at", "version"))
"""Columns that follow every change of a row."""

_KEY: Final = "changed_fields"
_WRITES: Final = re.compile(
    r'\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?(?:\s+SET\s+(.*?)(?:\s+WHERE\s|$))?', re.DOTALL
)
_COLUMN: Final = re.compile(r'(?:^|,\s*)"?(\w+)"?\s*=')


def take(connection: Connection) -> str:
    """The names of what this transaction has changed since they were last taken, sorted, between spaces."""
    return " ".join(sorted(connection.info.pop(_KEY, ())))


# The statements of a program are few, and each is read at every turn.
@lru_cache(maxsize=1000)
def names_in(statement: str) -> frozenset[str]:
    """What a statement changes; nothing for one that only reads, or that keeps the portal's own books."""
    written = _WRITES.match(statement)
    if written is None or written[2] not in Base.metadata.tables or written[2] in BOOKKEEPING:
        return frozenset()
    verb, table, values = written.groups()
    if verb != "UPDATE":
        return frozenset({f"{'+' if verb == 'INSERT INTO' else '-'}{table}"})
    columns = set(_COLUMN.findall(values or "")) - SELF_KEPT
    return frozenset(f"{table}.{name.removesuffix('_sealed')}" for name in columns)


@event.listens_for(Engine, "before_cursor_execute")
def _remember(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
    names = names_in(statement)
    if names:
        connection.info.setdefault(_KEY, set()).update(names)


def _forget(connection: Connection) -> None:
    connection.info.pop(_KEY, None)


for _moment in ("commit", "rollback"):
    event.listen(Engine, _moment, _forget)
