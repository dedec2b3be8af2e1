"""Files that are no rows: recordings, leaflets. Put, get, delete, by a key such as ``voice/k7maqx4t3f``.

By default they lie on disk below ``DATA_DIR/files``; with STORAGE_URL in an object storage.
"""

import importlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, cast
from uuid import uuid4

from flask import Flask, current_app

# No dot at the beginning of a part, so that no key climbs out and none is taken for a half-written file.
_KEY: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,5}")
_HALF_WRITTEN: Final = ".new-"


class BadKeyError(ValueError):
    """Not a key: it is empty, too long, or could lead out of the store."""


class Store(Protocol):
    """A place that keeps bytes under keys."""

    def put(self, key: str, content: bytes) -> None:
        """Keeps `content`; when this returns it survives a power cut. What was there before is replaced."""

    def get(self, key: str) -> bytes | None:
        """The content, or None where there is none."""

    def delete(self, key: str) -> None:
        """Forgets the content; forgetting what is not there is no fault."""

    def exists(self, key: str) -> bool:
        """Whether there is something under this key."""

    def keys(self, prefix: str) -> Iterator[str]:
        """All keys that begin with `prefix`."""


@dataclass(frozen=True)
class Files:
    """Keeps each content as a file below `folder`, readable by the portal's own user only."""

    folder: Path

    def put(self, key: str, content: bytes) -> None:
        """Written aside and moved in, so that nobody ever reads half of it."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = path.parent / f"{_HALF_WRITTEN}{uuid4().hex}"
        try:
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        _sync_folders(path.parent, self.folder.parent)

    def get(self, key: str) -> bytes | None:
        """The whole content, or None."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def delete(self, key: str) -> None:
        """The file goes; its folder stays."""
        path = self._path(key)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folders(path.parent, path.parent.parent)

    def exists(self, key: str) -> bool:
        """Whether the file is there."""
        return self._path(key).is_file()

    def keys(self, prefix: str) -> Iterator[str]:
        """In the order of the alphabet; half-written files are no content."""
        for path in sorted(self.folder.rglob("*")):
            key = path.relative_to(self.folder).as_posix()
            if key.startswith(prefix) and path.is_file() and not path.name.startswith(_HALF_WRITTEN):
                yield key

    def _path(self, key: str) -> Path:
        return self.folder / _checked(key)


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise BadKeyError(key)
    return key


def _sync_folders(lowest: Path, above: Path) -> None:
    """A file that was moved in is safe only when its folder, and a folder that was made for it, are."""
    folder = lowest
    while folder not in {above, folder.parent}:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        folder = folder.parent


def init_app(app: Flask) -> None:
    """Chooses the store: files on disk, or what STORAGE_URL names."""
    settings = app.config["SETTINGS"]
    if not settings.storage_url:
        app.extensions["storage"] = Files(settings.data_dir.resolve() / "files")
        return
    # Asked for by name: only who sets STORAGE_URL has what this module needs.
    object_storage = importlib.import_module("portal.object_storage")
    app.extensions["storage"] = object_storage.open_bucket(settings.storage_url)


def store() -> Store:
    """The application's store."""
    return cast("Store", current_app.extensions["storage"])


def put(key: str, content: bytes) -> None:
    """Keeps `content` under `key`, safely. Raises BadKeyError, and OSError where there is no room."""
    store().put(_checked(key), content)


def get(key: str) -> bytes | None:
    """The content under `key`, or None. Raises BadKeyError."""
    return store().get(_checked(key))


def delete(key: str) -> None:
    """Forgets what is under `key`, if anything. Raises BadKeyError."""
    store().delete(_checked(key))


def exists(key: str) -> bool:
    """Whether there is something under `key`. Raises BadKeyError."""
    return store().exists(_checked(key))


def keys(prefix: str) -> Iterator[str]:
    """All keys that begin with `prefix`."""
    return store().keys(prefix)
