"""P40: keys are changed by a command, in the database and the store of files; then the old key can go."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import LargeBinary
from sqlalchemy.orm import Session

from factories import make_application, make_staff
from portal import crypto, recordings, rotation
from portal.crypto import CannotOpenError
from portal.models import Base

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\x00" * 40 + b"A_OPUS" + b"KANARIE" * 20
KEYS = "field-keys.json"


@pytest.fixture
def own_keys(app: Flask, portal_folder: Path) -> Path:
    """The portal's own key file; the process forgets what it rotated to when the test is over."""
    return portal_folder / KEYS


@pytest.fixture
def keys(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_p40_every_column_of_sealed_bytes_is_found_in_the_models() -> None:
    named = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary) and column.name.endswith("_sealed")
    }
    assert {f"{one.table.name}.{one.name}_sealed" for one in rotation.sealed_columns()} == named
    assert len(named) > 15


def test_p40_after_a_rotation_everything_is_sealed_with_the_new_key_and_opens(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    application = make_application(session, answers=[{"key": "hours", "value": "12"}])
    make_staff(session)
    recording = recordings.keep(session, application, WEBM)
    result = keys.invoke(args=["keys", "rotate"])
    session.expire_all()
    assert result.exit_code == 0, result.output
    assert set(rotation.in_use(session)) == {2}
    assert application.candidate is not None
    assert application.candidate.name == "Kim Kandidat"
    assert '"12"' in application.answers
    sound = recordings.sound(recording)
    assert sound is not None
    assert sound.content == WEBM


def test_p40_the_old_key_can_go_and_opens_nothing_any_more(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    application = make_application(session)
    before = crypto.load_key_file(own_keys)
    assert keys.invoke(args=["keys", "rotate"]).exit_code == 0
    result = keys.invoke(args=["keys", "rotate", "--drop-old"])
    session.expire_all()
    assert "only one left" in result.output
    assert list(crypto.load_key_file(own_keys).keys) == [2]
    assert application.candidate is not None
    assert application.candidate.name == "Kim Kandidat"
    with pytest.raises(CannotOpenError):
        before.open(
            application.candidate.name_sealed or b"", place=f"candidate:{application.candidate.id}:name"
        )


def test_p40_the_old_key_stays_while_anything_hangs_on_it(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    make_application(session)
    crypto.add_key(own_keys)
    result = keys.invoke(args=["keys", "rotate", "--drop-old"])
    assert result.exit_code == 1
    assert "still hang on an old key" in result.output
    assert list(crypto.load_key_file(own_keys).keys) == [1, 2]


def test_p40_a_rotation_that_was_cut_off_goes_on_without_another_key(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    first = make_application(session)
    crypto.add_key(own_keys)
    second = make_application(session, person={"name": "Ida Imorgen"})
    assert set(rotation.in_use(session)) == {1, 2}
    result = keys.invoke(args=["keys", "rotate"])
    session.expire_all()
    assert "Going on" in result.output
    assert set(rotation.in_use(session)) == {2}
    assert [one.candidate.name for one in (first, second) if one.candidate] == ["Kim Kandidat", "Ida Imorgen"]


def test_p40_a_running_process_takes_up_the_new_key_by_itself(session: Session, own_keys: Path) -> None:
    assert crypto.keyring().active == 1
    crypto.add_key(own_keys)
    assert crypto.keyring().active == 2


def test_p40_what_was_looked_up_by_a_hash_is_found_after_the_rotation(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    before = crypto.keyring().keyed_hash("kim", purpose="test")
    keys.invoke(args=["keys", "rotate"])
    keys.invoke(args=["keys", "rotate", "--drop-old"])
    assert crypto.keyring().keyed_hash("kim", purpose="test") == before


def test_p40_what_no_key_opens_is_named_and_keeps_the_old_key(
    keys: FlaskCliRunner, session: Session, own_keys: Path
) -> None:
    application = make_application(session)
    assert application.candidate is not None
    application.candidate.name_sealed = b"\x01damaged"
    session.commit()
    result = keys.invoke(args=["keys", "rotate"])
    assert result.exit_code == 1
    assert f"candidate:{application.candidate.id}:name" in result.output
    assert keys.invoke(args=["keys", "rotate", "--drop-old"]).exit_code == 1


def test_p40_the_key_file_is_still_readable_by_its_owner_only(own_keys: Path) -> None:
    crypto.add_key(own_keys)
    assert own_keys.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in own_keys.parent.glob(f".{KEYS}*")] == []
