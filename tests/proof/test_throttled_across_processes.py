"""P5 whole: two processes on one database let through as many tries of a password as one would."""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import requests
from flask import Flask
from sqlalchemy.orm import Session

from apply.killing import TOKEN
from factories import make_staff
from live import serving
from portal.staff.actions import PER_ACCOUNT, PER_NETWORK
from signing_in import SIGN_IN
from trust.figures import note

WINDOW = timedelta(minutes=5)
TRIES = 40
AT_ONCE = 8
LEFT_SECONDS = 120.0


@contextmanager
def processes(folder: Path, count: int) -> Iterator[list[str]]:
    """So many processes on the same database, behind one proxy that says where requests come from."""
    with ExitStack() as stack:
        yield [stack.enter_context(serving(folder, TRUSTED_PROXIES="1")) for _ in range(count)]


def _try(address: str, email: str, network: str) -> int:
    """The status of one wrong password."""
    browser = requests.Session()
    browser.headers["X-Forwarded-For"] = network
    shown = browser.get(address + SIGN_IN, timeout=60).text
    fields = dict(TOKEN.findall(shown)) | {"email": email, "password": "noget helt andet her"}
    return browser.post(address + SIGN_IN, data=fields, timeout=60).status_code


def _tries(addresses: list[str], emails: list[str], networks: list[str]) -> Counter[int]:
    """Tries at all processes at the same time; how often each status came."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(_try, cycle(addresses), emails, networks))


def _wait_for_a_window_with_room() -> None:
    left = WINDOW.total_seconds() - time.time() % WINDOW.total_seconds()
    time.sleep(left if left < LEFT_SECONDS else 0)


def test_p5_two_processes_allow_together_what_one_allows(
    app: Flask, session: Session, portal_folder: Path
) -> None:
    known, one = make_staff(session).email, "10.9.9.9"
    many = [f"10.{number}.0.1" for number in range(TRIES)]
    with processes(portal_folder, 2) as addresses:
        _wait_for_a_window_with_room()
        by_account = _tries(addresses, [known] * TRIES, many)
        by_network = _tries(
            addresses, [f"nobody{number}@example.com" for number in range(TRIES)], [one] * TRIES
        )
    with processes(portal_folder, 1) as addresses:
        after_a_restart = _try(addresses[0], known, "10.200.0.1")
    note(
        5,
        f"2 processes, {TRIES} tries each way: {by_account[422]} allowed by account, "
        f"{by_network[422]} by network; the next one after a restart got {after_a_restart}",
    )
    allowed = {422: PER_ACCOUNT[WINDOW], 429: TRIES - PER_ACCOUNT[WINDOW]}
    assert by_account == allowed
    assert by_network == {422: PER_NETWORK[WINDOW], 429: TRIES - PER_NETWORK[WINDOW]}
    assert after_a_restart == 429
