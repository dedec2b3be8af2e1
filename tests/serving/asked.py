"""Asks an ASGI application as a server would, in this process."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.serving.front import Front

WHO = ("198.51.100.7", 4711)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back; headers with small letters, the one that hides the server left out."""

    status: int
    headers: dict[str, str]
    body: bytes


def scope_of(path: str, method: str = "GET", headers: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    """What a server says about a request. `path` may have a query."""
    where, _, query = path.partition("?")
    return {
        "type": "http",
        "method": method,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "http_version": "1.1",
        "scheme": "http",
        "client": WHO,
        "server": ("127.0.0.1", "8000"),
        "headers": [
            (b"host", b"localhost"),
            *((name.lower().encode(), value.encode()) for name, value in headers),
        ],
    }


def ask(front: Front, path: str, method: str = "GET", body: tuple[bytes, ...] = (), **headers: str) -> Answer:
    """One request, its body in pieces; headers are named with underscores."""
    listed = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return answer_to(front, scope_of(path, method, listed), body)


def answer_to(front: Front, scope: Mapping[str, Any], body: tuple[bytes, ...] = ()) -> Answer:
    pieces = list(body) or [b""]
    told: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Mapping[str, Any]) -> None:
        told.append(message)

    asyncio.run(front(scope, receive, send))  # type: ignore[arg-type]
    start, end = told
    headers = {name.decode(): value.decode() for name, value in start["headers"] if name != b"server"}
    return Answer(status=start["status"], headers=headers, body=end["body"])
