"""What may be chosen from a list, as the macro `select` takes it."""

from collections.abc import Iterable
from typing import NamedTuple


class Option(NamedTuple):
    """One choice of a list, as the macro `select` takes it."""

    value: str
    words: str


def options(choices: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Pairs of key and words as choices; the same ones are the same value, so that they are drawn once."""
    return tuple(Option(value, shown) for value, shown in choices)
