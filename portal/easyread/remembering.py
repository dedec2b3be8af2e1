"""Remembering what was worked out for a line: ads of a chain share most of theirs, and one ad asks twice."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

LINES: Final = 8192
LONGEST: Final = 300
"""Longer lines are worked out each time, so that no text of a stranger fills the memory."""

P = ParamSpec("P")
T = TypeVar("T")


def remembered(work_out: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """A pure function of a line that remembers its last answers."""
    known = lru_cache(maxsize=LINES)(work_out)

    @wraps(work_out)
    def answer(line: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if len(line) > LONGEST:
            return work_out(line, *args, **kwargs)
        return known(line, *args, **kwargs)  # type: ignore[arg-type] # all arguments are hashable

    return answer
