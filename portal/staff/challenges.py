"""Challenges that a passkey signs: made without a row, answered once, not for long.

A challenge is a random number, the time and a keyed hash of both. So a page that asks for a passkey writes
nothing (promise 16); what was answered is written down, and is refused the next time.
"""

import base64
import hmac
import json
import os
import struct
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.models.sign_in import SpentChallenge

LIVES: Final = timedelta(minutes=30)
RANDOM_BYTES: Final = 16
HASH_BYTES: Final = 32
_TIME: Final = struct.Struct(">Q")


class BadChallengeError(ValueError):
    """What was answered is no challenge of ours, is too old, or was answered before."""


def make(purpose: str) -> bytes:
    """A new challenge for one purpose, such as signing in."""
    told = os.urandom(RANDOM_BYTES) + _TIME.pack(int(clock.now().timestamp()))
    return told + _mark(purpose, told)


def answered(session: Session, purpose: str, credential: str) -> bytes:
    """The challenge that a browser's answer (JSON) signs, now spent. The caller commits.

    Raises BadChallengeError.
    """
    challenge = _read(credential)
    told, mark = challenge[:-HASH_BYTES], challenge[-HASH_BYTES:]
    if len(told) != RANDOM_BYTES + _TIME.size or not hmac.compare_digest(mark, _mark(purpose, told)):
        raise BadChallengeError("not ours")
    if clock.now().timestamp() - _TIME.unpack(told[RANDOM_BYTES:])[0] > LIVES.total_seconds():
        raise BadChallengeError("too old")
    _spend(session, challenge)
    return challenge


def _read(credential: str) -> bytes:
    try:
        client_data: Any = json.loads(_unpacked(json.loads(credential)["response"]["clientDataJSON"]))
        return _unpacked(client_data["challenge"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadChallengeError("unreadable") from None


def _unpacked(text: str) -> bytes:
    """Bytes out of base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _spend(session: Session, challenge: bytes) -> None:
    spent = SpentChallenge(challenge_hash=crypto.token_hash(challenge.hex()), spent_at=clock.now())
    try:
        with session.begin_nested():
            session.add(spent)
    except IntegrityError:
        raise BadChallengeError("answered before") from None


def purge(session: Session) -> None:
    """Forgets challenges that are too old to be answered again. The caller commits."""
    session.execute(delete(SpentChallenge).where(SpentChallenge.spent_at < clock.now() - 2 * LIVES))


def _mark(purpose: str, told: bytes) -> bytes:
    return bytes.fromhex(crypto.keyring().keyed_hash(told.hex(), purpose=f"passkey challenge:{purpose}"))
