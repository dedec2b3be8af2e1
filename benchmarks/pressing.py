"""Browsers that press Send: requests that are ready as bytes, over a few open connections, in one thread.

What sends shares the machine with what is measured, so it does no more than it must: it writes the bytes,
reads the answer, and looks at its status and where it leads. One answer costs it some 50 microseconds.
"""

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Final

_MOST: Final = 65536
_HEAD_ENDS: Final = b"\r\n\r\n"


def posted(path: str, body: bytes, cookie: str, network: str) -> bytes:
    """A form as a browser in this network sends it, through a proxy that says where it comes from."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nX-Forwarded-For: {network}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def press(ports: Sequence[int], requests: Iterator[bytes], *, clients: int, leads_to: str) -> list[float]:
    """Sends all of them, each client one after the other; gives the milliseconds that each one waited.

    Raises RuntimeError where an answer is anything but a redirect to `leads_to`.
    """
    expected = f"\r\nlocation: {leads_to}\r\n".encode()
    times: list[float] = []
    with ExitStack() as stack:
        selector = stack.enter_context(selectors.DefaultSelector())
        for number in range(clients):
            address = ("127.0.0.1", ports[number % len(ports)])
            connection = stack.enter_context(socket.create_connection(address, timeout=60))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(connection, selectors.EVENT_READ)
        started = {key.fd: _send_next(key.fileobj, requests) for key in selector.get_map().values()}
        while any(started.values()):
            for key, _ in selector.select():
                _check(_answer(key.fileobj), expected)
                times.append((time.perf_counter() - started[key.fd]) * 1000)
                started[key.fd] = _send_next(key.fileobj, requests)
    return times


def _send_next(connection: object, requests: Iterator[bytes]) -> float:
    """When the next one was sent; 0 where there is none left."""
    assert isinstance(connection, socket.socket)
    following = next(requests, None)
    if following is None:
        return 0.0
    started = time.perf_counter()
    connection.sendall(following)
    return started


def _answer(connection: object) -> bytes:
    """The whole answer in small letters; its head says how long it is."""
    assert isinstance(connection, socket.socket)
    answer = connection.recv(_MOST)
    while _HEAD_ENDS not in answer or len(answer) < _length(answer):
        more = connection.recv(_MOST)
        if not more:
            raise RuntimeError("The server has hung up.")
        answer += more
    return answer


def _length(answer: bytes) -> int:
    head, _, _ = answer.partition(_HEAD_ENDS)
    _, named, after = head.lower().partition(b"\r\ncontent-length:")
    body = int(after.split(b"\r\n", 1)[0]) if named else 0
    return len(head) + len(_HEAD_ENDS) + body


def _check(answer: bytes, expected: bytes) -> None:
    head, _, _ = answer.partition(_HEAD_ENDS)
    if not head.startswith(b"HTTP/1.1 303") or expected not in head.lower() + b"\r\n":
        raise RuntimeError(f"Sending was answered by {head[:60]!r}.")
