"""P22: a source reaches its own public hosts and nothing else, however an address is written."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from importers.addresses import Access, AddressError, check_url
from importers.fetch import Fetcher, FetchError, Limits
from odd_server import Server, answer, odd_server
from portal.jobs.incoming import Request, Response

AGENT = "KLAPjob-portal/0.1 (test@example.com)"
SHORT = Limits(connect=0.5, read=0.5)
LOCAL = Access(hosts=frozenset({"127.0.0.1"}), user_agent=AGENT, allow_http=True, allow_private=True)
PRIVATE = ("the address is private or special", False)

THIS_MACHINE = (
    *("127.0.0.1", "localhost", "0.0.0.0", "0", "127.1", "127.0.1", "2130706433", "0x7f.1", "0x7f000001"),
    *("0177.0.0.1", "017700000001", "127.255.255.254", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]"),
    *("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::7f00:1]"),
    *("[64:ff9b:1::7f00:1]", "[2002:7f00:1::]"),
)
THIS_NETWORK = (
    *("10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"),
    *("224.0.0.1", "240.0.0.1", "255.255.255.255", "[fc00::1]", "[fd00::1]", "[fe80::1]", "[fec0::1]"),
    *("[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[2001:db8::1]", "[100::1]", "[2001::1]"),
    *("[2001:20::1]", "[3fff::1]", "[5f00::1]"),
)


@pytest.fixture(scope="module")
def canary() -> Iterator[Server]:
    """A server of this machine that nobody may reach."""
    with odd_server(lambda _, handler: answer(handler, b"secret")) as server:
        yield server
        assert server.asked == []


def refusal(url: str, access: Access) -> tuple[str, bool]:
    with pytest.raises(FetchError) as caught:
        Fetcher(access, SHORT).fetch(Request(url=url, tag=""))
    return str(caught.value), caught.value.transient


@pytest.mark.parametrize("host", [*THIS_MACHINE, *THIS_NETWORK])
def test_private_and_special_addresses_are_refused_however_they_are_written(
    canary: Server, host: str
) -> None:
    access = Access(hosts=frozenset({host.strip("[]")}), user_agent=AGENT, allow_http=True)
    assert refusal(f"http://{host}/", access) == PRIVATE
    assert refusal(f"https://{host}/", access) == PRIVATE
    port = canary.url.rpartition(":")[2]
    assert refusal(f"http://{host}:{port}/", access) == (f"the port {port} is not allowed", False)


@pytest.mark.parametrize("host", ["１２７.0.0.1", "127。0。0。1", "ⓛocalhost", "①②⑦.0.0.1", "a..b", "a b"])
def test_odd_signs_in_a_name_lead_nowhere(canary: Server, host: str) -> None:
    access = Access(hosts=frozenset({host}), user_agent=AGENT, allow_http=True)
    with pytest.raises(FetchError):
        Fetcher(access, SHORT).fetch(Request(url=f"http://{host}/", tag=""))


@pytest.mark.parametrize(
    "first", [["127.0.0.1"], ["127.0.0.1", "93.184.215.14"], ["::127.0.0.1"], ["fec0::1"]]
)
def test_a_public_name_with_a_private_address_is_refused_and_nothing_dialled(
    monkeypatch: pytest.MonkeyPatch, first: list[str]
) -> None:
    dialled = name_server(monkeypatch, first)
    access = Access(hosts=frozenset({"feed.example"}), user_agent=AGENT)
    assert refusal("https://feed.example/", access) == PRIVATE
    assert dialled == []


@pytest.mark.parametrize(
    "answers", [(["93.184.215.14"], ["127.0.0.1"]), (["93.184.215.14", "127.0.0.1"], ["127.0.0.1"])]
)
def test_the_address_that_was_checked_is_the_one_that_is_dialled(
    monkeypatch: pytest.MonkeyPatch, answers: tuple[list[str], ...]
) -> None:
    """A name server that shows a public address first and this machine afterwards is asked only once."""
    dialled = name_server(monkeypatch, *answers)
    access = Access(hosts=frozenset({"feed.example"}), user_agent=AGENT, allow_http=True)
    with pytest.raises(FetchError):
        Fetcher(access).fetch(Request(url="http://feed.example/", tag=""))
    assert dialled == ["93.184.215.14"]


def name_server(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Answers for the name one after the other; gives the list of what is dialled then."""
    queue = list(answers)
    dialled: list[str] = []

    def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        addresses = queue.pop(0) if host == "feed.example" else [host.strip("[]")]
        kinds = [socket.AF_INET6 if ":" in each else socket.AF_INET for each in addresses]
        return [
            (kind, socket.SOCK_STREAM, 6, "", (each, port))
            for kind, each in zip(kinds, addresses, strict=True)
        ]

    def dial(_: socket.socket, address: tuple[str, int]) -> None:
        dialled.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", dial)
    return dialled


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://feed.example/", "the address is not https (http)"),
        ("file:///etc/passwd", "the address is not https (file)"),
        ("gopher://feed.example/", "the address is not https (gopher)"),
        ("ftp://feed.example/", "the address is not https (ftp)"),
        ("data:text/xml,<rss/>", "the address is not https (data)"),
        ("//feed.example/", "the address is not https (no scheme)"),
        ("https://other.example/", "the host other.example is not one of the source's hosts"),
        ("https://feed.example./", "the host feed.example. is not one of the source's hosts"),
        (
            "https://feed.example.evil.example/",
            "the host feed.example.evil.example is not one of the source's hosts",
        ),
        ("https://evil.example\\@feed.example/", "the address has a user name in it"),
        ("https://feed.example@evil.example/", "the address has a user name in it"),
        ("https://user:pass@feed.example/", "the address has a user name in it"),
        ("https://@feed.example/", "the address has a user name in it"),
        ("https://feed.example:8443/", "the port 8443 is not allowed"),
        ("https://feed.example:22/", "the port 22 is not allowed"),
        ("https://feed.example:99999/", "the address makes no sense"),
        ("https://[feed.example/", "the address makes no sense"),
    ],
)
def test_an_address_outside_what_the_source_may_reach_is_refused(url: str, message: str) -> None:
    with pytest.raises(AddressError) as caught:
        check_url(url, Access(hosts=frozenset({"feed.example"}), user_agent=AGENT))
    assert str(caught.value) == message


