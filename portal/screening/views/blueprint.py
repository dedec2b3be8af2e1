"""What the views of the queue share: the blueprint, and who works with cases."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from flask import Blueprint

from portal.models.staff import Role

bp = Blueprint("screening", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
CASE_WORKERS: Final = (*OFFICE, Role.CONSULTANT)


class Option(NamedTuple):
    """One choice of a list, as the macro `select` takes it."""

    value: str
    words: str


def options(choices: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Pairs of key and words as choices; the same ones are the same value, so that they are drawn once."""
    return tuple(Option(value, shown) for value, shown in choices)
