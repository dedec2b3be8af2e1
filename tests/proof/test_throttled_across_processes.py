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
from factories import PASSWORD, make_staff
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


def _try(address: str, email: str, network: str, password: str = "noget helt andet her") -> int:
    """The status of one try: 302 lets in to the second step."""
    browser = requests.Session()
    browser.headers["X-Forwarded-For"] = network
    shown = browser.get(address + SIGN_IN, timeout=60).text
    fields = dict(TOKEN.findall(shown)) | {"email": email, "password": password}
    answer = browser.post(address + SIGN_IN, data=fields, timeout=60, allow_redirects=False)
    return answer.status_code


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
    """Only the right password tells an account that was tried too often from a wrong password."""
    known, one, most = make_staff(session).email, "10.9.9.9", PER_ACCOUNT[WINDOW]
    many = [f"10.{number}.0.1" for number in range(TRIES)]
    with processes(portal_folder, 2) as addresses:
        _wait_for_a_window_with_room()
        before = _tries(addresses, [known] * (most - 1), many)
        the_last = _try(addresses[0], known, "10.201.0.1", PASSWORD)
        by_account = _tries(addresses, [known] * most, many)
        one_more = [_try(address, known, "10.202.0.1", PASSWORD) for address in addresses]
        by_network = _tries(
            addresses, [f"nobody{number}@example.com" for number in range(TRIES)], [one] * TRIES
        )
    with processes(portal_folder, 1) as addresses:
        after_a_restart = _try(addresses[0], known, "10.200.0.1", PASSWORD)
    note(
        5,
        f"2 processes: after {most - 1} tries of an account the right password got {the_last}, after "
        f"{most} {one_more[0]}, after a restart {after_a_restart}; a network had {by_network[422]} tries",
    )
    assert (before, by_account) == ({422: most - 1}, {422: most})
    assert (the_last, one_more, after_a_restart) == (302, [422, 422], 422)
    assert by_network == {422: PER_NETWORK[WINDOW], 429: TRIES - PER_NETWORK[WINDOW]}
