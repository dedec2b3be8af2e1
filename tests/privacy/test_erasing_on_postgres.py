"""P45 on PostgreSQL: after the night's run the bytes of what was deleted stand in no file of the database."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import text
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_application, make_staff
from portal import clock, erasing, personal_data, purging, rewriting
from portal.app import create_app
from portal.db import db
from portal.models.application import Application
from portal.models.candidate import CandidateKey
from portal.models.note import Note


@pytest.fixture
def session(empty_postgres: str, migrated: Path, tmp_path: Path) -> Iterator[Session]:
    keys = migrated / "field-keys.json"
    app: Flask = create_app(settings_for(tmp_path, database_url=empty_postgres, field_keys_file=keys))
    with app.app_context():
        upgrade()
        yield db.session()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def administrator(postgres: str) -> Iterator[psycopg.Connection]:
    """Whoever runs the server; as in deploy/compose, old files of its log are removed and not used again."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET wal_recycle = off")
        connection.execute("SELECT pg_reload_conf()")
        yield connection


@pytest.fixture
def cases(session: Session) -> list[Application]:
    """Two people, each with long answers, a note and keys for finding the same person again."""
    staff, made = make_staff(session), []
    for name, phone in (("Kim Kandidat", "20112233"), ("Ida Kandidat", "20223344")):
        answers = [{"key": "q", "question": "?", "value": "x" * 4000, "text": "x" * 4000}]
        made.append(make_application(session, person={"name": name, "phone": phone}, answers=answers))
        note = Note(application_id=made[-1].id, staff_id=staff.id, at=clock.now())
        note.text = "Ring igen"
        session.add(note)
    session.commit()
    session.execute(text("ANALYZE"))
    session.commit()
    return made


def marks_of(session: Session, case: Application) -> list[bytes]:
    """What stands about the person in the tables, as the files hold it: of each value a part in its middle,
    for what is too long for a page lies in pieces.
    """
    rows = [row for _, row in personal_data.rows(session, personal_data.whose(session, case))]
    sealed = [
        value for row in rows for name, value in vars(row).items() if name.endswith("_sealed") and value
    ]
    keys = [row.value.encode() for row in rows if isinstance(row, CandidateKey)]
    return [mark[len(mark) // 2 :][:200] for mark in [*sealed, *keys, (case.reference or "").encode()]]


def found(session: Session, administrator: psycopg.Connection, marks: list[bytes]) -> list[bytes]:
    """The marks that stand in any file of this database, or in the log of the server."""
    number = session.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    session.commit()
    for statement in ("CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"):
        administrator.execute(statement)
    [(data,)] = administrator.execute("SHOW data_directory").fetchall()
    files = [*Path(data, "base", f"{number}").iterdir(), *Path(data, "pg_wal").glob("0*")]
    contents = [file.read_bytes() for file in files]
    return [mark for mark in marks if any(mark in content for content in contents)]


def test_p45_the_bytes_are_in_no_file_after_the_nights_run(
    session: Session, administrator: psycopg.Connection, cases: list[Application]
) -> None:
    kims, stays = (marks_of(session, case) for case in cases)
    # A key of the name's sound is that of both.
    gone = [mark for mark in kims if mark not in stays]
    assert len(gone) > 6
    assert found(session, administrator, gone) == gone
    erasing.erase_person(session, cases[0])
    session.commit()
    assert found(session, administrator, gone) == gone, "deleting alone leaves the bytes where they were"
    purging.run(session)
    assert found(session, administrator, gone) == []
    assert found(session, administrator, stays) == stays


def test_p45_a_table_that_somebody_holds_is_left_for_the_next_night(
    session: Session, empty_postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "WAIT", "50ms")
    with psycopg.connect(empty_postgres.replace("+psycopg", "")) as reader:
        reader.execute("SELECT * FROM candidate")
        assert rewriting.write_anew(db.engine, ["candidate", "note"]) == ["candidate"]
    assert rewriting.write_anew(db.engine, ["candidate", "note"]) == []
    assert session.scalar(text("SHOW lock_timeout")) == "0"


def test_p45_every_table_that_holds_anything_sealed_is_written_anew() -> None:
    names = rewriting.tables(personal_data.tables())
    assert {"application", "candidate", "note", "subscription", "arrival", "kept_form", "candidate_key"} <= {
        *names
    }
    assert "posting" not in names
