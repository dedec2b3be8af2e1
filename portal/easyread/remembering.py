"""Remembering what was worked out for a line: ads of a chain share most of theirs, and one ad asks twice."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

LINES: Final = 8192
LONGEST: Final = 300
"""Longer lines are worked out each time, so that no text of a stranger fills the memory."""

T = TypeVar("T")


class _Answers(dict[str, T], Generic[T]):
    """The answers so far. Looking one up takes a fraction of what calling a function does."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        self._work_out = work_out

    def __missing__(self, line: str) -> T:
        answer = self._work_out(line)
        if len(line) <= LONGEST:
            if len(self) >= LINES:
                self.clear()
            self[line] = answer
        return answer


def remembered(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """A pure function of a line that remembers its answers, and begins anew when there are too many."""
    return _Answers(work_out).__getitem__
