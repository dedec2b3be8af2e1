"""Saved feeds and their twins: beside each feed in `feeds/<format>/` a JSON file says how a person reads it.

A twin holds `trap` (what the feed is there for), `options`, `request` (url and tag, else the first one), and
what is expected: `entries` (fields with something in them), `refusals` (reference and reason), `complete` and
`snapshot` (true if not said), `next` (addresses), or `error` alone.
"""

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from importers.formats import FORMATS
from portal.jobs.incoming import Entry, Page, Request, Response

FEEDS = Path(__file__).parent / "feeds"
ADDRESS = "https://proeve.example/feed"


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A saved feed with what its twin says."""

    name: str
    body: bytes
    says: dict[str, Any]

    def __str__(self) -> str:
        return self.name


def saved(feed_format: str) -> list[Saved]:
    """All saved feeds of a format."""
    return list(_saved(FEEDS / feed_format))


def _saved(folder: Path) -> Iterator[Saved]:
    for feed in sorted(folder.iterdir()):
        if feed.suffix in {".xml", ".html"}:
            yield Saved(
                name=feed.stem,
                body=feed.read_bytes(),
                says=json.loads(feed.with_suffix(".json").read_text(encoding="utf-8")),
            )


def read(feed_format: str, body: bytes, says: dict[str, Any] | None = None, **headers: str) -> Page:
    """What the reader of a format makes of `body`, asked as the twin says."""
    says = says or {}
    module = FORMATS[feed_format]
    opts = module.options(ADDRESS, says.get("options", {}))
    asked = says.get("request")
    request = Request(url=asked["url"], tag=asked["tag"]) if asked else module.start(opts)[0]
    return module.read(opts, Response(request=request, status=200, body=body, headers=headers))


def plain(page: Page) -> dict[str, Any]:
    """A page in the form of a twin."""
    return {
        "entries": [_fields(entry) for entry in page.entries],
        "refusals": [[refusal.reference, refusal.reason.value] for refusal in page.refusals],
        "complete": page.complete,
        "snapshot": page.snapshot,
        "next": [_address(request) for request in page.next_requests],
    }


def expected(says: dict[str, Any]) -> dict[str, Any]:
    """What a twin expects, in the form of `plain`."""
    return {
        "entries": says["entries"],
        "refusals": says.get("refusals", []),
        "complete": says.get("complete", True),
        "snapshot": says.get("snapshot", True),
        "next": says.get("next", []),
    }


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: _value(value) for name, value in dataclasses.asdict(entry).items() if value}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _address(request: Request) -> str:
    return f"{request.url}?{urlencode(request.params)}" if request.params else request.url
