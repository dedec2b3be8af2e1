"""Makes a backup of the running portal, and the copy that is taken before tables change."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pyrage import x25519
from sqlalchemy.orm import Session

from portal import clock, storage
from portal.backups import archive, snapshot
from portal.backups.archive import Contents
from portal.backups.records import BEFORE_MIGRATION
from portal.backups.snapshot import BackupError
from portal.config import Settings
from portal.models.backup import BackupRecord

FILES = "files"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A backup, and a key that opens it too: made for this one file, and kept in memory only.

    With it the file can be proven at once, while the private half of the operator's key is elsewhere.
    """

    path: Path
    rows: int
    key: x25519.Identity = field(repr=False)


def make(session: Session, settings: Settings) -> Made:
    """Writes one backup into BACKUP_DIR and notes it. Commits. Raises BackupError."""
    if not settings.backup_recipient:
        raise BackupError("BACKUP_RECIPIENT is not set. `flask --app wsgi backup keys FILE` makes a key.")
    operator, key, now = archive.recipient(settings.backup_recipient), x25519.Identity.generate(), clock.now()
    folder = prepare(settings.backups)
    path = folder / f"klapjob-{now:%Y%m%dT%H%M%S%fZ}{archive.SUFFIX}"
    # Nothing of this process may be in a transaction while the copy is taken.
    session.rollback()
    with TemporaryDirectory(prefix=".making-", dir=folder) as aside:
        taken = snapshot.take(settings.database, Path(aside))
        contents = Contents(made_at=now.isoformat(), database=taken.path.name, rows=dict(taken.rows))
        # After the rows: every file that a row names is there, unless it was deleted meanwhile.
        files = [(taken.path.name, taken.path), *_files(Path(aside) / FILES)]
        archive.write(path, files, contents, [operator, key.to_public()])
    rows = snapshot.total(taken.rows)
    session.add(BackupRecord(name=path.name, made_at=now, size=path.stat().st_size, rows=rows))
    session.commit()
    return Made(path=path, rows=rows, key=key)


def prepare(folder: Path) -> Path:
    """The folder for backups, for the portal's own user only. Raises BackupError."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BackupError(f"BACKUP_DIR {folder} cannot be made: {error.strerror}.") from None
    if not os.access(folder, os.W_OK):
        raise BackupError(f"BACKUP_DIR {folder} cannot be written to.")
    return folder


def _files(aside: Path) -> Iterator[tuple[str, Path]]:
    """Copies of all stored files, with the names that they get in the archive."""
    store = storage.store()
    for key in store.keys(""):
        content = store.get(key)
        if content is not None:
            copy = aside / key
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            yield f"{FILES}/{key}", copy


def before_migration(settings: Settings, revision: str) -> Path:
    """Copies a database that stands at `revision`, encrypted where there is a key. Raises BackupError."""
    folder = prepare(settings.backups) / BEFORE_MIGRATION
    folder.mkdir(exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix=".making-", dir=folder) as aside:
        taken = snapshot.take(settings.database, Path(aside))
        target = folder / f"{revision}-{clock.now():%Y%m%dT%H%M%S%fZ}-{taken.path.name}"
        if not settings.backup_recipient:
            taken.path.replace(target)
            return target
        sealed = target.with_name(f"{target.name}{archive.SUFFIX}")
        contents = Contents(made_at=clock.now().isoformat(), database=taken.path.name, rows=dict(taken.rows))
        to = [archive.recipient(settings.backup_recipient)]
        archive.write(sealed, [(taken.path.name, taken.path)], contents, to)
        return sealed
