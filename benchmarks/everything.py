"""All measurings, one after the other, each to its end: ``python -m benchmarks.everything``.

With ``--whole`` all data sets on both databases, otherwise what takes minutes. A promise that is not kept
does not stop the others; the exit code is 1 where one of them said so. ``--write`` puts the tables into
docs/performance.md.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Final

from benchmarks.document import ROOT

Measuring = tuple[str, ...]

QUICK: Final[Sequence[Measuring]] = (
    ("web", "300", "30000", "--seconds", "1"),
    ("staff", "--seconds", "1", "--rounds", "3"),
    ("submits",),
    ("memory", "300"),
    ("importers",),
    ("leaflets",),
)
WHOLE: Final[Sequence[Measuring]] = (
    ("web", "300", "3000", "30000", "300000"),
    ("web", "300", "30000", "--postgres"),
    ("staff",),
    ("staff", "--postgres"),
    ("submits",),
    ("memory",),
    ("importing",),
    ("importing", "--postgres"),
    ("queue",),
    ("importers",),
    ("leaflets",),
)
PRINTS_ONLY: Final = frozenset({"leaflets"})


def main(arguments: Sequence[str]) -> int:
    """Runs them, and says in the end which kept less than was promised."""
    parser = argparse.ArgumentParser(prog="benchmarks.everything")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    less = [each for each in (WHOLE if chosen.whole else QUICK) if not _run(each, write=chosen.write)]
    for each in less:
        _tell(f"Less than promised, or not measured: {' '.join(each)}")
    return 1 if less else 0


def _run(measuring: Measuring, *, write: bool) -> bool:
    name, *rest = measuring
    told = ["--write"] if write and name not in PRINTS_ONLY else []
    _tell(f"== {' '.join(measuring)}")
    began = time.monotonic()
    command = [sys.executable, "-m", f"benchmarks.{name}", *rest, *told]
    # They are our own modules.
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603
    _tell(f"== {' '.join(measuring)}: {time.monotonic() - began:.0f} seconds")
    return done.returncode == 0


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
