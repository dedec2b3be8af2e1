"""Encryption of fields, random tokens and keyed hashes.

A field is sealed with AES-256-GCM. The associated data is ``table:row:column``, so that a value moved to
another row or column does not open (NIST SP 800-38D, section 5.2.1.1). The first byte of a sealed value is
the number of its key, so that keys can be changed one row at a time.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
# Without what people mix up, in small and in capital letters: 0 o, 1 i l, 2 z, 5 s, 6 g, 8 b, 9 q, u v.
UNMISTAKABLE: Final = "34679acdefhjkmnprtwxy"


class KeyFileError(Exception):
    """The file with field keys is missing, readable by others, or damaged; the message says which."""


class CannotOpenError(Exception):
    """A sealed value does not open: wrong key, wrong row, or changed bytes."""


@dataclass(frozen=True)
class Keyring:
    """Numbered field keys; `active` seals new values, all of them open old ones."""

    active: int
    keys: Mapping[int, bytes]

    def seal(self, plain: str, *, place: str) -> bytes:
        """Seals `plain` for `place` (``table:row:column``): key number, nonce and ciphertext in one."""
        return self.seal_bytes(plain.encode(), place=place)

    def seal_bytes(self, plain: bytes, *, place: str) -> bytes:
        """Seals bytes, such as a recording, as `seal` does a text."""
        nonce = os.urandom(NONCE_BYTES)
        box = AESGCM(self.keys[self.active]).encrypt(nonce, plain, place.encode())
        return bytes([self.active]) + nonce + box

    def open(self, sealed: bytes, *, place: str) -> str:
        """Opens what `seal` made for the same `place`. Raises CannotOpenError."""
        try:
            return self.open_bytes(sealed, place=place).decode()
        except UnicodeDecodeError:
            raise CannotOpenError(place) from None

    def open_bytes(self, sealed: bytes, *, place: str) -> bytes:
        """Opens what `seal_bytes` made for the same `place`. Raises CannotOpenError."""
        key = self.keys.get(sealed[0]) if sealed else None
        if key is None:
            raise CannotOpenError(place)
        nonce, box = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
        try:
            return AESGCM(key).decrypt(nonce, box, place.encode())
        except (InvalidTag, ValueError):
            raise CannotOpenError(place) from None

    def keyed_hash(self, value: str, *, purpose: str) -> str:
        """A keyed hash (HMAC-SHA-256, hex) of `value`, of use for one purpose only.

        It hangs on the oldest key, so that a changed active key does not lose what was looked up before.
        """
        key = self.keys[min(self.keys)]
        return hmac.new(key, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


_installed: list[Keyring] = []


def install(keyring: Keyring) -> None:
    """Makes `keyring` the one that sealed columns of this process use."""
    _installed[:] = [keyring]


def keyring() -> Keyring:
    """The installed keyring. Raises KeyFileError before `install` was called."""
    if not _installed:
        raise KeyFileError("No field keys are installed in this process.")
    return _installed[0]


def create_key_file(path: Path) -> None:
    """Writes a new file with one random key, readable by its owner only. Raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"active": 1, "keys": {"1": base64.b64encode(os.urandom(KEY_BYTES)).decode()}})
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def load_key_file(path: Path) -> Keyring:
    """Reads the field keys. Raises KeyFileError where the file is missing, too open, or holds a weak key."""
    try:
        mode = path.stat().st_mode
        content = json.loads(path.read_text())
        keys = {int(number): base64.b64decode(key, validate=True) for number, key in content["keys"].items()}
        active = int(content["active"])
    except FileNotFoundError:
        raise KeyFileError(
            f"There is no key file {path}. `flask --app wsgi keys create` makes one."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KeyFileError(f"The key file {path} is damaged.") from None
    if stat.S_IMODE(mode) & 0o077:
        raise KeyFileError(f"The key file {path} can be read by others. Run: chmod 600 {path}")
    if active not in keys or any(_is_weak(key) for key in keys.values()):
        raise KeyFileError(f"The key file {path} holds a weak key or lacks the active one.")
    return Keyring(active, keys)


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
    return "".join(secrets.choice(UNMISTAKABLE) for _ in range(length))
