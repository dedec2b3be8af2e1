"""One measured pass in a process of its own: ``python -m benchmarks.passes pipeline rss 3000`` prints JSON.

Times are seconds of computing, not of the clock on the wall, so that other work on the machine counts less.
"""

import gc
import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Self
from unittest import mock

import feedparser
from flask_migrate import upgrade
from lxml import etree
from sqlalchemy import event

from benchmarks import feeds
from importers import memory
from importers.config import SourceConfig
from importers.formats import FORMATS
from importers.inside import Answer, Question, Setup
from importers.run import run_source
from portal import clock, crypto
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from portal.jobs.incoming import Entry, Receipt, Response
from portal.jobs.preparing import Prepared, prepare

MIB: Final = 1024 * 1024
OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "rss": {"page_param": "page", "page_size": feeds.PAGE},
    "indeed_xml": {},
    "jobnet": {"queries": [{"search": "KLAP"}], "per_page": feeds.JOBNET_PAGE, "details": False},
}
PLAIN: Final[Mapping[str, Callable[[bytes], object]]] = {
    "rss": lambda body: feedparser.parse(io.BytesIO(body)),
    "indeed_xml": etree.fromstring,
    "jobnet": json.loads,
}


@dataclass
class Reader:
    """Answers from bytes in memory instead of the network, and takes the time that reading needs."""

    setup: Setup
    pages: list[bytes]
    responses: int = 0
    size: int = 0
    seconds: float = 0.0
    _numbers: dict[str, int] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to leave behind."""

    def ask(self, question: Question) -> Answer:
        """The page that a question is about: the first question is about the first page, and so on."""
        number = self._numbers.setdefault(memory.key(question.request), len(self._numbers))
        body = self.pages[number]
        module = FORMATS[self.setup.format]
        started = time.process_time()
        page = module.read(
            module.options(self.setup.url, self.setup.options),
            Response(request=question.request, status=200, body=body),
        )
        self.seconds += time.process_time() - started
        self.responses += 1
        self.size += len(body)
        return Answer(page=page, status=200, size=len(body))


def pipeline(feed_format: str, pages: list[bytes]) -> dict[str, Any]:
    """Two runs of the same feed into an empty database: what reading took, and all the rest."""
    with _portal(), _timed_preparing() as preparing:
        first, read, rest = _timed_run(feed_format, pages)
        easy = preparing[0]
        peak = _peak()
        with _counted_writes() as writes:
            again, _, rest_again = _timed_run(feed_format, pages)
    return {
        "read": read,
        "easy": easy,
        "rest": rest - easy,
        "rest_again": rest_again,
        "peak": peak,
        "new": first.new,
        "unchanged": again.unchanged,
        "posting_writes": len(writes),
    }


def _timed_run(feed_format: str, pages: list[bytes]) -> tuple[Receipt, float, float]:
    readers: list[Reader] = []

    def reader(setup: Setup, _before_try: Callable[[], None]) -> Reader:
        readers.append(Reader(setup, pages))
        return readers[-1]

    config = SourceConfig(
        name="feed", format=feed_format, url=feeds.URL, options=OPTIONS[feed_format], rank=10
    )
    # In use the next run comes half an hour later: it does not look through what this process left behind.
    gc.collect()
    started = time.process_time()
    receipt = run_source(config, user_agent="", progress=lambda _: None, asker_for=reader)
    spent = time.process_time() - started
    db.session.remove()
    return receipt, readers[0].seconds, spent - readers[0].seconds


@contextmanager
def _portal() -> Iterator[None]:
    """A portal with an empty database in a folder of its own."""
    with TemporaryDirectory(prefix="klapjob-bench-") as name:
        folder = Path(name)
        crypto.create_key_file(folder / "field-keys.json")
        settings = Settings(
            env="development",
            data_dir=folder,
            secret_key="not a secret, for measuring only",  # noqa: S106 - guards nothing
            field_keys_file=folder / "field-keys.json",
            feeds_file=folder / "feeds.toml",
        )
        with create_app(settings).app_context():
            upgrade()
            yield
            db.engine.dispose()


@contextmanager
def _timed_preparing() -> Iterator[list[float]]:
    """The seconds that cleaning ads and making their easy parts take, as a list of one number that grows."""
    seconds = [0.0]

    def timed(entry: Entry) -> Prepared:
        started = time.process_time()
        try:
            return prepare(entry)
        finally:
            seconds[0] += time.process_time() - started

    with mock.patch("portal.jobs.storing.prepare", timed):
        yield seconds


@contextmanager
def _counted_writes() -> Iterator[list[str]]:
    """The statements that write a row of an ad or of its search words."""
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("INSERT INTO posting", "UPDATE posting", "DELETE FROM posting")):
            written.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield written
    event.remove(db.engine, "before_cursor_execute", note)


def plain(feed_format: str, pages: list[bytes]) -> dict[str, Any]:
    """What the bare parser of the format takes for the same bytes."""
    parse = PLAIN[feed_format]
    gc.collect()
    started = time.process_time()
    kept = [parse(body) for body in pages]
    return {"plain": time.process_time() - started, "plain_peak": _peak(), "pages": len(kept)}


def _peak() -> float:
    """The most memory that this process has had so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MIB


def main(kind: str, feed_format: str, count: str) -> None:
    """Measures and prints. `kind` is plain, pipeline, or unlike: the pipeline for ads that share nothing."""
    make = feeds.unlike_ads if kind == "unlike" else feeds.made_up_ads
    ads = make(int(count), clock.today())
    pages = feeds.pages_of(feed_format, ads)
    measured = plain(feed_format, pages) if kind == "plain" else pipeline(feed_format, pages)
    measured["repeated"] = feeds.share_repeated(ads)
    sys.stdout.write(json.dumps({"mib": sum(map(len, pages)) / MIB, **measured}))


if __name__ == "__main__":
    main(*sys.argv[1:])
