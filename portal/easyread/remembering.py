"""Remembering what was worked out for a line: ads of a chain share most of theirs, and one ad asks twice."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

LINES: Final = 8192
LONGEST: Final = 300
"""Longer lines are worked out each time, so that no text of a stranger fills the memory."""

T = TypeVar("T")


def remembered(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """A pure function of a line that remembers its last answers."""
    known = lru_cache(maxsize=LINES)(work_out)

    @wraps(work_out)
    def answer(line: str, /) -> T:
        return known(line) if len(line) <= LONGEST else work_out(line)

    return answer
