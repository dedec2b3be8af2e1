"""Encryption of fields, random tokens and keyed hashes.

A field is sealed with AES-256-GCM. The associated data is ``table:row:column``, so that a value moved to
another row or column does not open (NIST SP 800-38D, section 5.2.1.1). The first byte of a sealed value is
the number of its key, so that keys can be changed one row at a time. Keyed hashes have a key of their own in
the same file, which stays when the field keys change.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
LOOKS_AGAIN_SECONDS: Final = 0.02
"""A changed key file is seen within this time: sending an application asks for the keys thirty times."""
NONCE_BYTES: Final = 12
# Without what people mix up, in small and in capital letters: 0 o, 1 i l, 2 z, 5 s, 6 g, 8 b, 9 q, u v.
UNMISTAKABLE: Final = "34679acdefhjkmnprtwxy"


class KeyFileError(Exception):
    """The file with field keys is missing, readable by others, or damaged; the message says which."""


class CannotOpenError(Exception):
    """A sealed value does not open: wrong key, wrong row, or changed bytes."""


@dataclass(frozen=True)
class Keyring:
    """Numbered field keys; `active` seals new values, all of them open old ones. `hashing` is for keyed
    hashes only.
    """

    active: int
    keys: Mapping[int, bytes]
    hashing: bytes = field(default=b"")

    @cached_property
    def _ciphers(self) -> Mapping[int, AESGCM]:
        """Made once: setting a key up costs more than sealing a short text with it."""
        return {number: AESGCM(key) for number, key in self.keys.items()}

    def seal(self, plain: str, *, place: str) -> bytes:
        """Seals `plain` for `place` (``table:row:column``): key number, nonce and ciphertext in one."""
        return self.seal_bytes(plain.encode(), place=place)

    def seal_bytes(self, plain: bytes, *, place: str) -> bytes:
        """Seals bytes, such as a recording, as `seal` does a text."""
        nonce = os.urandom(NONCE_BYTES)
        box = self._ciphers[self.active].encrypt(nonce, plain, place.encode())
        return bytes([self.active]) + nonce + box

    def open(self, sealed: bytes, *, place: str) -> str:
        """Opens what `seal` made for the same `place`. Raises CannotOpenError."""
        try:
            return self.open_bytes(sealed, place=place).decode()
        except UnicodeDecodeError:
            raise CannotOpenError(place) from None

    def open_bytes(self, sealed: bytes, *, place: str) -> bytes:
        """Opens what `seal_bytes` made for the same `place`. Raises CannotOpenError."""
        cipher = self._ciphers.get(sealed[0]) if sealed else None
        if cipher is None:
            raise CannotOpenError(place)
        nonce, box = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
        try:
            return cipher.decrypt(nonce, box, place.encode())
        except (InvalidTag, ValueError):
            raise CannotOpenError(place) from None

    def keyed_hash(self, value: str, *, purpose: str) -> str:
        """A keyed hash (HMAC-SHA-256, hex) of `value`, of use for one purpose only.

        It does not hang on the active key, so that a changed one does not lose what was looked up before.
        """
        key = self.hashing or _hashing_from(self.keys[min(self.keys)])
        return hmac.new(key, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


@dataclass
class _Installed:
    """The keyring of this process, the file it was read from with the time of its last change, and when
    somebody last looked for one.
    """

    ring: Keyring
    path: Path | None
    changed_ns: int
    looked: float


_installed: list[_Installed] = []


def install(keyring: Keyring, *, path: Path | None = None) -> None:
    """Makes `keyring` the one that sealed columns of this process use.

    With its `path` the file is read again when it has changed, so that a rotation reaches running processes.
    """
    _installed[:] = [_Installed(keyring, path, _changed_ns(path), time.monotonic())]


def keyring() -> Keyring:
    """The installed keyring. Raises KeyFileError before `install` was called."""
    if not _installed:
        raise KeyFileError("No field keys are installed in this process.")
    known, now = _installed[0], time.monotonic()
    if known.path is None or now - known.looked < LOOKS_AGAIN_SECONDS:
        return known.ring
    known.looked, changed = now, _changed_ns(known.path)
    # A file that is gone for a moment must not stop a process that has its keys.
    if changed and changed != known.changed_ns:
        install(load_key_file(known.path), path=known.path)
    return _installed[0].ring


def _changed_ns(path: Path | None) -> int:
    try:
        return path.stat().st_mtime_ns if path is not None else 0
    except OSError:
        return 0


def create_key_file(path: Path) -> None:
    """Writes a new file with random keys, readable by its owner only. Raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = Keyring(1, {1: os.urandom(KEY_BYTES)}, os.urandom(KEY_BYTES))
    _write_new(path, _as_text(new))


