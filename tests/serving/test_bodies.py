"""What clients send is collected whole before a thread is given to it; who is too slow is let go (P36)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from portal.serving import bodies
from portal.serving.bodies import GoneError, TooSlowError, collect

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
PIECE = b"x" * 1000


def sending(*pieces: bytes, then: str = "http.request", pause: float = 0) -> Receive:
    """A client that sends pieces, and then the last, empty one or what `then` says."""
    left = list(pieces)

    async def receive() -> Mapping[str, Any]:
        await asyncio.sleep(pause)
        if left:
            return {"type": "http.request", "body": left.pop(0), "more_body": True}
        return {"type": then}

    return receive


def collected(receive: Receive, most: int = 10_000) -> tuple[bytes, int]:
    async def all_of_it() -> tuple[bytes, int]:
        body, size = await collect(receive, most=most)
        with body:
            return body.read(), size

    return asyncio.run(all_of_it())


def test_pieces_are_put_together() -> None:
    assert collected(sending(b"a", b"", b"bc")) == (b"abc", 3)


def test_what_does_not_fit_into_memory_goes_to_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "IN_MEMORY", 10)
    assert collected(sending(PIECE, PIECE)) == (PIECE * 2, 2000)


def test_a_body_without_end_ends_one_piece_after_the_most() -> None:
    assert collected(sending(*[PIECE] * 50), most=3500)[1] == 4000


def test_who_hangs_up_is_let_go() -> None:
    with pytest.raises(GoneError):
        collected(sending(b"a", then="http.disconnect"))


@pytest.mark.parametrize("limit", ["PATIENCE_SECONDS", "LONGEST_SECONDS"])
def test_p36_who_is_silent_or_takes_for_ever_is_let_go(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, limit, 0.02)
    with pytest.raises(TooSlowError):
        collected(sending(*[b"a"] * 9, pause=0.03 if limit == "PATIENCE_SECONDS" else 0.005))
