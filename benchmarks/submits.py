"""How many applications a second are taken in: ``python -m benchmarks.submits``.

Whole drafts are sent to the real server by browsers that each press Send once, on SQLite with full sync and
on PostgreSQL, as it syncs by itself, with two web processes. ``--write`` puts the table into
docs/performance.md. Afterwards every case that was thanked for must be there, with its receipt.
"""

import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

from sqlalchemy import func, select

from benchmarks import board, document, drafts, servers
from benchmarks.databases import postgres
from benchmarks.drafts import Ready
from benchmarks.load import CLIENTS
from benchmarks.pressing import posted, press
from portal import clock
from portal.db import db
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage

FOLDER: Final = document.ROOT / "var" / "bench" / "submits"
ADS: Final = 300
ROUNDS: Final = 5
A_ROUND: Final = 400
AIMS: Final = {"SQLite": 150, "PostgreSQL": 300}
PROCESSES: Final = {"SQLite": 1, "PostgreSQL": 2}
RECEIPT: Final = "/ansoeg/tak"


@dataclass(frozen=True, kw_only=True)
class Round:
    """One round: applications a second, milliseconds until the way to the receipt came, and the share of the
    processors that went into sending them.
    """

    rate: float
    p50: float
    p99: float
    client: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """What came of one database; `missing` counts cases and receipts that should be there."""

    database: str
    rounds: Sequence[Round]
    missing: int

    def middle(self, name: str) -> float:
        """The median of one figure."""
        return float(median(getattr(each, name) for each in self.rounds))

    @property
    def kept(self) -> bool:
        """Whether the aim is reached and nothing is lost."""
        return self.middle("rate") >= AIMS[self.database] and not self.missing


def main() -> int:
    """Measures, prints, and says by its exit code whether both aims are reached."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    found = [_measure("SQLite", "")]
    with postgres() as url:
        found.append(_measure("PostgreSQL", url))
    text = "\n".join(_table(found))
    sys.stdout.write(f"{text}\n")
    if "--write" in sys.argv:
        document.write("submits", text)
    return 0 if all(each.kept for each in found) else 1


def _measure(database: str, url: str) -> Found:
    folder = FOLDER / database
    app = board.make(folder, ADS, database_url=url)
    sent = ROUNDS * A_ROUND
    waiting = drafts.make(app, sent + A_ROUND)
    with ExitStack() as stack:
        ports = [
            stack.enter_context(servers.portal(folder, database_url=url, TRUSTED_PROXIES="1")).port
            for _ in range(PROCESSES[database])
        ]
        _send(ports, waiting[sent:])
        rounds = [_send(ports, waiting[start : start + A_ROUND]) for start in range(0, sent, A_ROUND)]
    with app.app_context():
        missing = _missing(len(waiting))
        db.engine.dispose()
    return Found(database=database, rounds=rounds, missing=missing)


def _send(ports: Sequence[int], ready: Sequence[Ready]) -> Round:
    """Eight browsers press Send, one draft after the other, until all are sent."""
    requests = list(map(_request, *zip(*enumerate(ready), strict=True)))
    computed, started = time.process_time(), time.perf_counter()
    times = press(ports, iter(requests), clients=CLIENTS, leads_to=RECEIPT)
    taken = time.perf_counter() - started
    cuts = quantiles(times, n=100)
    return Round(
        rate=len(times) / taken,
        p50=cuts[49],
        p99=cuts[98],
        client=(time.process_time() - computed) / taken / (os.cpu_count() or 1),
    )


def _request(number: int, ready: Ready) -> bytes:
    # Everybody comes from a network of their own.
    return posted("/ansoeg/send", ready.body, ready.cookie, f"10.{number // 200}.{number % 200}.7")


def _missing(sent: int) -> int:
    """How many cases or receipts are not there, or are there too often."""
    session = db.session()
    cases = session.scalar(select(func.count()).where(Application.state == State.RECEIVED)) or 0
    receipts = session.scalar(select(func.count(OutboxMessage.application_id.distinct()))) or 0
    mails = session.scalar(select(func.count()).select_from(OutboxMessage)) or 0
    return abs(sent - cases) + abs(sent - receipts) + abs(sent - mails)


def _table(found: Sequence[Found]) -> Iterator[str]:
    machine = f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} processors"
    yield f"Whole drafts sent by {CLIENTS} browsers at once, each with a proof of work, as on a day when far"
    yield f"more comes in than people send: {ROUNDS} rounds of {A_ROUND}, medians ({machine},"
    client = max(each.middle("client") for each in found)
    yield f"{clock.today()}). Every commit is synced to the disk. What sends shares the processors: it takes"
    yield f"{client:.0%} of them."
    yield ""
    yield "| database | web processes | sent/s | of the rounds | p50 ms | p99 ms | at least | kept | lost |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for each in found:
        rates = [one.rate for one in each.rounds]
        yield (
            f"| {each.database} | {PROCESSES[each.database]} | {each.middle('rate'):,.0f} "
            f"| {min(rates):,.0f} to {max(rates):,.0f} | {each.middle('p50'):.1f} | {each.middle('p99'):.1f} "
            f"| {AIMS[each.database]} | {'yes' if each.kept else '**no**'} | {each.missing} |"
        )


if __name__ == "__main__":
    sys.exit(main())
