"""Choices that look random and are the same on every machine, in every Python, for ever.

Each choice depends only on its own key, so a new ad or sentence does not reshuffle all the others.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def number(*key: object) -> int:
    """A large number that belongs to `key`."""
    return int.from_bytes(sha256("\x1f".join(map(str, key)).encode()).digest()[:8])


def pick(options: Sequence[T], *key: object) -> T:
    """One of `options`, the one that belongs to `key`."""
    return options[number(*key) % len(options)]


def chance(percent: int, *key: object) -> bool:
    """True for about `percent` of 100 keys."""
    return number(*key) % 100 < percent


def shuffled(options: Sequence[T], *key: object) -> list[T]:
    """`options` in the order that belongs to `key`."""
    return [option for _, option in sorted(enumerate(options), key=lambda pair: number(*key, pair[0]))]
