"""Fields are sealed for one row and one column, and the key file is guarded."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import make_application
from portal import crypto
from portal.crypto import CannotOpenError, KeyFileError, Keyring

RING = Keyring(2, {1: bytes(range(32)), 2: bytes(range(32, 64))})


@given(st.text())
def test_what_was_sealed_for_a_place_opens_there(plain: str) -> None:
    assert RING.open(RING.seal(plain, place="candidate:a:name"), place="candidate:a:name") == plain


@given(st.binary())
def test_bytes_that_were_never_sealed_do_not_open(sealed: bytes) -> None:
    with pytest.raises(CannotOpenError):
        RING.open(sealed, place="candidate:a:name")


def test_a_value_moved_to_another_row_does_not_open() -> None:
    with pytest.raises(CannotOpenError):
        RING.open(RING.seal("Kim", place="candidate:a:name"), place="candidate:b:name")


def test_a_value_sealed_with_an_older_key_still_opens() -> None:
    sealed = Keyring(1, RING.keys).seal("Kim", place="p")
    assert RING.open(sealed, place="p") == "Kim"


def test_a_value_does_not_open_when_its_key_is_gone() -> None:
    with pytest.raises(CannotOpenError):
        Keyring(1, {1: RING.keys[1]}).open(RING.seal("Kim", place="p"), place="p")


def test_a_keyed_hash_is_of_use_for_one_purpose_only() -> None:
    assert RING.keyed_hash("a", purpose="x") != RING.keyed_hash("a", purpose="y")


def test_names_and_answers_do_not_stand_in_the_database_file(session: Session, portal_folder: Path) -> None:
    make_application(session, person={"name": "Kanarie Fuglesang"}, answers=[{"value": "kanariegul"}])
    stored = b"".join(path.read_bytes() for path in portal_folder.glob("portal.db*"))
    assert b"received" in stored
    assert b"Kanarie" not in stored
    assert b"kanariegul" not in stored


def test_a_new_key_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    crypto.create_key_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(crypto.load_key_file(path).keys[1]) == 32


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    crypto.create_key_file(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        crypto.create_key_file(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is damaged"),
        ("[]", "is damaged"),
        ('{"active": 1, "keys": {"1": "!"}}', "is damaged"),
        (json.dumps({"active": 1, "keys": {"1": "AAAA"}}), "weak key"),
        (json.dumps({"active": 1, "keys": {"1": "A" * 43 + "="}}), "weak key"),
    ],
)
def test_an_unusable_key_file_is_refused_with_a_reason(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileError, match=words):
        crypto.load_key_file(path)


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    crypto.create_key_file(path)
    path.chmod(0o644)
    with pytest.raises(KeyFileError, match="chmod 600"):
        crypto.load_key_file(path)


def test_a_missing_key_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="keys create"):
        crypto.load_key_file(tmp_path / "none.json")
