"""The server's side of Flask: whole requests in, whole answers out, and slow clients hold nothing."""

import asyncio
import errno
import json
import resource
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask, Response, request

from portal import trouble
from portal.serving import bodies
from portal.serving.front import Front
from portal.serving.threads import THREADS
from serving.asked import ask, scope_of

MOST = 1000


@pytest.fixture
def front() -> Iterator[Front]:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MOST

    @app.route("/", methods=["GET", "HEAD", "POST"])
    def page() -> Response:
        said = f"{request.method} {request.form.get('name', '')} {request.remote_addr}"
        return Response(said, headers=[("X-Two", "1"), ("X-Two", "2")])

    @app.post("/raw")
    def raw() -> str:
        return sha256(request.get_data()).hexdigest()

    @app.post("/lost")
    def lost() -> dict[str, int]:
        return {"why": request.environ[trouble.LOST].errno, "came": len(request.get_data())}

    made = Front(app, most_bytes=MOST)
    yield made
    made.close()


def test_a_page_is_answered_with_its_headers_and_length(front: Front) -> None:
    answer = ask(front, "/")
    assert (answer.status, answer.body) == (200, b"GET  198.51.100.7")
    assert (answer.headers["content-length"], answer.headers["x-two"]) == ("17", "2")


def test_head_has_a_length_and_no_body(front: Front) -> None:
    answer = ask(front, "/", "HEAD")
    assert (answer.headers["content-length"], answer.body) == ("18", b"")


def test_a_form_arrives_whatever_pieces_it_came_in(front: Front) -> None:
    form = {"content_type": "application/x-www-form-urlencoded"}
    counted = ask(front, "/", "POST", (b"na", b"me=K", b"im"), content_length="8", **form)
    chunked = ask(front, "/", "POST", (b"na", b"me=K", b"im"), transfer_encoding="chunked", **form)
    assert (counted.body, chunked.body) == (b"POST Kim 198.51.100.7",) * 2


@pytest.mark.parametrize("size", [1, MOST - 1, MOST])
def test_a_body_arrives_to_the_last_byte(front: Front, size: int) -> None:
    answer = ask(front, "/raw", "POST", (b"y" * size,), content_length=str(size))
    assert answer.body.decode() == sha256(b"y" * size).hexdigest()


def test_too_large_a_body_is_refused_by_the_application_and_never_read(front: Front) -> None:
    answer = ask(front, "/raw", "POST", (b"never read",), content_length=str(MOST + 1))
    assert answer.status == 413


def test_a_body_that_hides_how_large_it_is_is_refused_too(front: Front) -> None:
    answer = ask(front, "/raw", "POST", (b"z" * 600,) * 9, transfer_encoding="chunked")
    assert answer.status == 413


@contextmanager
def no_room() -> Iterator[None]:
    """This process may not write into files."""
    most, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


@pytest.mark.parametrize("pieces", [(b"y" * 900,), (b"y" * 300,) * 3])
def test_p58_the_application_is_told_why_a_body_was_lost(
    front: Front, pieces: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "IN_MEMORY", 100)
    with no_room():
        answer = ask(front, "/lost", "POST", pieces, content_length="900")
    assert (answer.status, json.loads(answer.body)) == (200, {"why": errno.EFBIG, "came": 0})


def test_p36_more_silent_clients_than_threads_keep_nobody_waiting(front: Front) -> None:
    """All of them at once in the loop of one server; the probe is answered while they are silent."""
    slow_scope = scope_of("/", "POST", (("Content-Length", "100"),))

    async def scene() -> list[int]:
        loop = asyncio.get_running_loop()
        silent = [loop.create_task(front(slow_scope, _never, _nothing)) for _ in range(THREADS * 3)]
        await asyncio.sleep(0)
        got: list[int] = []

        async def send(message: Mapping[str, Any]) -> None:
            got.append(message.get("status", 0))

        await front(scope_of("/"), _never, send)
        for task in silent:
            task.cancel()
        await asyncio.gather(*silent, return_exceptions=True)
        return got

    assert asyncio.run(scene()) == [200, 0]


async def _never() -> Mapping[str, Any]:
    await asyncio.Event().wait()
    raise AssertionError


async def _nothing(_message: Mapping[str, Any]) -> None:
    """A client that does not read."""
