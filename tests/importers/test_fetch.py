"""Fetching takes whole answers within limits from allowed addresses, and nothing else."""

import gzip
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from importers.fetch import MIB, Access, Fetcher, FetchError, Limits, check_url
from odd_server import Server, answer, odd_server
from portal.jobs.incoming import Request, Response

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


@pytest.fixture
def canary() -> Iterator[Server]:
    with odd_server(lambda _, handler: answer(handler, b"secret")) as server:
        yield server


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_this_machine_is_refused_however_it_is_written(canary: Server, host: str) -> None:
    port = canary.url.rpartition(":")[2]
    access = Access(hosts=frozenset({host.strip("[]")}), user_agent=AGENT, allow_http=True)
    with pytest.raises(FetchError):
        Fetcher(access).fetch(Request(url=f"http://{host}:{port}/", tag=""))
    with pytest.raises(FetchError):
        Fetcher(access).fetch(Request(url=f"http://{host}/", tag=""))
    assert canary.asked == []


@pytest.mark.parametrize(
    "address", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "172.16.0.1"]
)
def test_private_addresses_are_refused(address: str) -> None:
    access = Access(hosts=frozenset({address}), user_agent=AGENT)
    with pytest.raises(FetchError) as caught:
        Fetcher(access).fetch(Request(url=f"https://{address}/", tag=""))
    assert (str(caught.value), caught.value.transient) == ("the address is private or special", False)


def test_the_address_that_was_checked_is_the_one_that_is_dialled(
    canary: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that shows a public address first and this machine afterwards is asked only once."""
    answers = iter([["93.184.215.14"], ["127.0.0.1"], ["127.0.0.1"]])
    dialled: list[str] = []

    def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        addresses = next(answers) if host == "feed.example" else [host]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in addresses]

    def dial(self: socket.socket, address: tuple[str, int]) -> None:
        dialled.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", dial)
    access = Access(hosts=frozenset({"feed.example"}), user_agent=AGENT, allow_http=True)
    with pytest.raises(FetchError):
        Fetcher(access).fetch(Request(url="http://feed.example/", tag=""))
    assert dialled == ["93.184.215.14"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://feed.example/", "the address is not https (http)"),
        ("file:///etc/passwd", "the address is not https (file)"),
        ("gopher://feed.example/", "the address is not https (gopher)"),
        ("//feed.example/", "the address is not https (no scheme)"),
        ("https://other.example/", "the host other.example is not one of the source's hosts"),
        (
            "https://feed.example.evil.example/",
            "the host feed.example.evil.example is not one of the source's hosts",
        ),
        ("https://user:pass@feed.example/", "the address has a user name in it"),
        ("https://feed.example:8443/", "the port 8443 is not allowed"),
        ("https://feed.example:99999/", "the address makes no sense"),
        ("https://[feed.example/", "the address makes no sense"),
    ],
)
def test_an_address_outside_what_the_source_may_reach_is_refused(url: str, message: str) -> None:
    with pytest.raises(FetchError) as caught:
        check_url(url, Access(hosts=frozenset({"feed.example"}), user_agent=AGENT))
    assert str(caught.value) == message


def test_three_redirects_are_followed_and_no_more() -> None:
    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        left = int(handler.path[1:])
        if left:
            answer(handler, status=302, Location=f"/{left - 1}")
        else:
            answer(handler, b"there")

    with odd_server(reply) as server:
        assert fetch(server, "/3").body == b"there"
        assert refusal(server, "/4") == ("too many redirects", False)


def test_each_redirect_is_checked_like_a_first_request(canary: Server) -> None:
    port = canary.url.rpartition(":")[2]
    targets = [f"http://127.0.0.2:{port}/", "file:///etc/passwd", "http://user@127.0.0.1/", ""]
    for target in targets:
        with odd_server(lambda _, handler, to=target: answer(handler, status=301, Location=to)) as server:
            assert refusal(server)[1] is False
    assert canary.asked == []


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
        assert time.monotonic() - started < 3


def test_ten_thousand_headers_are_refused() -> None:
    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, **{f"x-{number}": "1" for number in range(10_000)})

    with odd_server(reply) as server:
        assert refusal(server) == ("the connection failed (ConnectionError)", True)


def test_nobody_listening_may_be_tried_again() -> None:
    with odd_server(lambda _, handler: answer(handler)) as server:
        pass
    assert refusal(server) == ("the connection failed (ConnectionError)", True)
