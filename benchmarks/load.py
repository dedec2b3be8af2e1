"""Asks a server for pages as fast as it answers, for some seconds: with wrk where it is installed.

wrk takes far less of the machine than the pages do; the small Python one that stands in for it does not, so
its figures are lower and only their ratios count.
"""

import http.client
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Final

CLIENTS: Final = 8
FIRST_SECONDS: Final = 600.0
"""The first reader after a start waits until the open ads are in memory."""
WRK: Final = shutil.which("wrk")
_SCRIPT: Final = """
local paths = {%s}
local n = 0
request = function()
  n = n %% #paths + 1
  return wrk.format(%s, paths[n], {%s}, %s)
end
done = function(summary, latency, _)
  local e = summary.errors
  io.write(string.format('\\nJSON{"requests":%%d,"seconds":%%f,"p50":%%f,"p95":%%f,"p99":%%f,"bytes":%%d,"failed":%%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    summary.bytes, e.connect + e.read + e.write + e.status + e.timeout))
end
"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One round: requests a second, milliseconds, bytes of an answer with its head, and what failed."""

    rate: float
    p50: float
    p95: float
    p99: float
    size: float
    failed: int


def load(
    port: int, paths: Sequence[str], headers: Mapping[str, str], seconds: float, *, body: str = ""
) -> Measured:
    """Asks for the paths in turn, with eight clients, for so many seconds; a body is posted."""
    ask = _with_wrk if WRK else _with_python
    found = ask(port, paths, headers, seconds, body)
    requests = max(1.0, found["requests"])
    return Measured(
        rate=found["requests"] / found["seconds"],
        p50=found["p50"],
        p95=found["p95"],
        p99=found["p99"],
        size=found["bytes"] / requests,
        failed=int(found["failed"]),
    )


def ask_once(port: int, paths: Sequence[str], headers: Mapping[str, str] | None = None) -> None:
    """Asks for each path and waits for it, however long: what is read or drawn once then is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=FIRST_SECONDS)
    for path in paths:
        connection.request("GET", path, headers=dict(headers or {}))
        connection.getresponse().read()
    connection.close()


def _with_wrk(
    port: int, paths: Sequence[str], headers: Mapping[str, str], seconds: float, body: str
) -> dict[str, float]:
    listed = ", ".join(json.dumps(path) for path in paths)
    stated = ", ".join(f"[{json.dumps(name)}] = {_quoted(value)}" for name, value in headers.items())
    with TemporaryDirectory() as folder:
        script = Path(folder) / "ask.lua"
        script.write_text(
            _SCRIPT % (listed, _quoted("POST" if body else "GET"), stated, _quoted(body) if body else "nil"),
            encoding="utf-8",
        )
        command = [
            str(WRK), "-t1", f"-c{CLIENTS}", f"-d{seconds:.0f}s", "--latency", "-s", str(script),
            f"http://127.0.0.1:{port}/",
        ]  # fmt: skip
        # The program is the one that was found on the path, its arguments are ours.
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout.rpartition("JSON")[2])
    return found


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "\\'") + "'"


def _with_python(
    port: int, paths: Sequence[str], headers: Mapping[str, str], seconds: float, body: str
) -> dict[str, float]:
    times: list[float] = []
    sizes: list[int] = []
    failed: list[int] = []
    ends = time.perf_counter() + seconds

    def ask(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for path in cycle((*paths[first % len(paths) :], *paths[: first % len(paths)])):
            started = time.perf_counter()
            if started >= ends:
                break
            connection.request("POST" if body else "GET", path, body or None, dict(headers))
            answer = connection.getresponse()
            sizes.append(len(answer.read()))
            times.append((time.perf_counter() - started) * 1000)
            if answer.status >= 400:
                failed.append(answer.status)
        connection.close()

    clients = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    started = time.perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    cuts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
    return {
        "requests": len(times),
        "seconds": time.perf_counter() - started,
        "p50": cuts[49],
        "p95": cuts[94],
        "p99": cuts[98],
        "bytes": sum(sizes),
        "failed": len(failed),
    }
