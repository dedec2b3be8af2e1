"""Whether readers notice a large import: ``python -m benchmarks.importing``.

Readers ask for public pages at a steady pace, first alone, then while 30,000 new ads are taken in from feeds
by `import run`, as a process of its own, and once more alone, with all these ads on the board. The slowest
hundredth of their answers is compared, ten seconds by ten seconds, with the mean of both times alone: more
ads make a search slower, too, and that is not the import's doing. ``--write`` puts the table into
docs/performance.md, ``--postgres`` measures on PostgreSQL.
"""

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from textwrap import fill
from typing import Final

from flask import Flask
from sqlalchemy import func, select

from benchmarks import databases, document, feeds, servers
from benchmarks.targets import PACKED, WORDS
from portal import clock
from portal.db import db
from portal.models.posting import Posting
from portal.places.postcodes import by_number

FOLDER: Final = document.ROOT / "var" / "bench" / "importing"
ADS: Final = 300
ENTRIES: Final = 30_000
READERS: Final = 4
PER_SECOND: Final = 40
"""Pages that the readers ask for together: a million views in seven hours."""
WINDOW_SECONDS: Final = 10.0
ALONE_SECONDS: Final = 60.0
MOST_TIMES: Final = 2.0
SOURCE: Final = """[[source]]
name = "feed-{number}"
format = "rss"
url = "http://127.0.0.1:{port}/{number}"
keep = "all"
allow_http = true
allow_private = true

"""


@dataclass(kw_only=True)
class Seen:
    """What readers have met: when they asked, how many milliseconds it took, and how many got nothing."""

    times: list[tuple[float, float]] = field(default_factory=list)
    failed: int = 0

    def windows(self) -> list[list[float]]:
        """The milliseconds of each ten seconds, but for a last piece too short to say anything."""
        if not self.times:
            return []
        first = self.times[0][0]
        kept: dict[int, list[float]] = {}
        for asked, taken in sorted(self.times):
            kept.setdefault(int((asked - first) / WINDOW_SECONDS), []).append(taken)
        whole = [window for window in kept.values() if len(window) > WINDOW_SECONDS * PER_SECOND / 4]
        return whole or list(kept.values())

    def middle(self, percent: int) -> float:
        """A percentile of each ten seconds; the median of them."""
        return median(percentile(window, percent) for window in self.windows())


