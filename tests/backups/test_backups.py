"""P57: a backup is made while others write, says nothing without its key, and is proven by restoring it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from pyrage import x25519
from sqlalchemy import select
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_application
from portal import crypto, erasing, storage
from portal.app import create_app
from portal.backups import archive, making, restoring
from portal.backups.making import Made
from portal.backups.snapshot import BackupError
from portal.commands import backups
from portal.config import Settings
from portal.db import db
from portal.models.application import Application
from portal.models.backup import BackupRecord

OPERATOR = x25519.Identity.generate()
NAME = "Kirsten Kandidatnavn"


@pytest.fixture
def app(portal_folder: Path) -> Iterator[Flask]:
    app = create_app(settings_for(portal_folder, backup_recipient=str(OPERATOR.to_public())))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def settings(app: Flask) -> Settings:
    settings: Settings = app.config["SETTINGS"]
    return settings


@pytest.fixture
def made(session: Session, settings: Settings) -> Made:
    """A backup of a portal with one case and one recording."""
    make_application(session, person={"name": NAME})
    storage.put("voice/k7maqx4t3f", b"a sealed voice")
    return making.make(session, settings)


def _keys(folder: Path) -> Path:
    file = folder / "private.txt"
    file.write_text(f"# public key: {OPERATOR.to_public()}\n{OPERATOR}\n")
    return file


def _rows(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def test_p57_what_is_restored_has_the_same_rows_and_files(
    made: Made, portal_folder: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(portal_folder / "portal.db")) as live:
        live.execute("DELETE FROM backup_record")
        live.commit()
    contents = restoring.unpack(made.path, OPERATOR, tmp_path / "restored")
    assert _rows(tmp_path / "restored" / "portal.db") == _rows(portal_folder / "portal.db")
    assert (tmp_path / "restored" / "files" / "voice" / "k7maqx4t3f").read_bytes() == b"a sealed voice"
    assert sum(contents.rows.values()) == made.rows


def test_p57_the_command_makes_proves_and_notes_a_backup(app: Flask, session: Session) -> None:
    make_application(session, person={"name": NAME})
    done = app.test_cli_runner().invoke(args=["backup", "create"])
    assert "sealed values opened" in done.output, done.output
    record = session.scalars(select(BackupRecord)).one()
    assert record.proven_at is not None
    assert record.size > 0


def test_p57_any_backup_is_proven_with_the_operators_key(app: Flask, made: Made, tmp_path: Path) -> None:
    done = app.test_cli_runner().invoke(
        args=["backup", "verify", str(made.path), "--key", str(_keys(tmp_path))]
    )
    assert f"{made.rows} rows" in done.output, done.output


def test_p57_restoring_by_command_fills_a_fresh_folder_only(app: Flask, made: Made, tmp_path: Path) -> None:
    command = ["backup", "restore", str(made.path), "--key", str(_keys(tmp_path)), "--to"]
    done = app.test_cli_runner().invoke(args=[*command, str(tmp_path / "restored")])
    assert f"Restored {made.rows} rows" in done.output
    assert (tmp_path / "restored" / "portal.db").is_file()
    again = app.test_cli_runner().invoke(args=[*command, str(tmp_path / "restored")])
    assert "is not empty" in again.output


def test_p45_what_was_deleted_since_a_backup_is_deleted_again_when_it_is_restored(
    app: Flask, made: Made, session: Session, tmp_path: Path
) -> None:
    application = session.scalars(select(Application)).one()
    erasing.erase(session, application, rule=erasing.ASKED)
    session.commit()
    erasing.tell_the_file(session)
    command = ["backup", "restore", str(made.path), "--key", str(_keys(tmp_path)), "--to"]
    done = app.test_cli_runner().invoke(args=[*command, str(tmp_path / "restored")])
    assert "deleted since: 1" in done.output, done.output
    with closing(sqlite3.connect(tmp_path / "restored" / "portal.db")) as connection:
        assert connection.execute("SELECT count(*) FROM candidate").fetchone() == (0,)


def test_p57_a_backup_says_nothing_to_who_has_no_key(made: Made, tmp_path: Path) -> None:
    assert NAME.encode() not in made.path.read_bytes()
    assert made.path.stat().st_mode & 0o077 == 0
    with pytest.raises(BackupError, match="this key is not the one"):
        archive.read(made.path, x25519.Identity.generate(), tmp_path / "stranger")


def test_p57_the_keys_of_fields_are_in_no_backup(made: Made, portal_folder: Path, tmp_path: Path) -> None:
    archive.read(made.path, OPERATOR, tmp_path / "restored")
    key = (portal_folder / "field-keys.json").read_bytes()
    assert [
        path for path in (tmp_path / "restored").rglob("*") if path.is_file() and key in path.read_bytes()
    ] == []


def test_p57_a_damaged_backup_is_not_taken_for_a_good_one(made: Made, tmp_path: Path) -> None:
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    damaged = tmp_path / made.path.name
    damaged.write_bytes(content)
    with pytest.raises(BackupError, match=r"cannot be read|damaged"):
        archive.read(damaged, OPERATOR, tmp_path / "restored")


def test_p57_a_backup_with_a_missing_row_is_not_proven(
    made: Made, settings: Settings, tmp_path: Path
) -> None:
    contents = restoring.unpack(made.path, OPERATOR, tmp_path / "restored")
    with closing(sqlite3.connect(tmp_path / "restored" / "portal.db")) as connection:
        connection.execute("DELETE FROM move")
        connection.commit()
    with (
        restoring.place_for(contents, tmp_path / "restored", settings) as own,
        pytest.raises(BackupError, match="move"),
    ):
        restoring.prove(contents, tmp_path / "restored", own, create_app)


def test_p57_a_backup_of_other_field_keys_is_not_proven(
    made: Made, settings: Settings, tmp_path: Path
) -> None:
    contents = restoring.unpack(made.path, OPERATOR, tmp_path / "restored")
    (tmp_path / "other").mkdir()
    crypto.create_key_file(tmp_path / "other" / "keys.json")
    others = settings_for(tmp_path / "restored", field_keys_file=tmp_path / "other" / "keys.json")
    ring = crypto.keyring()
    try:
        with pytest.raises(BackupError, match="does not open"):
            restoring.prove(contents, tmp_path / "restored", others, create_app)
    finally:
        crypto.install(ring)


def test_p57_a_backup_is_whole_while_another_process_writes(
    session: Session, settings: Settings, portal_folder: Path, tmp_path: Path
) -> None:
    stop, wrote = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(portal_folder / "portal.db", timeout=60)) as other:
            number = 0
            while not stop.is_set():
                number += 1
                other.execute("INSERT INTO attempt VALUES (?, ?, 1)", (f"a{number}", "2026-11-22 00:00:00"))
                other.execute("INSERT INTO attempt VALUES (?, ?, 1)", (f"b{number}", "2026-11-22 00:00:00"))
                other.commit()
                wrote.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert wrote.wait(60)
        made = making.make(session, settings)
    finally:
        stop.set()
        writer.join()
    contents = archive.read(made.path, OPERATOR, tmp_path / "restored")
    assert contents.rows["attempt"] >= 2
    assert contents.rows["attempt"] % 2 == 0, "half a transaction is in the copy"


def test_p57_without_room_there_is_a_message_and_no_half_file(
    app: Flask, made: Made, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = sorted(settings.backups.iterdir())
    monkeypatch.setattr(archive, "encrypt_io", full)
    done = app.test_cli_runner().invoke(args=["backup", "create"])
    assert "No space left on device" in done.output
    assert sorted(settings.backups.iterdir()) == before


def test_without_a_recipient_the_command_says_what_to_do(portal_folder: Path) -> None:
    app = create_app(settings_for(portal_folder))
    assert "backup keys" in app.test_cli_runner().invoke(args=["backup", "create"]).output


def test_a_new_key_is_written_once_and_fits_its_public_half(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "private.txt"
    done = app.test_cli_runner().invoke(args=["backup", "keys", str(file)])
    assert done.output.strip() == f"BACKUP_RECIPIENT={archive.identity(file).to_public()}"
    assert file.stat().st_mode & 0o077 == 0
    assert "Nothing was changed" in app.test_cli_runner().invoke(args=["backup", "keys", str(file)]).output


def test_the_worker_makes_one_backup_a_night(app: Flask, session: Session) -> None:
    with time_machine.travel("2026-11-22T05:00:00Z", tick=False):
        backups.nightly()
        backups.nightly()
    assert session.scalars(select(BackupRecord.proven_at)).all() == [
        datetime.fromisoformat("2026-11-22T05:00:00Z")
    ]
