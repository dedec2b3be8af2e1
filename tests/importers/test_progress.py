"""How far a run is: a bar on a terminal, lines elsewhere."""

import io
from contextlib import suppress

from importers import progress
from portal.jobs.incoming import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(out: io.StringIO) -> str:
    with progress.shown(out) as tell:
        tell(Progress(what="all", done=10, of=20))
        tell(Progress(what="stored", done=20))
    return out.getvalue()


def test_a_log_gets_a_line_for_each_step() -> None:
    assert told(io.StringIO()) == "all: 10 of 20\nstored: 20\n"


def test_a_terminal_gets_one_line_that_is_gone_at_the_end() -> None:
    half, empty = "#" * 15 + "-" * 15, "-" * 30
    clear = "\r\x1b[K"
    assert told(Terminal()) == f"{clear}[{half}] all: 10 of 20{clear}[{empty}] stored: 20{clear}"


def test_the_bar_is_gone_when_a_run_breaks_off() -> None:
    out = Terminal()
    with suppress(KeyboardInterrupt), progress.shown(out):
        raise KeyboardInterrupt
    assert out.getvalue() == "\r\x1b[K"


def test_a_bar_is_never_fuller_than_full_and_fits_a_terminal() -> None:
    assert progress.bar(Progress(what="all", done=30, of=20)).startswith(f"[{'#' * 30}] ")
    assert progress.bar(Progress(what="all", done=0, of=0)).startswith(f"[{'-' * 30}] ")
    assert len(progress.bar(Progress(what="x" * 200, done=1))) == 79
