"""What the pages cost beside a bare Flask page on the same server: ``python -m benchmarks.web [SIZE ...]``.

All servers run at the same time and take turns, round by round, so that a machine whose speed drifts does not
change the ratios. ``--write`` puts the table into docs/performance.md, ``--rounds 5`` and ``--seconds 2`` say
how long to measure, ``--postgres`` measures on PostgreSQL instead of SQLite; sizes are numbers of ads. The
figures of each round stand in var/bench/web.json.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from benchmarks import board, databases, document, load, servers
from benchmarks.load import Measured
from benchmarks.targets import LEAFLET, PACKED, Target, targets
from benchmarks.web_table import Line, Report, text_of
from portal import clock

FOLDER: Final = document.ROOT / "var" / "bench"
SIZES: Final = (300, 30_000)


def measure(ads: int, rounds: int, seconds: float, database: str) -> Report:
    """Measures all targets with so many ads."""
    _tell(f"{ads:,} ads, {database}")
    with databases.home(FOLDER / f"{ads}-{_made_by()}", database) as (folder, url), ExitStack() as stack:
        app = board.make(folder, ads, database_url=url, page_cache_mib=32)
        running: dict[str, servers.Server | None] = {
            "bare": stack.enter_context(servers.bare()),
            "cold": stack.enter_context(servers.portal(folder, database_url=url, PAGE_CACHE_MIB="0")),
            "warm": stack.enter_context(servers.portal(folder, database_url=url)),
            "nginx": stack.enter_context(servers.nginx(folder)),
        }
        warm = running["warm"]
        assert warm is not None, "The portal always runs."
        # The first leaflet is drawn first.
        for server in (running["cold"], warm):
            load.ask_once(server.port if server else 0, ["/job", "/job?q=lager", LEAFLET], PACKED)
        asked = targets(app, servers.etag(warm.port, "/job"))
        found = in_turns([target for target in asked if running[target.server]], running, rounds, seconds)
        peak = max(server.peak_mib() for name in ("cold", "warm") if (server := running[name]))
    return Report(ads=ads, database=database, lines=list(lines_of(found)), peak_mib=peak)


def in_turns(
    asked: Sequence[Target], running: Mapping[str, servers.Server | None], rounds: int, seconds: float
) -> dict[str, tuple[Target, list[Measured]]]:
    """Loads each target in each round; a first round only warms up."""
    found: dict[str, tuple[Target, list[Measured]]] = {target.name: (target, []) for target in asked}
    for number in range(rounds + 1):
        _tell(f"round {number} of {rounds}" if number else "warming up")
        for target in asked:
            server = running[target.server]
            assert server is not None, "Only targets whose server runs are measured."
            time_for = seconds if number else 1
            measured = load.load(server.port, target.paths, target.headers, time_for, body=target.body)
            if number:
                found[target.name][1].append(measured)
    return found


def lines_of(found: Mapping[str, tuple[Target, Sequence[Measured]]]) -> Iterator[Line]:
    """Each target beside what it is compared with, in the same round."""
    for target, rounds in found.values():
        beside = found["bare Flask" if target.beside == "bare" else target.beside][1]
        ratios = [one.rate / other.rate for one, other in zip(rounds, beside, strict=True)]
        yield Line(target=target, rounds=rounds, ratios=ratios)


def _made_by() -> str:
    """A mark of what the data were made by, so that data of an older version are made anew."""
    migrations = sorted((document.ROOT / "migrations" / "versions").glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in migrations)).hexdigest()[:8]


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and writes what it is told to."""
    parser = argparse.ArgumentParser(prog="benchmarks.web")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    database = databases.POSTGRES if chosen.postgres else databases.SQLITE
    name, reports, text = _name(database), [], ""
    for ads in sorted(chosen.sizes):
        reports.append(measure(ads, chosen.rounds, chosen.seconds, database))
        text = text_of(reports, chosen.rounds, chosen.seconds)
        _keep(reports, FOLDER / f"{name}.json")
        # After each data set: hours of measuring shall not be lost with the last one.
        if chosen.write:
            document.write(name, text)
            _keep(reports, document.REPORT.with_name(f"performance-{name}.json"))
    sys.stdout.write(f"{text}\n")
    return 1 if any(line.failed for report in reports for line in report.lines) else 0


def _name(database: str) -> str:
    return "web" if database == databases.SQLITE else "web-postgres"


def _keep(reports: Sequence[Report], path: Path) -> None:
    values: list[Any] = [asdict(report) for report in reports]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"on": str(clock.today()), "reports": values}, indent=1), encoding="utf-8")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