def add_key(path: Path) -> Keyring:
    """Adds a random key to the file and makes it the active one; the others still open what they sealed.

    The file changes as a whole or not at all. Raises KeyFileError.
    """
    ring = load_key_file(path)
    # One byte names a key; a number that was dropped long ago is of use again.
    number = max(ring.keys) + 1 if max(ring.keys) < 255 else min(set(range(1, 255)) - set(ring.keys))
    return _replace(path, Keyring(number, {**ring.keys, number: os.urandom(KEY_BYTES)}, ring.hashing))


def drop_old_keys(path: Path) -> Keyring:
    """Leaves only the active key in the file; what others sealed never opens again. Raises KeyFileError."""
    ring = load_key_file(path)
    return _replace(path, Keyring(ring.active, {ring.active: ring.keys[ring.active]}, ring.hashing))


def _replace(path: Path, ring: Keyring) -> Keyring:
    aside = path.with_name(f".{path.name}-{uuid4().hex}")
    try:
        _write_new(aside, _as_text(ring))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    for known in _installed:
        known.looked = 0.0
    return load_key_file(path)


def _write_new(path: Path, content: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _as_text(ring: Keyring) -> str:
    keys = {str(number): base64.b64encode(key).decode() for number, key in sorted(ring.keys.items())}
    return json.dumps(
        {"active": ring.active, "keys": keys, "hashing": base64.b64encode(ring.hashing).decode()}
    )


def _hashing_from(key: bytes) -> bytes:
    """The key for hashes where a file has none of its own: one that does not lead back to the field key."""
    return hmac.new(key, b"keyed hashes", hashlib.sha256).digest()


def load_key_file(path: Path) -> Keyring:
    """Reads the field keys. Raises KeyFileError where the file is missing, too open, or holds a weak key."""
    try:
        mode = path.stat().st_mode
        ring = _read(json.loads(path.read_text()))
    except FileNotFoundError:
        raise KeyFileError(
            f"There is no key file {path}. `flask --app wsgi keys create` makes one."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KeyFileError(f"The key file {path} is damaged.") from None
    if stat.S_IMODE(mode) & 0o077:
        raise KeyFileError(f"The key file {path} can be read by others. Run: chmod 600 {path}")
    if ring.active not in ring.keys or any(map(_is_weak, [*ring.keys.values(), ring.hashing])):
        raise KeyFileError(f"The key file {path} holds a weak key or lacks the active one.")
    return ring


def _read(content: Any) -> Keyring:
    keys = {int(number): base64.b64decode(key, validate=True) for number, key in content["keys"].items()}
    hashing = base64.b64decode(content.get("hashing", ""), validate=True) or _hashing_from(keys[min(keys)])
    return Keyring(int(content["active"]), keys, hashing)


def _is_weak(key: bytes) -> bool:
    return len(key) != KEY_BYTES or len(set(key)) < KEY_BYTES // 4


def token() -> str:
    """A new secret of 256 random bits that fits into a URL or a cookie."""
    return secrets.token_urlsafe(32)


def token_hash(value: str) -> str:
    """What the database keeps of a token: its SHA-256, hex. (A random token needs no slow hash.)"""
    return hashlib.sha256(value.encode()).hexdigest()


def unmistakable(length: int) -> str:
    """Random characters that cannot be taken for one another, such as 0 and o."""
    number, characters = secrets.randbelow(len(UNMISTAKABLE) ** length), []
    for _ in range(length):
        number, place = divmod(number, len(UNMISTAKABLE))
        characters.append(UNMISTAKABLE[place])
    return "".join(characters)
