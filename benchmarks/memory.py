"""How much memory server and worker take together: ``python -m benchmarks.memory [ADS ...]``.

Both run as in the demo, the worker as a fork of the server. Each page is asked for many times by several
browsers; then the memory of both is counted, with pages that they share counted once (Pss of the system's
`smaps_rollup`). ``--write`` puts the table into docs/performance.md.
"""

import os
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import board, document, servers
from benchmarks.load import ask_once, load
from portal import clock

FOLDER: Final = document.ROOT / "var" / "bench"
SIZES: Final = (300, 300_000)
PAGES: Final = (
    *("/", "/job", "/job?side=2", "/job?fag=butik", "/job?q=bager", "/job?sted=4200&km=10"),
    *("/kommuner", "/om", "/personale", "/ansoeg"),
)
SECONDS: Final = 5
ROUND_OF_CHORES: Final = 4.0
FEW: Final = 30_000
AIMS: Final = {True: 200, False: 400}
"""MiB with few ads, and with many."""


@dataclass(frozen=True, kw_only=True)
class Memory:
    """MiB of one process: alone with what it shares, and its part of what is shared."""

    resident: float
    part: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was measured with so many ads."""

    ads: int
    server: Memory
    worker: Memory

    @property
    def together(self) -> float:
        """MiB of both."""
        return self.server.part + self.worker.part

    @property
    def aim(self) -> int:
        """The most that both may take."""
        return AIMS[self.ads < FEW]

    @property
    def kept(self) -> bool:
        """Whether they take less."""
        return self.together < self.aim


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and says by its exit code whether the aims are reached."""
    sizes = [int(size) for size in arguments if size.isdigit()] or SIZES
    found = [measure(ads, FOLDER / f"memory-{ads}") for ads in sizes]
    text = "\n".join(_table(found))
    sys.stdout.write(f"{text}\n")
    if "--write" in arguments:
        document.write("memory", text)
    return 0 if all(each.kept for each in found) else 1


def measure(ads: int, folder: Path) -> Found:
    """The memory of both after some seconds of load."""
    board.make(folder, ads)
    with both(folder) as (server, worker):
        # Reading hundreds of thousands of ads takes longer than the load lasts.
        ask_once(server.port, PAGES)
        load(server.port, PAGES, {}, SECONDS)
        # The worker has done each of its chores by then.
        time.sleep(ROUND_OF_CHORES)
        return Found(ads=ads, server=_memory(server.pid), worker=_memory(worker))


@contextmanager
def both(folder: Path) -> Iterator[tuple[servers.Server, int]]:
    """The portal in `folder` with its worker beside it, and the id of that worker's process."""
    port = servers.free_port()
    (folder / "feeds.toml").write_text("", encoding="utf-8")
    settings = {
        "PORTAL_ENV": "demo",
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "FIELD_KEYS_FILE": str(folder / "field-keys.json"),
        "FEEDS_FILE": str(folder / "feeds.toml"),
        "SECRET_KEY": board.SECRET,
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve", "--with-worker"]
    with servers.running(command, settings, port, "/healthz") as server:
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="utf-8")
        yield server, int(children)


def _memory(pid: int) -> Memory:
    rows = (
        line.split()
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()[1:]
    )
    kib = {row[0]: int(row[1]) for row in rows}
    return Memory(resident=kib["Rss:"] / 1024, part=kib["Pss:"] / 1024)


def _table(found: Sequence[Found]) -> Iterator[str]:
    machine = f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} processors"
    yield f"Server and worker of the demo after {SECONDS} s of load, in MiB ({machine},"
    yield f"{clock.today()}). What the two share is counted once in `together`, and in full for each of them."
    yield ""
    yield "| ads | server | worker | together | at most | kept |"
    yield "|---|---|---|---|---|---|"
    for each in found:
        yield (
            f"| {each.ads:,} | {each.server.resident:.0f} | {each.worker.resident:.0f} | {each.together:.0f} "
            f"| {each.aim} | {'yes' if each.kept else '**no**'} |"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
