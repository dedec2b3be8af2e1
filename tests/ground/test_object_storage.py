"""Files in an object storage: the same promises as files on disk, over real HTTP, every request signed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import settings_for
from object_store import ObjectStore, object_store
from portal import storage
from portal.app import create_app
from portal.db import db
from portal.object_storage import Bucket, open_bucket
from portal.storage import BadKeyError


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tester")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a secret")
    with object_store() as running:
        yield running


@pytest.fixture
def bucket(server: ObjectStore) -> Iterator[Bucket]:
    bucket = open_bucket(_url(server))
    yield bucket
    bucket.client.close()


def _url(server: ObjectStore) -> str:
    return f"s3://klapjob/portal?endpoint_url={server.address}&region_name=eu-north-1"


def test_what_was_put_is_there_under_the_prefix(server: ObjectStore, bucket: Bucket) -> None:
    bucket.put("voice/abc", b"sound")
    assert (bucket.get("voice/abc"), bucket.exists("voice/abc")) == (b"sound", True)
    assert server.objects == {"/klapjob/portal/voice/abc": b"sound"}


def test_what_was_never_put_is_none(bucket: Bucket) -> None:
    assert (bucket.get("voice/abc"), bucket.exists("voice/abc"), list(bucket.keys(""))) == (None, False, [])


def test_putting_again_replaces_and_deleting_twice_is_no_fault(bucket: Bucket) -> None:
    bucket.put("a", b"first")
    bucket.put("a", b"second")
    assert bucket.get("a") == b"second"
    bucket.delete("a")
    bucket.delete("a")
    assert bucket.get("a") is None


def test_keys_are_listed_by_how_they_begin_page_by_page(bucket: Bucket) -> None:
    for key in ("voice/c", "voice/b", "leaflet/a", "voice/a"):
        bucket.put(key, b"x")
    assert list(bucket.keys("voice/")) == ["voice/a", "voice/b", "voice/c"]


def test_a_storage_that_refuses_is_trouble_of_the_machine(server: ObjectStore, bucket: Bucket) -> None:
    server.broken = True
    for ask in (lambda: bucket.put("a", b"x"), lambda: bucket.get("a"), lambda: list(bucket.keys(""))):
        with pytest.raises(OSError, match="object storage: AccessDenied"):
            ask()


@pytest.mark.parametrize("url", ["http://klapjob", "s3://", "s3://klapjob?secret=x"])
def test_an_address_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="STORAGE_URL must look like"):
        open_bucket(url)


def test_a_portal_with_a_storage_address_keeps_its_files_there(
    server: ObjectStore, migrated: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(migrated, tmp_path / "portal")
    app = create_app(settings_for(folder, storage_url=_url(server)))
    with app.app_context():
        storage.put("leaflet/a", b"%PDF")
        assert list(storage.keys("leaflet/")) == ["leaflet/a"]
        with pytest.raises(BadKeyError):
            storage.get("../a")
        storage.store().client.close()
        db.engine.dispose()
    assert list(server.objects) == ["/klapjob/portal/leaflet/a"]
    assert not (folder / "files").exists()
