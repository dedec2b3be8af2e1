"""Seconds of computing of the pure parts, each alone in one process: ``python -m benchmarks.parts``."""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from importers.standin.klapjobs import klapjobs
from portal import clock
from portal.danish import query_terms, search_tokens
from portal.easyread.ad import read_ad
from portal.easyread.html import plain_text
from portal.easyread.lix import measure
from portal.jobs import deciding
from portal.jobs.catalogue.counting import tally
from portal.jobs.catalogue.open_ads import OpenAds, Part
from portal.jobs.catalogue.segment import Row, Segment
from portal.jobs.catalogue.vocabulary import Vocabulary

ADS: Final = 240
IN_MEMORY: Final = 300_000
BEST_OF: Final = 5


def parts(today: date) -> Iterator[tuple[str, int, Callable[[], object]]]:
    """What is measured: its name, how many things it does at once, and how."""
    ads = klapjobs(today)[:ADS]
    texts = [plain_text(ad.body) for ad in ads]

    def read() -> None:
        for ad in ads:
            read_ad(title=ad.title, employer=ad.employer, town=ad.town, body_html=ad.body)

    def words() -> None:
        search_tokens.cache_clear()
        for text in texts:
            search_tokens(text)

    held = _open_ads(today)
    yield "easy parts of an ad", len(ads), read
    yield "LIX of a text", len(texts), lambda: [measure(text) for text in texts]
    yield "search words of a text", len(texts), words
    yield "understanding a search", 1, lambda: query_terms("rengøring i køkken i odense")
    yield "is an ad over", 1, lambda: deciding.is_over(deadline=today, expires_on=None, today=today)
    yield (
        f"numbers beside the choices, {IN_MEMORY:,} ads",
        1,
        lambda: tally(held, {"area": "fyn", "trade": "shop"}, lambda: {("words", "ja"): held.open}),
    )


def _open_ads(today: date) -> OpenAds:
    rows = [
        Row(
            id=str(number),
            reference=str(number),
            day=today.toordinal() - number % 60,
            last_day=today.toordinal() + 9,
            spot=(None, None, None),
            answers=(("area", ("fyn", "sjaelland")[number % 2]), ("trade", ("shop", "cars")[number % 3 % 2])),
            revision=1,
        )
        for number in range(IN_MEMORY)
    ]
    segment = Segment(rows)
    return OpenAds(1, today, (Part(segment, 0, segment.all),), Vocabulary())


def main() -> None:
    """Prints a line for each part: the least of some turns."""
    for name, count, run in parts(clock.today()):
        seconds = min(_timed(run) for _ in range(BEST_OF)) / count
        sys.stdout.write(f"{seconds * 1e6:12,.1f} microseconds  {name}\n")


def _timed(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


if __name__ == "__main__":
    main()
