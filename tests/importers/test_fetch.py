"""Fetching takes whole answers within limits from allowed addresses, and nothing else (P22, P23)."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from importers.addresses import Access
from importers.fetch import MIB, Fetcher, FetchError, Limits
from odd_server import Server, answer, odd_server
from portal.jobs.incoming import Response

LIMITS = Limits()
AGENT = "KLAPjob-portal/0.1 (test@example.com)"
LOCAL = Access(
    hosts=frozenset({"127.0.0.1", "localhost"}), user_agent=AGENT, allow_http=True, allow_private=True
)


def fetch(server: Server, path: str = "/", limits: Limits = LIMITS, **headers: str) -> Response:
    return Fetcher(LOCAL, limits).fetch(server.request(path), headers)


def refusal(server: Server, path: str = "/", limits: Limits = LIMITS) -> tuple[str, bool]:
    with pytest.raises(FetchError) as caught:
        fetch(server, path, limits)
    return str(caught.value), caught.value.transient


def test_an_answer_comes_whole_with_status_and_lower_case_headers() -> None:
    with odd_server(lambda _, handler: answer(handler, b"hej", status=404, ETag='"1"')) as server:
        response = fetch(server)
    assert (response.status, response.body, response.headers["etag"]) == (404, b"hej", '"1"')


def test_a_request_carries_its_parameters_headers_and_who_asks() -> None:
    with odd_server(lambda _, handler: answer(handler)) as server:
        request = server.request("/a", params=(("q", "æ å"), ("q", "2")), headers=(("x-csrf", "1"),))
        Fetcher(LOCAL).fetch(request, {"if-none-match": '"1"'})
    ((path, headers),) = server.asked
    assert path == "/a?q=%C3%A6+%C3%A5&q=2"
    assert {name: headers[name] for name in ("x-csrf", "user-agent", "if-none-match", "accept-encoding")} == {
        "x-csrf": "1",
        "user-agent": AGENT,
        "if-none-match": '"1"',
        "accept-encoding": "gzip",
    }


def test_cookies_are_not_given_back() -> None:
    with odd_server(lambda _, handler: answer(handler, Set_Cookie="a=b")) as server:
        fetcher = Fetcher(LOCAL)
        fetcher.fetch(server.request())
        fetcher.fetch(server.request())
    assert ["cookie" in headers for _, headers in server.asked] == [False, False]


def test_proxies_of_the_machine_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with odd_server(lambda _, handler: answer(handler, b"direct")) as server:
        assert fetch(server).body == b"direct"


def test_an_answer_bigger_than_the_limit_is_refused_before_it_is_read() -> None:
    def endless(server: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, content_length=str(10**12))
        while not server.stop.is_set():
            handler.wfile.write(b" " * 65536)

    with odd_server(endless) as server:
        assert refusal(server) == ("the answer is too big", False)


def test_a_small_answer_that_unfolds_beyond_the_limit_is_refused() -> None:
    bomb = gzip.compress(b" " * 100 * MIB)
    assert len(bomb) < MIB
    with odd_server(lambda _, handler: answer(handler, bomb, Content_Encoding="gzip")) as server:
        assert refusal(server) == ("the answer is too big", False)


def test_an_answer_compressed_twice_is_refused() -> None:
    twice = gzip.compress(gzip.compress(b"hej"))
    with odd_server(lambda _, handler: answer(handler, twice, Content_Encoding="gzip, gzip")) as server:
        assert refusal(server) == ("the answer is compressed more than once", False)


def test_a_compressed_answer_is_read() -> None:
    with odd_server(
        lambda _, handler: answer(handler, gzip.compress(b"hej"), Content_Encoding="gzip")
    ) as server:
        assert fetch(server).body == b"hej"


def test_an_answer_that_ends_too_early_may_be_tried_again() -> None:
    def cut(_: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, b"[1, 2", content_length="100")
        handler.close_connection = True

    with odd_server(cut) as server:
        assert refusal(server) == ("the connection failed (ProtocolError)", True)


def test_a_server_that_does_not_begin_to_answer_may_be_tried_again() -> None:
    with odd_server(lambda server, _: server.stop.wait(5)) as server:
        assert refusal(server, limits=Limits(read=0.2)) == ("no answer in time", True)


def test_a_body_that_drips_is_cut_off() -> None:
    def drip(server: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, content_length="1000")
        while not server.stop.wait(0.05):
            handler.wfile.write(b" ")

    with odd_server(drip) as server:
        started = time.monotonic()
        assert refusal(server, limits=Limits(total=0.5)) == ("the answer takes too long", False)
        assert time.monotonic() - started < 30


def test_ten_thousand_headers_are_refused() -> None:
    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, **{f"x-{number}": "1" for number in range(10_000)})

    with odd_server(reply) as server:
        assert refusal(server) == ("the connection failed (ConnectionError)", True)


def test_nobody_listening_may_be_tried_again() -> None:
    with odd_server(lambda _, handler: answer(handler)) as server:
        pass
    assert refusal(server) == ("the connection failed (ConnectionError)", True)


def test_of_a_body_longer_than_stated_only_the_stated_part_is_read() -> None:
    with odd_server(lambda _, handler: answer(handler, b"[1, 2]", content_length="3")) as server:
        assert fetch(server).body == b"[1,"


def raw(text: bytes) -> object:
    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(text)
        handler.close_connection = True

    return reply


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhej\r\n", "ProtocolError"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhej\r\n", "ProtocolError"),
        (b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nhej", "DecodeError"),
        (b"HTTP/1.1 200 OK\r\nx: " + b"a" * 70_000 + b"\r\n\r\n", "ConnectionError"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "ConnectionError"),
        (b"", "ConnectionError"),
    ],
)
def test_what_is_no_sound_http_is_no_answer(said: bytes, name: str) -> None:
    with odd_server(raw(said)) as server:
        assert refusal(server) == (f"the connection failed ({name})", True)


def test_an_answer_without_a_length_ends_with_the_connection() -> None:
    with odd_server(raw(b"HTTP/1.0 200 OK\r\n\r\nhej")) as server:
        assert fetch(server).body == b"hej"
