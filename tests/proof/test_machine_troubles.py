"""P58 on the real program: no room, no files to open, a long lock, a small disk; and well again by itself."""

import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests
from flask import Flask

from apply.filling import QUESTION
from apply.killing import TOKEN
from live import limited
from trust.figures import note

SOON = 6.0
A_PRESS = 0.05
"""Seconds between presses: one network begins 200 forms an hour, and the troubles last for some seconds."""
PHONE = "36 35 96 60"
NAME = "Kim Kandidat"


class Visitor:
    """Somebody who asks to be called: types a name and presses Næste."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.browser = requests.Session()
        shown = self.browser.get(f"{address}/ring-mig-op", timeout=10)
        self.fields = dict(TOKEN.findall(shown.text.rpartition('method="post"')[2])) | {"name": NAME}

    def press(self) -> tuple[int, float, str]:
        """Status, seconds and page."""
        began = time.monotonic()
        answer = self.browser.post(
            f"{self.address}/ring-mig-op", data=self.fields, timeout=40, allow_redirects=False
        )
        return answer.status_code, time.monotonic() - began, answer.text

    def send_a_file(self) -> tuple[int, str]:
        """Status and page; as large as a short recording."""
        recording = {"voice": ("recording", bytes(300_000))}
        answer = self.browser.post(
            f"{self.address}{QUESTION}/sig-det", files=recording, timeout=40, allow_redirects=False
        )
        return answer.status_code, answer.text


def _is_kind(answer: tuple[int, float, str]) -> bool:
    status, seconds, page = answer
    return status == 503 and seconds < SOON and NAME in page and PHONE in page and "Traceback" not in page


@contextmanager
def _limit(pid: int, what: int, most: int) -> Iterator[None]:
    """The running program may, for a while, write no longer files, or open no more of them."""
    before = resource.prlimit(pid, what)
    resource.prlimit(pid, what, (most, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, what, before)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / "portal.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _rows(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "portal.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM application").fetchone()[0])


@pytest.mark.parametrize("trouble", ["no room", "no more files", "a lock of 30 seconds"])
def test_p58_the_program_answers_soon_keeps_what_was_typed_and_is_well_again(
    app: Flask, portal_folder: Path, trouble: str
) -> None:
    with limited(portal_folder) as (address, pid):
        harm: dict[str, Callable[[], object]] = {
            "no room": lambda: _limit(pid, resource.RLIMIT_FSIZE, 0),
            "no more files": lambda: _limit(
                pid, resource.RLIMIT_NOFILE, len([*Path(f"/proc/{pid}/fd").iterdir()])
            ),
            "a lock of 30 seconds": lambda: _locked(portal_folder),
        }
        visitor = Visitor(address)
        answers = [visitor.press()]
        with harm[trouble]():  # type: ignore[attr-defined]
            ends = time.monotonic() + (30 if trouble.startswith("a lock") else 3)
            while time.monotonic() < ends:
                answers.append(visitor.press())
                time.sleep(A_PRESS)
        answers.append(visitor.press())
        assert requests.get(f"{address}/healthz", timeout=10).status_code == 200
    assert [answer for answer in answers if answer[0] != 303 and not _is_kind(answer)] == []
    assert (answers[0][0], answers[-1][0]) == (303, 303)
    # With every file open that it needs, the program may go on without new ones.
    assert trouble == "no more files" or 503 in {status for status, *_ in answers}
    assert _rows(portal_folder) == 1, "who begins again has one draft, and that is whole"


@pytest.mark.parametrize("what", [resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE])
def test_p58_a_file_that_finds_no_room_gets_a_kind_page(app: Flask, portal_folder: Path, what: int) -> None:
    with limited(portal_folder) as (address, pid):
        visitor = Visitor(address)
        visitor.send_a_file()
        with _limit(pid, what, 0):
            status, page = visitor.send_a_file()
        assert (status, PHONE in page) == (503, True)
        assert visitor.send_a_file()[0] == 303


@pytest.fixture
def small_disk(portal_folder: Path) -> Iterator[Path]:
    """The portal's folder on a disk of a few MiB; only root can make one."""
    if os.geteuid() != 0:
        pytest.fail("This proof mounts a small disk; run it as root.", pytrace=False)
    disk = portal_folder.parent / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", f"{disk}"], check=True)
    try:
        subprocess.run(["cp", "-a", f"{portal_folder}/.", f"{disk}"], check=True)
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", f"{disk}"], check=True)


def test_p58_a_full_disk_loses_nothing_and_heals_when_there_is_room(app: Flask, small_disk: Path) -> None:
    with limited(small_disk) as (address, _pid):
        ballast = small_disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            while True:
                try:
                    file.write(bytes(4096))
                except OSError:
                    break
        visitors = [Visitor(address) for _ in range(40)]
        answers = [visitor.press() for visitor in visitors]
        refused = [visitor for visitor, (status, *_) in zip(visitors, answers, strict=True) if status != 303]
        assert [answer for answer in answers if answer[0] != 303 and not _is_kind(answer)] == []
        assert refused, "the disk never was full"
        ballast.unlink()
        again = [visitor.press()[0] for visitor in refused]
    with closing(sqlite3.connect(small_disk / "portal.db")) as connection:
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
    assert (again, _rows(small_disk), integrity) == ([303] * len(refused), len(visitors), "ok")
    note(58, f"full disk: {len(refused)} of {len(visitors)} given back with their text, 0 lost, well again")
