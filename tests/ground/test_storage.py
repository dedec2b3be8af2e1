"""Files that are no rows: whole or not there, under keys that lead nowhere else."""

from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from portal import storage
from portal.storage import BadKeyError, Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "data" / "files")


def test_what_was_put_is_there(files: Files) -> None:
    files.put("voice/abc", b"sound")
    assert files.get("voice/abc") == b"sound"
    assert files.exists("voice/abc")


def test_what_was_never_put_is_none(files: Files) -> None:
    assert files.get("voice/abc") is None
    assert not files.exists("voice/abc")
    assert list(files.keys("")) == []


def test_putting_again_replaces(files: Files) -> None:
    files.put("a", b"first")
    files.put("a", b"second")
    assert files.get("a") == b"second"


def test_deleting_forgets_and_deleting_nothing_is_no_fault(files: Files) -> None:
    files.put("leaflets/slagelse.pdf", b"%PDF")
    files.delete("leaflets/slagelse.pdf")
    files.delete("leaflets/slagelse.pdf")
    files.delete("elsewhere/never")
    assert files.get("leaflets/slagelse.pdf") is None


def test_keys_are_listed_by_how_they_begin(files: Files) -> None:
    for key in ("voice/b", "voice/a", "leaflets/a"):
        files.put(key, b"")
    assert list(files.keys("voice/")) == ["voice/a", "voice/b"]


def test_a_write_that_was_cut_off_leaves_nothing_that_can_be_read(files: Files) -> None:
    files.put("voice/a", b"whole")
    (files.folder / "voice" / ".new-1234").write_bytes(b"ha")
    assert list(files.keys("")) == ["voice/a"]
    with pytest.raises(BadKeyError):
        files.get("voice/.new-1234")


def test_only_the_portals_own_user_reads_a_file(files: Files) -> None:
    files.put("voice/a", b"sound")
    assert (files.folder / "voice" / "a").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("key", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "a\0b", "a\\b", "a\n"])
def test_a_key_cannot_lead_out(files: Files, key: str) -> None:
    with pytest.raises(BadKeyError):
        files.put(key, b"")


@given(key=st.text(max_size=30))
def test_any_text_is_a_key_inside_the_folder_or_refused(key: str) -> None:
    folder = Path("/nowhere/files")
    try:
        path = Files(folder)._path(key)
    except BadKeyError:
        return
    assert path.resolve().is_relative_to(folder)


def test_the_portal_keeps_files_beside_its_database(app: Flask) -> None:
    with app.app_context():
        storage.put("voice/a", b"sound")
        assert storage.get("voice/a") == b"sound"
        assert list(storage.keys("voice/")) == ["voice/a"]
        storage.delete("voice/a")
        assert not storage.exists("voice/a")
    assert (app.config["SETTINGS"].data_dir / "files" / "voice").is_dir()
