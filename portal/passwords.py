"""Passwords: argon2id (RFC 9106; OWASP's smallest setting: 19 MiB, two passes, one lane)."""

from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from portal import crypto
from portal.common_passwords import is_common

SHORTEST: Final = 12
LONGEST: Final = 128
# A shorter part of a mail address stands in half of all sentences.
SHORTEST_NAME: Final = 3

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
# Checked for unknown people, so that the time of an answer does not tell who has an account.
_nobody = _hasher.hash(crypto.token())


class PasswordRefusedError(ValueError):
    """A new password is too short, too long or too easy to guess; the message is Danish, for the person."""


def hash_new(password: str, *, email: str) -> str:
    """The hash to store for a new password. Raises PasswordRefusedError."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordRefusedError(f"Adgangskoden skal have mellem {SHORTEST} og {LONGEST} tegn.")
    folded = password.casefold()
    name = email.split("@", maxsplit=1)[0].casefold()
    if (len(name) >= SHORTEST_NAME and name in folded) or "klapjob" in folded or is_common(password):
        raise PasswordRefusedError("Adgangskoden er for let at gætte. Brug for eksempel fire tilfældige ord.")
    return _hasher.hash(password)


def is_outdated(stored: str) -> bool:
    """Whether a stored hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(stored)


def hash_again(password: str) -> str:
    """A hash with today's settings of a password that was just found right."""
    return _hasher.hash(password)


def is_right(stored: str | None, password: str) -> bool:
    """Whether `password` fits the stored hash; takes as long where there is no such person."""
    if len(password) > LONGEST:
        return False
    try:
        right = _hasher.verify(stored or _nobody, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return right and stored is not None
