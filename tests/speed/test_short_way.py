"""The short way gives what Flask's own way gives: page, headers, errors and line in the log (ADR 31)."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask, session
from flask.ctx import RequestContext
from werkzeug.test import TestResponse

from conftest import settings_for
from factories import make_posting
from portal import clock
from portal.access import audience_of, public
from portal.app import create_app
from portal.db import db
from portal.models.posting import Posting, PostingState
from portal.page_cache import cacheable
from portal.short_way import Known

OPEN, OVER = "aaaaaaaaaa", "bbbbbbbbbb"
ASKED = [
    "/",
    "/?utm_source=x",
    "/job",
    "/job?side=2&fag=butik&q=%3Cb%3E",
    "/job?q=a%00b",
    f"/job?fag={'x' * 300}",
    "/job/",
    "//job",
    "/job/print",
    f"/job/{OPEN}",
    f"/job/{OPEN}-butiksmedarbejder",
    f"/job/{OVER}",
    "/job/findes-ikke",
    "/job/%C3%B8",
    "/job/<>",
    "/kommuner",
    "/kommuner/slagelse",
    "/kommuner/ingen",
    "/stu",
    "/stu/arbejdsdag/lager",
    "/stu/arbejdsdag/findes-ikke.pdf",
    "/personale",
]
SENT: list[dict[str, str]] = [
    {},
    {"User-Agent": "curl/8"},
    {"Cookie": "klapjob-laesning=stor"},
    {"Cookie": "klapjob=somebody"},
    {"Host": "evil.example"},
    {"If-None-Match": "*"},
    {"Range": "bytes=0-10"},
]


@pytest.fixture(params=[0, 32], ids=["no kept pages", "kept pages"])
def portals(request: pytest.FixtureRequest, portal_folder: Path) -> Iterator[tuple[Flask, Flask]]:
    """Two portals over the same rows. The second one has a hook that the short way does not know."""
    settings = settings_for(portal_folder, env="demo", page_cache_mib=request.param)
    short, own = create_app(settings), create_app(settings)
    own.before_request(lambda: None)
    with own.app_context():
        make_posting(db.session(), id=OPEN, slug="butiksmedarbejder")
        make_posting(db.session(), id=OVER, state=PostingState.CLOSED)
    yield short, own
    for app in (short, own):
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def told(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    return answer.status_code, sorted(answer.headers), answer.data


def logged(folder: Path) -> list[dict[str, object]]:
    lines = [line for path in (folder / "log").glob("*.jsonl") for line in path.read_text().splitlines()]
    return [{k: v for k, v in json.loads(line).items() if k not in {"id", "time", "ms"}} for line in lines]


def test_an_answer_is_the_same_on_both_ways(portals: tuple[Flask, Flask], portal_folder: Path) -> None:
    clients = [app.test_client(use_cookies=False) for app in portals]
    asked = [(path, "GET", headers) for path in ASKED for headers in SENT]
    asked += [(path, method, {}) for path in ASKED for method in ("HEAD", "POST")]
    for path, method, headers in asked:
        one, other = (told(client.open(path, method=method, headers=headers)) for client in clients)
        assert one == other, (path, method, headers)
    lines = logged(portal_folder)
    assert (lines[::2], len(lines) > len(asked)) == (lines[1::2], True)


def is_short(app: Flask, path: str, **headers: str) -> bool:
    context: RequestContext = app.test_request_context(path, headers=headers)
    return isinstance(context, Known)


def test_pages_that_are_asked_for_all_the_time_take_the_short_way(app: Flask) -> None:
    paths = ("/", "/job", "/job?side=2", f"/job/{OPEN}", "/kommuner/slagelse")
    assert [path for path in paths if not is_short(app, path)] == []


@pytest.mark.parametrize("path", ["/personale", "/ansoeg", "/kontakt", "/api/jobs", "/job/a/b"])
def test_no_other_page_does(app: Flask, path: str) -> None:
    assert not is_short(app, path)


def test_who_has_reading_settings_goes_flasks_own_way(app: Flask) -> None:
    assert not is_short(app, "/job", Cookie="klapjob-laesning=stor")


def test_a_hook_that_is_not_known_is_never_left_out(portals: tuple[Flask, Flask]) -> None:
    short, _ = portals
    short.after_request(lambda answer: (answer.headers.add("X-New", "yes"), answer)[1])
    assert short.test_client().get("/job").headers["X-New"] == "yes"


def test_a_name_that_is_not_ours_is_refused_after_one_that_is(portals: tuple[Flask, Flask]) -> None:
    client = portals[0].test_client()
    asked = ["localhost", "evil.example", "localhost", "evil.example"]
    assert [client.get("/job", headers={"Host": name}).status_code for name in asked] == [200, 400, 200, 400]


def test_addresses_carry_the_name_of_their_own_request(portals: tuple[Flask, Flask]) -> None:
    found = [
        portals[0].test_client().get(f"/job/{OPEN}", headers={"Host": name}).headers["Location"]
        for name in ("localhost", "127.0.0.1:8000", "localhost")
    ]
    assert found == [f"/job/{OPEN}-butiksmedarbejder"] * 3


def test_an_error_in_a_view_is_answered_as_ever(portals: tuple[Flask, Flask]) -> None:
    @public
    @cacheable
    def broken() -> str:
        raise OSError

    for app in portals:
        app.view_functions["jobs.board"] = broken
    one, other = (app.test_client().get("/job") for app in portals)
    assert (one.status_code, told(one)) == (500, told(other))


def test_a_view_that_looks_into_the_session_gives_a_page_for_one_reader(
    portals: tuple[Flask, Flask],
) -> None:
    @cacheable
    def personal() -> bytes:
        return str(session.get("draft", "nothing")).encode()

    short, _ = portals
    personal.audience = audience_of(short.view_functions["jobs.board"])  # type: ignore[attr-defined]
    short.view_functions["jobs.board"] = personal
    assert "public" not in short.test_client().get("/job").headers.get("Cache-Control", "")


def test_an_ad_that_ends_is_gone_at_the_next_request(portals: tuple[Flask, Flask]) -> None:
    short, own = portals
    page = f"/job/{OPEN}-butiksmedarbejder"
    before = short.test_client().get(page).status_code
    with own.app_context():
        ad = db.session.get_one(Posting, OPEN)
        ad.deadline = clock.today() - timedelta(days=1)
        db.session.commit()
    assert (before, short.test_client().get(page).status_code) == (200, 410)
