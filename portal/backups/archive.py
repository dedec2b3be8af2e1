"""One backup as one file: a tar of the database and the files, encrypted with age for one or more keys.

Every file's SHA-256 stands in the first member, ``contents.json``. (https://age-encryption.org/v1)
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from pyrage import DecryptError, IdentityError, decrypt_io, encrypt_io, x25519

from portal.backups.snapshot import BackupError

SUFFIX: Final = ".tar.gz.age"
CONTENTS: Final = "contents.json"


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a backup says of itself. `made_at` is ISO 8601 in UTC, `database` the name of its member."""

    made_at: str
    database: str
    rows: dict[str, int] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)


def recipient(public: str) -> x25519.Recipient:
    """The public half of an age key, as ``age1…``. Raises BackupError."""
    try:
        return x25519.Recipient.from_str(public)
    except Exception:  # noqa: BLE001 - the library has several, some without a name of their own
        raise BackupError("BACKUP_RECIPIENT is no public age key.") from None


def identity(path: Path) -> x25519.Identity:
    """The private half, from a file as `backup keys` and age-keygen write it. Raises BackupError."""
    try:
        lines = path.read_text(encoding="ascii").splitlines()
        secret = next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
        return x25519.Identity.from_str(secret)
    except (OSError, UnicodeDecodeError, StopIteration, IdentityError):
        raise BackupError(f"{path} holds no private age key.") from None


def write(
    target: Path, files: Iterable[tuple[str, Path]], contents: Contents, to: Sequence[x25519.Recipient]
) -> None:
    """Packs and encrypts `files` (name in the archive, path) into `target`, which is whole or not there.

    Raises BackupError where there is no room.
    """
    plain, aside = target.with_name(f".{target.name}.plain"), target.with_name(f".{target.name}.new")
    try:
        with _owners_only(plain).open("wb") as file:
            _pack(file, list(files), contents)
        with plain.open("rb") as source, _owners_only(aside).open("wb") as sealed:
            encrypt_io(source, sealed, list(to))
            sealed.flush()
            os.fsync(sealed.fileno())
        aside.replace(target)
    except OSError as error:
        raise BackupError(f"The backup cannot be written: {error.strerror}.") from None
    finally:
        plain.unlink(missing_ok=True)
        aside.unlink(missing_ok=True)


def _owners_only(path: Path) -> Path:
    path.touch(mode=0o600)
    return path


def _pack(file: io.BufferedWriter, files: Sequence[tuple[str, Path]], contents: Contents) -> None:
    sums = {name: _sum_of(path) for name, path in files}
    about = json.dumps(asdict(contents) | {"sums": sums}).encode()
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as tar:
        head = tarfile.TarInfo(CONTENTS)
        head.size = len(about)
        tar.addfile(head, io.BytesIO(about))
        for name, path in files:
            tar.add(path, arcname=name, recursive=False)


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(source: Path, key: x25519.Identity, folder: Path) -> Contents:
    """Decrypts and unpacks a backup into `folder`; every file is what it was. Raises BackupError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    plain = _owners_only(folder / f".{source.name}.plain")
    try:
        with source.open("rb") as sealed, plain.open("wb") as file:
            decrypt_io(sealed, file, [key])
        with tarfile.open(plain, mode="r:gz") as tar:
            tar.extractall(folder, filter="data")
        contents = Contents(**json.loads((folder / CONTENTS).read_text()))
    except DecryptError:
        raise BackupError(f"{source.name} is damaged, or this key is not the one it was made for.") from None
    except (OSError, tarfile.TarError, EOFError, ValueError, TypeError) as error:
        raise BackupError(f"{source.name} cannot be read, it may be damaged: {error}.") from None
    finally:
        plain.unlink(missing_ok=True)
    (folder / CONTENTS).unlink()
    changed = [name for name, value in contents.sums.items() if _sum_of(folder / name) != value]
    if changed:
        raise BackupError(f"{source.name} holds other files than it says: {', '.join(changed[:5])}.")
    return contents
