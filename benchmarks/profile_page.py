"""Where a page's time goes: ``python -m benchmarks.profile_page '/job?fag=butik' [ADS]``; nothing is kept."""

import cProfile
import pstats
import sys
from collections.abc import Sequence
from typing import Final

from benchmarks import board, document

TURNS: Final = 50
LINES: Final = 40


def main(arguments: Sequence[str]) -> None:
    """Prints the functions that take most of the time of one page, made many times."""
    path, ads = arguments[0], int(arguments[1]) if len(arguments) > 1 else 300
    app = board.make(document.ROOT / "var" / "bench" / f"profile-{ads}", ads, page_cache_mib=0)
    client = app.test_client()
    client.get(path)
    with cProfile.Profile() as profile:
        for _ in range(TURNS):
            client.get(path)
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(LINES)


if __name__ == "__main__":
    main(sys.argv[1:])
