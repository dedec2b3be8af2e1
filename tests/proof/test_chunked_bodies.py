"""P21 on the real server: a body that comes in chunks, its length unsaid, is no way around the limit."""

from collections.abc import Iterator
from pathlib import Path

import requests

from live import serving
from portal.body_limits import MOST_BYTES

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def chunks(size: int) -> Iterator[bytes]:
    yield b"email="
    for _ in range(size // 1024):
        yield b"x" * 1024


def test_p21_chunks_are_counted_like_any_body(portal_folder: Path) -> None:
    with serving(portal_folder) as address:
        page = f"{address}/personale/log-ind"
        small, large = (
            requests.post(page, data=chunks(size), headers=FORM, timeout=30).status_code
            for size in (MOST_BYTES // 2, MOST_BYTES + 4096)
        )
    assert (small, large) == (422, 413)