def fetch(server: Server, path: str, *, address: str = "") -> Response:
    return Fetcher(LOCAL).fetch(server.request(path), address=address)


def hops(*statuses: int) -> object:
    """Redirects from /0 to /1 and so on, with these statuses, to a page at the end."""

    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        step = int(handler.path[1:])
        if step < len(statuses):
            answer(handler, status=statuses[step], Location=f"/{step + 1}")
        else:
            answer(handler, b"there")

    return reply


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_three_redirects_are_followed_and_no_more(status: int) -> None:
    with odd_server(hops(*[status] * 3)) as server:
        assert fetch(server, "/0").body == b"there"
    with odd_server(hops(*[status] * 4)) as server:
        assert refusal(f"{server.url}/0", LOCAL) == ("too many redirects", False)


def test_redirects_in_a_circle_end() -> None:
    with odd_server(lambda _, handler: answer(handler, status=302, Location="/")) as server:
        assert refusal(f"{server.url}/", LOCAL) == ("too many redirects", False)
        assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ((), ""),
        ((301,), "/1"),
        ((308,), "/1"),
        ((302,), ""),
        ((301, 308), "/2"),
        ((301, 302), "/1"),
        ((302, 301), ""),
        ((301, 302, 301), "/1"),
    ],
)
def test_only_where_a_redirect_is_for_good_the_address_has_moved(
    statuses: tuple[int, ...], moved: str
) -> None:
    with odd_server(hops(*statuses)) as server:
        assert fetch(server, "/0").moved_to == (server.url + moved if moved else "")


def test_a_moved_address_is_asked_instead_and_checked_like_any_other(canary: Server) -> None:
    with odd_server(hops()) as server:
        assert fetch(server, "/0", address=f"{server.url}/9").body == b"there"
        assert [path for path, _ in server.asked] == ["/9"]
        elsewhere = Access(hosts=frozenset({"feed.example"}), user_agent=AGENT, allow_http=True)
        with pytest.raises(FetchError, match="not one of the source's hosts"):
            Fetcher(elsewhere).fetch(Request(url="http://feed.example/", tag=""), address=canary.url)


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2:{port}/", "file:///etc/passwd", "http://user@127.0.0.1/", "", "http://[x", "//"],
)
def test_each_redirect_is_checked_like_a_first_request(canary: Server, target: str) -> None:
    location = target.format(port=canary.url.rpartition(":")[2])
    with odd_server(lambda _, handler: answer(handler, status=301, Location=location)) as server:
        assert refusal(f"{server.url}/", LOCAL)[1] is False


def test_a_redirect_of_a_request_with_a_body_is_not_followed() -> None:
    with odd_server(lambda _, handler: answer(handler, status=307, Location="/1")) as server:
        with pytest.raises(FetchError) as caught:
            Fetcher(LOCAL).fetch(server.request("/", method="POST", body=b"{}"))
        assert str(caught.value) == "the answer is a redirect that cannot be followed (307)"
