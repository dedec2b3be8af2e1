"""`make bench`: how long one leaflet takes, all of the 98, and a stored one beside a static file.

The promise is about the folded leaflet of each municipality; the two further variants, which the same command
makes, are measured and shown beside it. Where other work shares the processors, the time on the clock says
little, so the time that the processors themselves were busy is shown too. The portal lives in a scratch
folder with an empty database; nothing of a real one is touched.
"""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask import Flask
from flask_migrate import upgrade

from portal import crypto, pdf
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from portal.models.leaflet import Variant
from portal.municipalities import filing, leaflet_pdf, reading
from portal.places.municipalities import MUNICIPALITIES

ONE_SECONDS: Final = 1.5
ALL_SECONDS: Final = 90.0
MOST_MIB: Final = 500.0
SLOWEST_SHARE: Final = 0.5
ASKED: Final = 200
SMALLER: Final = "vendor/atkinson-hyperlegible-next-5.3.0/latin-400-700.woff2"
"""No static file is as large as a leaflet; this one has half its size, and so is answered sooner."""
PAGE: Final = os.sysconf("SC_PAGE_SIZE")
MIB: Final = 1024 * 1024


@dataclass(frozen=True)
class Row:
    """What is measured, the figure, and its bound where one is promised."""

    what: str
    measured: float
    at_most: float | None = None
    at_least: float | None = None


def main() -> int:
    """Measures, prints, and exits with 1 where a promise is broken."""
    if not pdf.is_available():
        sys.stderr.write(f"{pdf.MISSING}\n")
        return 1
    _hide_from_children()
    with tempfile.TemporaryDirectory() as folder:
        app = _portal(Path(folder))
        with app.app_context():
            upgrade()
            rows = _measured(app)
            db.engine.dispose()
    kept = [_say(row) for row in rows]
    return 0 if all(kept) else 1


def _hide_from_children() -> None:
    """The processes that draw would read this module again, and with it the whole portal.

    As in the command that is measured, they need no more than `portal.pdf`.
    """
    module = sys.modules["__main__"]
    module.__spec__ = None
    del module.__file__


def _portal(folder: Path) -> Flask:
    crypto.create_key_file(folder / "keys.json")
    settings = Settings(
        env="development", data_dir=folder, secret_key="x" * 40, field_keys_file=folder / "keys.json"
    )
    return create_app(settings)


def _measured(app: Flask) -> list[Row]:
    """First what the command does, in a process that has drawn nothing yet, as the command's has not."""
    session = db.session()
    waiting = list(filing.due(session))
    folded = [file for file in waiting if file.variant is Variant.FOLDED]
    others = [file for file in waiting if file.variant is not Variant.FOLDED]
    with _memory_watched() as most:
        first, first_busy = _built(folded)
        rest, rest_busy = _built(others)
    [content] = reading.contents(session, MUNICIPALITIES[:1])
    leaflet_pdf.draw(content, Variant.FOLDED)
    one = _seconds(lambda: leaflet_pdf.draw(content, Variant.FOLDED))
    return [
        Row("one leaflet, seconds", one, at_most=ONE_SECONDS),
        Row(f"{len(folded)} leaflets, seconds", first, at_most=ALL_SECONDS),
        Row("  of them busy, all processors together", first_busy),
        Row(f"{len(others)} files for print shops and in large print, seconds", rest),
        Row("  of them busy, all processors together", rest_busy),
        Row("memory of all processes, MiB", max(most), at_most=MOST_MIB),
        Row("a stored leaflet, in speeds of a static file", _share(app), at_least=SLOWEST_SHARE),
    ]


def _built(files: Sequence[filing.Due]) -> tuple[float, float]:
    """Seconds on the clock, and seconds of work on all processors, until the files are kept."""
    before = os.times()
    for _file in filing.build(db.session(), files):
        pass
    after = os.times()
    return after.elapsed - before.elapsed, sum(after[:4]) - sum(before[:4])


@contextmanager
def _memory_watched() -> Iterator[list[float]]:
    """Looks ten times a second at what this process and those it has started hold, in MiB."""
    seen, over = [_held()], threading.Event()

    def look() -> None:
        while not over.wait(0.1):
            seen.append(_held())

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _held() -> float:
    """What is shared counts in each process again, so this is the most that it can be."""
    started = [number for task in Path("/proc/self/task").iterdir() for number in _children(task)]
    return sum(_resident(number) for number in ["self", *started])


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:
        return []


def _resident(number: str) -> float:
    try:
        return int(Path(f"/proc/{number}/statm").read_text().split()[1]) * PAGE / MIB
    except OSError:
        return 0.0


def _share(app: Flask) -> float:
    """How fast a stored leaflet is answered, against a smaller static file."""
    client = app.test_client()
    leaflet = _times(lambda: client.get("/kommuner/ishoej/folder.pdf").close())
    static = _times(lambda: client.get(f"/static/{SMALLER}").close())
    return static / leaflet


def _times(ask: Callable[[], object]) -> float:
    ask()
    return statistics.median(_seconds(ask) for _ in range(ASKED))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _say(row: Row) -> bool:
    """Prints one line; whether its promise is kept, as is one that nobody gave."""
    bound, sign, kept = "", "", True
    if row.at_most is not None:
        bound, sign, kept = f"{row.at_most:g}", "at most", row.measured <= row.at_most
    elif row.at_least is not None:
        bound, sign, kept = f"{row.at_least:g}", "at least", row.measured >= row.at_least
    verdict = f" ({sign} {bound}) {'kept' if kept else 'NOT KEPT'}" if sign else ""
    sys.stdout.write(f"{row.what}: {row.measured:.2f}{verdict}\n")
    return kept


if __name__ == "__main__":
    sys.exit(main())
