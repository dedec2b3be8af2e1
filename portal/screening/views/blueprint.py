"""What the views of the queue share: the blueprint, and who works with cases."""

from collections.abc import Iterable
from typing import Final

from flask import Blueprint

from portal.models.staff import Role

bp = Blueprint("screening", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
CASE_WORKERS: Final = (*OFFICE, Role.CONSULTANT)


def options(choices: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Pairs of key and words as the macro `select` takes them."""
    return [{"value": value, "words": shown} for value, shown in choices]
