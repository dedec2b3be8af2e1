"""Server and worker beside one another, as in the demo: small together, and neither goes on alone."""

import os
import signal
import time
from pathlib import Path

import pytest
import requests

from benchmarks import board, memory

ADS = 300
PATIENCE = 20.0


def is_alive(pid: int) -> bool:
    """Whether there is such a process; one that has ended and waits to be noticed is none."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ends(pid: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not is_alive(pid)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("both")
    board.make(made, ADS)
    return made


def test_both_take_less_than_200_mib_after_a_load(folder: Path) -> None:
    found = memory.measure(ADS, folder)
    print(f"server and worker together: {found.together:.0f} MiB")
    assert (found.together < 200, found) == (True, found)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_worker_ends_with_the_server_however_that_ends(folder: Path, how: signal.Signals) -> None:
    with memory.both(folder) as (server, worker):
        os.kill(server.pid, how)
        assert ends(worker)


def test_a_server_whose_worker_is_gone_stops_so_that_somebody_notices(folder: Path) -> None:
    with memory.both(folder) as (server, worker):
        assert requests.get(f"http://127.0.0.1:{server.port}/healthz", timeout=5).status_code == 200
        os.kill(worker, signal.SIGKILL)
        assert ends(server.pid)
