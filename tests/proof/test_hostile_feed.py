"""P23: pages are as quick while a hostile feed is being read; measured by turns, so that a busy machine is no
excuse.
"""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest
import requests

from importers.addresses import Access
from importers.inside import Question, Setup
from importers.sandbox import Child, ChildError, ChildLimits
from live import limited
from odd_server import Server, answer, odd_server
from trust.figures import note

READ_FOR = 20
"""Seconds of computing that the reader spends: the first of them at low priority, those after it idle."""
MOST_ROUNDS = 1000
STILL_SECONDS = 1800
PAGES = ("/ansoeg", "/kontakt?sted=4200", "/job?q=bager", "/personale/log-ind") * 5
MOST = 1.2
"""The share of its quiet time that a page may take."""
MIB = 1024 * 1024
NESTED = "<x>" * 90 + "</x>" * 90


def hostile() -> bytes:
    """As much as a feed may send, and slow to read: thousands of items, deep, with careless mark-up."""
    item = (
        f"<item><title>Job &oslash; & &amp; {'&#230;' * 20}</title><link>https://x.dk/1</link>{NESTED}</item>"
    )
    items = item * min(4990, 5 * MIB // len(item) - 1)
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


@contextmanager
def reading(server: Server) -> Iterator[Child]:
    """A child that reads the feed again and again until the test is over."""
    access = Access(hosts=frozenset({"127.0.0.1"}), user_agent="test", allow_http=True, allow_private=True)
    setup = Setup(format="rss", url=server.url, options={}, access=access)
    # It stands still two thirds of the time, which is not its own slowness.
    child = Child("importers.inside:make", setup, ChildLimits(wall=STILL_SECONDS))
    over = Event()

    def read_on() -> None:
        while not over.is_set():
            with suppress(ChildError):
                child.ask(Question(request=server.request()))

    thread = Thread(target=read_on)
    thread.start()
    try:
        yield child
    finally:
        over.set()
        if child._process:
            child._process.kill()
        thread.join()
        child.stop()


def seconds(address: str) -> list[float]:
    """How long each page takes, one after the other."""
    return [requests.get(address + page, timeout=30).elapsed.total_seconds() for page in PAGES]


def signal_to(child: Child, what: signal.Signals) -> None:
    if child._process and child._process.poll() is None:
        os.kill(child._process.pid, what)


def computed(pid: int) -> float:
    """Seconds of computing that a process has used (proc(5): fields 14 and 15 of its stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Bytes of memory that a process holds now."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


Arms = tuple[tuple[str, signal.Signals], ...]
ARMS: Arms = (("quiet", signal.SIGSTOP), ("busy", signal.SIGCONT), ("quiet again", signal.SIGSTOP))
"""The reader stands still or goes on; the third is there to tell how far two quiet ones lie apart."""


def test_p23_pages_slow_down_by_less_than_a_fifth_while_a_hostile_feed_is_read(
    portal_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = hostile()
    times: dict[str, list[float]] = {name: [] for name, _ in ARMS}
    spent = dict.fromkeys(times, 0.0)
    with (
        odd_server(lambda _, handler: answer(handler, body)) as server,
        limited(portal_folder) as (address, pid),
        reading(server) as child,
    ):
        seconds(address)
        while child._process is None:
            time.sleep(0.05)
        reader = child._process.pid
        read_before = computed(reader)
        for number in range(MOST_ROUNDS):
            if computed(reader) - read_before >= READ_FOR:
                break
            for name, what in (*ARMS[number % 3 :], *ARMS[: number % 3]):
                signal_to(child, what)
                before = computed(pid)
                times[name].extend(seconds(address))
                spent[name] += computed(pid) - before
        has_read, memory = computed(reader) - read_before, resident(reader)
    share, apart, work = _compared(times, spent)
    figure = (
        f"p95 of {len(times['busy'])} pages {share:.2f} times that without the feed (without it twice: "
        f"{apart:.2f}), their computing time {work:.2f} times; the reader took {memory // MIB} MiB"
    )
    with capsys.disabled():
        print(f"\nP23 {figure}; it computed for {has_read:.1f} s")
    note(23, figure)
    assert has_read > ChildLimits().usual, "hardly anything was read meanwhile"
    assert memory < 512 * MIB
    assert work < MOST
    # On a machine that does much else, two quiet halves differ too.
    assert share < MOST * max(1.0, apart)


def _compared(times: dict[str, list[float]], spent: dict[str, float]) -> tuple[float, float, float]:
    """How many times the quiet p95 the busy one is; the same of the other quiet one; and the work of both."""
    quiet = p95(times["quiet"])
    work = spent["busy"] * 2 / (spent["quiet"] + spent["quiet again"])
    again = p95(times["quiet again"])
    return (
        p95(times["busy"]) / p95(times["quiet"] + times["quiet again"]),
        max(quiet, again) / min(quiet, again),
        work,
    )
