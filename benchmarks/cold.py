"""What a page made for one request costs, in computing: ``python -m benchmarks.cold [SIZE ...]``.

Without server and network, beside a bare Flask page called in the same way, in turns. Seconds of computing of
this process, so that a busy machine changes little. ``benchmarks.web`` measures the same through the server.
"""

import sys
import time
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from flask import Flask
from werkzeug.test import EnvironBuilder

from benchmarks import bare, board, document
from benchmarks.targets import Target, targets

SIZES: Final = (300, 30_000)
ROUNDS: Final = 7
TURNS: Final = 100


def measure(app: Flask, asked: Sequence[Target]) -> dict[str, list[float]]:
    """Milliseconds of each kind of page, round by round; the bare page is "bare Flask"."""
    pages = {target.name: (app, [environ(path) for path in target.paths]) for target in asked}
    pages["bare Flask"] = (bare.app, [environ("/")])
    found: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(ROUNDS + 1):
        for name, (answers, environs) in pages.items():
            started, turns = time.process_time(), max(TURNS, len(environs))
            for turn in range(turns):
                call(answers, environs[turn % len(environs)])
            if number:
                found[name].append((time.process_time() - started) / turns * 1000)
    return found


def environ(path: str) -> dict[str, Any]:
    """A request for a path, as a server hands it over."""
    return dict(EnvironBuilder(path, base_url="http://127.0.0.1").get_environ())


def call(app: Flask, asked: dict[str, Any]) -> None:
    """Has one page made, by everything that stands in front of Flask too."""
    answer: Any = app.wsgi_app(dict(asked), lambda *_told: lambda _data: None)
    b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()


def main(sizes: Sequence[int]) -> None:
    """Prints one line for each kind of page and size."""
    for ads in sizes or SIZES:
        app = board.make(document.ROOT / "var" / "bench" / f"cold-{ads}", ads, page_cache_mib=0)
        cold = [target for target in targets(app, "") if target.server == "cold"]
        found = measure(app, cold)
        for name, took in found.items():
            times = median(one / other for one, other in zip(took, found["bare Flask"], strict=True))
            sys.stdout.write(f"{ads:7,} {name:20} {median(took):7.3f} ms {times:6.1f} times bare Flask\n")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
