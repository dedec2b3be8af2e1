"""What is stored of an ad stays as it is, byte for byte, however the reading is made faster.

`same_results.json` holds a hash for each saved feed, and for the made-up ads of each employer's trade. Who
means to change what is stored writes it anew with ``python tests/importers/test_same_results.py`` and looks
at why each line changed.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from feed_twins import read, saved
from importers.standin.klapjobs import klapjobs
from importers.standin.ordinary import ordinary_ads
from portal.jobs.incoming import Entry
from portal.jobs.preparing import RefusedError, prepare

FILE = Path(__file__).with_name("same_results.json")
FORMATS = ("rss", "teamtailor", "indeed_xml", "jsonld")
DAY = date(2026, 11, 22)


def stored(entry: Entry) -> Any:
    """Everything that the board keeps of an entry, or why it refuses it."""
    try:
        prepared = prepare(entry)
    except RefusedError as refused:
        return refused.reason.value
    return [prepared.values, sorted(prepared.tokens.items())]


def hashed(entries: Iterable[Entry]) -> str:
    text = json.dumps([stored(entry) for entry in entries], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def of_feeds() -> Iterator[tuple[str, str]]:
    for feed_format in FORMATS:
        for feed in saved(feed_format):
            if "error" not in feed.says:
                entries = read(feed_format, feed.body, feed.says).entries
                yield f"{feed_format}/{feed.name}", hashed(entries)


def of_made_up_ads() -> Iterator[tuple[str, str]]:
    ads = [*klapjobs(DAY)[::4], *ordinary_ads(DAY)[::12]]
    for trade in sorted({ad.trade for ad in ads}):
        yield (
            f"made up/{trade}",
            hashed(
                Entry(
                    reference=ad.id,
                    title=ad.title,
                    employer=ad.employer,
                    town=ad.town,
                    body_html=ad.body,
                    url=ad.url,
                )
                for ad in ads
                if ad.trade == trade
            ),
        )


@pytest.mark.parametrize("found", [of_feeds, of_made_up_ads])
def test_what_is_stored_of_known_ads_is_what_it_always_was(found: Any) -> None:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    now = dict(found())
    assert len(now) > 10
    assert now == {name: known[name] for name in now}


if __name__ == "__main__":
    FILE.write_text(json.dumps(dict([*of_feeds(), *of_made_up_ads()]), indent=1) + "\n", encoding="utf-8")
