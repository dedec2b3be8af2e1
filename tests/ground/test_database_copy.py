"""A whole installation moves from SQLite to PostgreSQL, row by row the same, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_posting
from portal.app import create_app
from portal.commands import database
from portal.db import db
from portal.models import Base
from portal.models.application import Application
from portal.models.data_version import DataVersion
from portal.models.posting import Posting
from whole_portal import fill


@pytest.fixture
def filled(app: Flask, session: Session) -> Flask:
    """One of each kind of thing, and rows that name rows of their own table."""
    fill(app, session)
    first = make_posting(session)
    make_posting(session, duplicate_of_id=first.id)
    session.rollback()
    return app


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["database", *words])


def rows_in(address: str) -> int:
    engine = create_engine(address)
    with engine.connect() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        ]
    engine.dispose()
    return sum(counts)


def test_everything_is_copied_and_what_is_sealed_opens(filled: Flask, empty_postgres: str) -> None:
    done = run(filled, "copy", "--to", empty_postgres)
    assert done.exit_code == 0, done.output
    total = rows_in(str(filled.config["SQLALCHEMY_DATABASE_URI"]))
    assert f"{total} rows copied; counts and checksums are equal." in done.output
    person = db.session.scalars(select(Application)).one()
    moved = create_app(settings_for(filled.config["SETTINGS"].data_dir, database_url=empty_postgres))
    with moved.app_context():
        there = db.session.scalars(select(Application)).one()
        assert (there.id, there.answers, there.created_at) == (person.id, person.answers, person.created_at)
        assert db.session.scalar(select(func.count(Posting.duplicate_of_id))) == 1
        make_posting(db.session())
        number = db.session.scalar(select(DataVersion.number))
        db.session.remove()
        db.engine.dispose()
    assert number == (db.session.scalar(select(DataVersion.number)) or 0) + 1


def test_equal_databases_compare_as_equal_and_changed_ones_do_not(filled: Flask, empty_postgres: str) -> None:
    run(filled, "copy", "--to", empty_postgres)
    assert run(filled, "compare", "--to", empty_postgres).output == "All tables are equal.\n"
    db.session.execute(text("UPDATE staff SET name = 'En anden' WHERE name LIKE 'Ann%'"))
    db.session.commit()
    assert run(filled, "compare", "--to", empty_postgres).output == "Error: Different: data_version, staff.\n"


def test_a_target_that_holds_something_is_left_alone(filled: Flask, empty_postgres: str) -> None:
    run(filled, "copy", "--to", empty_postgres)
    before = rows_in(empty_postgres)
    again = run(filled, "copy", "--to", empty_postgres)
    assert again.exit_code == 1
    assert "The target is not empty" in again.output
    assert rows_in(empty_postgres) == before


def test_a_copy_lets_others_read_meanwhile_and_not_write(
    filled: Flask, empty_postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []

    def try_to_write(*_told: object) -> None:
        with closing(sqlite3.connect(filled.config["SETTINGS"].data_dir / "portal.db", timeout=0)) as other:
            assert other.execute("SELECT count(*) FROM staff").fetchone() > (0,)
            with pytest.raises(sqlite3.OperationalError) as error:
                other.execute("UPDATE staff SET name = 'En anden'")
            refused.append(str(error.value))

    monkeypatch.setattr(database, "_tell", try_to_write)
    assert run(filled, "copy", "--to", empty_postgres).exit_code == 0
    assert set(refused) == {"database is locked"}


def test_a_copy_that_fails_leaves_the_target_empty(filled: Flask, empty_postgres: str) -> None:
    # PostgreSQL takes no zero byte in a text, SQLite does.
    db.session.execute(text("UPDATE posting SET town = 'a' || char(0) || 'b'"))
    db.session.commit()
    failed = run(filled, "copy", "--to", empty_postgres)
    assert failed.output.endswith("Error: posting was not taken: DataError.\n")
    assert rows_in(empty_postgres) == 1
    db.session.execute(text("UPDATE posting SET town = 'ab'"))
    db.session.commit()
    assert run(filled, "copy", "--to", empty_postgres).exit_code == 0


def test_the_database_in_use_is_no_target(app: Flask, session: Session, tmp_path: Path) -> None:
    own = str(app.config["SQLALCHEMY_DATABASE_URI"])
    assert run(app, "copy", "--to", own).output == "Error: That is the database in use.\n"