def percentile(values: Sequence[float], percent: int) -> float:
    """The percentile of some values."""
    return quantiles(values, n=100)[percent - 1] if len(values) > 1 else max(values, default=0.0)


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and says by its exit code whether every request was answered."""
    parser = databases.options("importing")
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--seconds", type=float, default=ALONE_SECONDS)
    chosen = parser.parse_args(arguments)
    database = databases.chosen_in(chosen)
    with databases.new_home(FOLDER, chosen, ADS) as home, ExitStack() as stack:
        port = stack.enter_context(_feeds(chosen.entries, home.folder))
        server = stack.enter_context(servers.portal(home.folder, database_url=home.url))
        _tell(f"{database}: readers alone, then beside the import of {chosen.entries:,} ads from port {port}")
        paths = _paths(home.app)
        third = len(paths) // 3
        before, _ = _read_while(server.port, paths[:third], lambda: time.sleep(chosen.seconds))
        beside, taken = _read_while(
            server.port, paths[third : 2 * third], lambda: _import(home.folder, home.url)
        )
        after, _ = _read_while(server.port, paths[2 * third :], lambda: time.sleep(chosen.seconds))
        new = _count(home.app) - ADS
    databases.show("importing", chosen, _table(database, (before, beside, after), taken, new))
    return 0 if before.failed + beside.failed + after.failed == 0 and new == chosen.entries else 1


@contextmanager
def _feeds(entries: int, folder: Path) -> Iterator[int]:
    """Serves the entries as feeds of this machine, and names them in the portal's file of feeds."""
    pages = feeds.pages_of("rss", feeds.made_up_ads(entries, clock.today()))[: -(-entries // feeds.PAGE)]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Feed, pages)) as http_server:
        port = http_server.server_port
        named = "".join(SOURCE.format(number=number, port=port) for number in range(len(pages)))
        (folder / "feeds.toml").write_text(named, encoding="utf-8")
        threading.Thread(target=http_server.serve_forever, daemon=True).start()
        yield port
        http_server.shutdown()


class _Feed(BaseHTTPRequestHandler):
    def __init__(self, pages: Sequence[bytes], *rest: object) -> None:
        self._pages = pages
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Gives one feed; robots.txt and all else is not there."""
        name = self.path.removeprefix("/")
        known = name.isdigit() and int(name) < len(self._pages)
        body = self._pages[int(name)] if known else b""
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _paths(app: Flask) -> list[str]:
    """Lists and ads over and over, and after each four a search that comes once."""
    with app.app_context():
        rows = db.session.execute(select(Posting.id, Posting.slug).limit(20)).all()
        db.engine.dispose()
    lists = ["/job", "/job?side=2", "/job?omraade=fyn", "/job?fag=butik"]
    asked = cycle([*lists, *(f"/job/{row.id}-{row.slug}" for row in rows)])
    postcodes = [place.number for number in range(1000, 9991) if (place := by_number(number))]
    searches = [f"/job?sted={number}&q={word}" for word in WORDS[:4] for number in postcodes]
    return [path for search in searches for path in (*(next(asked) for _ in range(4)), search)]


def _read_while(port: int, paths: Sequence[str], work: Callable[[], object]) -> tuple[Seen, float]:
    """Lets the readers read until the work is done; gives what they met, and how long that took."""
    seen, over = Seen(), threading.Event()
    readers = [
        threading.Thread(target=_read, args=(port, paths[number * len(paths) // READERS :], seen, over))
        for number in range(READERS)
    ]
    for reader in readers:
        reader.start()
    began = time.perf_counter()
    work()
    taken = time.perf_counter() - began
    over.set()
    for reader in readers:
        reader.join()
    return seen, taken


def _read(port: int, paths: Sequence[str], seen: Seen, over: threading.Event) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    pause, due = READERS / PER_SECOND, time.perf_counter()
    for path in cycle(paths):
        # Who was answered late asks on without a pause, so that a stop is met by as many as on time.
        due += pause
        if over.wait(max(0.0, due - time.perf_counter())):
            break
        started = time.perf_counter()
        try:
            connection.request("GET", path, headers=PACKED)
            answer = connection.getresponse()
            answer.read()
            seen.failed += answer.status != 200
        except (OSError, http.client.HTTPException):
            seen.failed += 1
            connection.close()
        seen.times.append((started, (time.perf_counter() - started) * 1000))
    connection.close()


def _import(folder: Path, url: str) -> None:
    settings = servers.settings_of(folder, url, 8000)
    command = [*servers.FLASK, "import", "run", "--quiet"]
    # It is our own program that runs.
    subprocess.run(command, cwd=servers.ROOT, env=os.environ | settings, check=False)  # noqa: S603


def _count(app: Flask) -> int:
    with app.app_context():
        found = db.session.scalar(select(func.count()).select_from(Posting)) or 0
        db.engine.dispose()
    return found


def _table(database: str, all_seen: tuple[Seen, Seen, Seen], taken: float, new: int) -> Iterator[str]:
    before, beside, after = all_seen
    said = f"""{READERS} readers ask for {PER_SECOND} public pages a second in all, on {database}, every fifth
    of them a search that nobody has made before: first alone, then while `import run` takes in {new:,} new
    ads in {taken:.0f} seconds, as a process of its own, then alone again, with these ads on the board
    ({clock.today()}). Medians of windows of {WINDOW_SECONDS:g} seconds."""
    yield fill(" ".join(said.split()), 110)
    yield ""
    yield "| readers | windows | pages | p50 ms | p99 ms | lowest and highest p99 | failed |"
    yield "|---|---|---|---|---|---|---|"
    for name, seen in (("alone", before), ("beside the import", beside), ("alone, after it", after)):
        each = [percentile(window, 99) for window in seen.windows()]
        yield (
            f"| {name} | {len(each)} | {len(seen.times):,} | {seen.middle(50):.1f} | {seen.middle(99):.1f} "
            f"| {min(each):.1f} to {max(each):.1f} | {seen.failed} |"
        )
    times = beside.middle(99) / max((before.middle(99) + after.middle(99)) / 2, 0.001)
    kept = "kept" if times < MOST_TIMES else "**not kept**"
    yield ""
    yield (
        f"- p99 beside the import in times p99 alone (the mean of both): {times:.2f} "
        f"(under {MOST_TIMES:g}: {kept})"
    )
    lost = "kept" if beside.failed == 0 else "**not kept**"
    yield f"- no request fails: {lost}"


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
