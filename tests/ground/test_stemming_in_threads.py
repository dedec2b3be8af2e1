"""Eight threads of one server stem at the same time: each gets the stem that one alone would get (P20)."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from portal import danish

WORDS = [
    f"{start}{end}" for start in ("butik", "bageri", "arbejd", "kantin") for end in ("ken", "ernes", "et", "")
]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns after every few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _stems(_: object) -> list[str]:
    # Past what is kept of earlier words: a server meets new ones all day.
    return [danish.stem.__wrapped__(word) for word in WORDS for _ in range(40)]


def test_stems_do_not_depend_on_who_else_is_stemming(restless: None) -> None:
    alone = _stems(None)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(_stems, range(8))) == [alone] * 8
