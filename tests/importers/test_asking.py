"""Asking again where that may help, and leaving a server alone where it does not."""

from http.server import BaseHTTPRequestHandler

import pytest

from importers.addresses import Access
from importers.asking import Asker, Patience
from importers.inside import Answer, Question, Setup
from importers.sandbox import ChildLimits
from odd_server import Server, answer, odd_server
from portal.jobs.incoming import Request

NOW = 1_800_000_000.0
QUICK = Patience(first=0.01)
EMPTY = b'{"jobAds": [], "totalJobAdCount": 0}'


def wait(tries: int, *, jitter: float = 0.0, transient: bool = True, retry_after: str = "") -> float | None:
    failed = Answer(status=503, transient=transient, retry_after=retry_after)
    return Patience().wait(tries, failed, jitter=jitter, now=NOW)


def test_waiting_doubles_and_ends_after_four_tries() -> None:
    assert [wait(tries) for tries in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, None]
    assert Patience(tries=9).wait(8, Answer(transient=True), jitter=0, now=NOW) == 8.0


def test_waiting_is_up_to_half_longer_so_that_clients_spread_out() -> None:
    assert wait(1, jitter=1.0) == 0.75


def test_what_will_not_get_better_is_not_tried_again() -> None:
    assert wait(1, transient=False) is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("7", 7.0),
        ("0", 0.5),
        ("60", 60.0),
        ("61", None),
        ("99999999999", None),
        ("-5", 0.5),
        ("soon", 0.5),
        ("١٢", 12.0),
        ("Fri, 15 Jan 2027 08:00:30 GMT", 30.0),
        ("Fri, 15 Jan 2027 09:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.5),
    ],
)
def test_what_the_server_asks_for_is_obeyed_within_reason(asked: str, expected: float | None) -> None:
    assert wait(1, retry_after=asked) == expected


def asker(server: Server, **changes: object) -> Asker:
    access = Access(hosts=frozenset({"127.0.0.1"}), user_agent="test", allow_http=True, allow_private=True)
    setup = Setup(format="jobnet", url=server.url, options={}, access=access)
    return Asker(setup, **({"patience": QUICK} | changes))


def question(server: Server) -> Question:
    return Question(request=Request(url=server.url, tag="search:0:1", query="all"))


def test_a_server_that_recovers_gets_another_try() -> None:
    def reply(server: Server, handler: BaseHTTPRequestHandler) -> None:
        if len(server.asked) < 3:
            answer(handler, status=(503, 429)[len(server.asked) - 1], retry_after="0")
        else:
            answer(handler, EMPTY, ETag='"1"')

    tries: list[None] = []
    with odd_server(reply) as server, asker(server, before_try=lambda: tries.append(None)) as each:
        got = each.ask(question(server))
    assert (got.status, got.error, got.etag, got.page and got.page.stated_total) == (200, "", '"1"', 0)
    assert (len(tries), each.responses, each.size) == (3, 3, len(EMPTY))


@pytest.mark.parametrize(("status", "tries"), [(500, 4), (408, 4), (501, 1), (403, 1), (404, 1), (410, 1)])
def test_each_status_is_tried_as_often_as_makes_sense(status: int, tries: int) -> None:
    with odd_server(lambda _, handler: answer(handler, status=status)) as server, asker(server) as each:
        got = each.ask(question(server))
    assert (got.status, got.error, len(server.asked)) == (status, f"the server answered {status}", tries)


def test_an_answer_that_cannot_be_read_is_not_asked_for_again() -> None:
    with odd_server(lambda _, handler: answer(handler, b"<html>")) as server, asker(server) as each:
        got = each.ask(question(server))
    assert (got.status, got.error, len(server.asked)) == (200, "the answer is a web page or XML", 1)


def test_a_header_that_drips_is_ended_by_the_clock() -> None:
    def drip(server: Server, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nx-slow: ")
        while not server.stop.wait(0.05):
            handler.wfile.write(b"a")

    with odd_server(drip) as server, asker(server, limits=ChildLimits(wall=1)) as each:
        got = each.ask(question(server))
    assert (got.status, got.error) == (0, "no answer in 1 seconds")
    assert len(server.asked) <= 1, "asked once; on a busy machine the second is over before that"


def test_more_entries_than_any_feed_has_are_refused() -> None:
    ads = b", ".join(b"{}" for _ in range(5001))
    body = b'{"jobAds": [%s], "totalJobAdCount": 1}' % ads
    with odd_server(lambda _, handler: answer(handler, body)) as server, asker(server) as each:
        assert each.ask(question(server)).error == "more than 5000 entries"


def test_a_nested_answer_without_end_is_unreadable() -> None:
    with odd_server(lambda _, handler: answer(handler, b'{"a":' * 200_000)) as server, asker(server) as each:
        assert each.ask(question(server)).error == "the answer is nested too deeply"


def test_an_answer_of_a_thousand_ads_in_one_another_is_refused() -> None:
    body = b'{"jobAds": [], "totalJobAdCount": 0, "a": %s%s}' % (b"[" * 100, b"]" * 100)
    with odd_server(lambda _, handler: answer(handler, body)) as server, asker(server) as each:
        assert each.ask(question(server)).error == "the answer is nested too deeply"


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "text/html; charset=utf-8", ""])
def test_the_stated_type_of_an_answer_plays_no_part(kind: str) -> None:
    def reply(_: Server, handler: BaseHTTPRequestHandler) -> None:
        answer(handler, EMPTY, Content_Type=kind)

    with odd_server(reply) as server, asker(server) as each:
        assert each.ask(question(server)).page is not None


@pytest.mark.parametrize(
    "body", [b"", b"\x89PNG\r\n", b"<html><h1>Vi er straks tilbage</h1></html>", b"\x00" * 99]
)
def test_an_answer_of_another_kind_is_not_taken_for_an_empty_feed(body: bytes) -> None:
    with odd_server(lambda _, handler: answer(handler, body)) as server, asker(server) as each:
        got = each.ask(question(server))
    assert (got.page, got.status, got.error.startswith("the answer is ")) == (None, 200, True)
