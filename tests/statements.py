"""What the portal asks its database, one statement after the other, for tests that count."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from portal.db import db


@contextmanager
def statements(app: Flask, *, commits: bool = False) -> Iterator[list[str]]:
    """The statements of the block without how a transaction begins; `commits` says where one ended well."""
    with app.app_context():
        engine = db.engine
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    def end(_connection: Any) -> None:
        if commits:
            asked.append("COMMIT")

    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "commit", end)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
        event.remove(engine, "commit", end)
