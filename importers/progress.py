"""How far a run is, for people at a terminal: one bar that fills; anywhere else a line for each step."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from portal.jobs.incoming import Progress, Tell

WIDTH: Final = 30
_CLEAR_LINE: Final = "\r\x1b[K"


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Tell]:
    """Whom to tell while a run goes on; a bar on a terminal, which is gone afterwards, else lines."""
    out = stream or sys.stderr
    if not out.isatty():
        yield lambda step: print(step, file=out, flush=True)
        return
    try:
        yield lambda step: print(_CLEAR_LINE + bar(step), end="", file=out, flush=True)
    finally:
        print(_CLEAR_LINE, end="", file=out, flush=True)


def bar(step: Progress) -> str:
    """A step as one line of at most 79 signs: ``[######------] all: 10 of 20``; empty without a total."""
    share = min(1.0, step.done / step.of) if step.of else 0.0
    full = round(share * WIDTH)
    return f"[{'#' * full}{'-' * (WIDTH - full)}] {step}"[:79]
