"""SQLite is set up so that what was answered as saved is saved, and nobody waits for a lock in vain."""

import sqlite3
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import bindparam, event, select, text
from sqlalchemy.orm import Session

from portal.db import db


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 4000),
        ("secure_delete", 1),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_has_the_durable_settings(session: Session, pragma: str, value: object) -> None:
    assert session.scalar(text(f"PRAGMA {pragma}")) == value


@pytest.mark.parametrize(("method", "locked"), [("GET", False), ("POST", True)])
def test_a_request_that_may_write_takes_the_write_lock_at_once(
    app: Flask, portal_folder: Path, method: str, locked: bool
) -> None:
    with app.test_request_context("/", method=method):
        db.session.execute(text("SELECT 1"))
        other = sqlite3.connect(portal_folder / "portal.db", timeout=0)
        try:
            other.execute("BEGIN IMMEDIATE")
            got_lock = True
        except sqlite3.OperationalError:
            got_lock = False
        finally:
            other.close()
    assert got_lock is not locked


def test_the_connection_that_was_used_last_is_used_next(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as first, db.engine.connect() as second:
        used = first.connection.driver_connection, second.connection.driver_connection
        second.close()
        first.close()
        with db.engine.connect() as third:
            assert third.connection.driver_connection is used[0]


def test_a_value_that_stands_in_several_places_of_a_query_is_handed_over_once(session: Session) -> None:
    handed_over = []
    connection = session.connection()
    event.listen(connection, "before_cursor_execute", lambda *told: handed_over.append(told[3]))
    this = bindparam("this")
    session.execute(select(this == "a", this == "b"), {"this": "a"})
    assert [list(values).count("this") for values in handed_over] == [1]
