"""What stands in front of Flask answers as HTTP says, for each reading setting, and nothing personal."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, session
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from conftest import settings_for
from factories import make_posting
from portal.access import audience_of
from portal.app import create_app
from portal.db import db
from portal.headers import is_personal
from portal.kept_page import KeptPage, Shelf, accepts_gzip
from portal.page_cache import cacheable, is_cacheable
from strict_client import StrictClient


def kept(body: bytes = b"x" * 1000, kind: str = "text/html", status: str = "200 OK") -> KeptPage:
    return KeptPage(status, [("Content-Type", kind), ("Vary", "Cookie")], body)


def ask(page: KeptPage, method: str = "GET", **headers: str) -> tuple[str, dict[str, str], bytes]:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    environ = {"REQUEST_METHOD": method} | {f"HTTP_{name}": value for name, value in headers.items()}
    body = b"".join(page.answer(environ, lambda status, head, _error=None: told.append((status, head))))
    return told[0][0], dict(told[0][1]), body


def test_a_page_is_compressed_for_who_asks_and_has_another_mark_then() -> None:
    page = kept()
    plain, packed = ask(page), ask(page, ACCEPT_ENCODING="gzip, br")
    assert (plain[2], gzip.decompress(packed[2])) == (b"x" * 1000, b"x" * 1000)
    assert packed[1]["Content-Encoding"] == "gzip"
    assert packed[1]["ETag"] == plain[1]["ETag"].removesuffix('"') + '-gzip"'
    assert {plain[1]["Vary"], packed[1]["Vary"]} == {"Cookie, Accept-Encoding"}
    assert int(packed[1]["Content-Length"]) == len(packed[2]) < len(plain[2])


@pytest.mark.parametrize("asked", ["{etag}", 'W/{etag}, "other"', '"other", {etag}', "*"])
def test_a_reader_who_has_the_page_is_told_so(asked: str) -> None:
    etag = ask(kept())[1]["ETag"]
    status, headers, body = ask(kept(), IF_NONE_MATCH=asked.format(etag=etag))
    assert (status, body, headers) == (
        "304 NOT MODIFIED",
        b"",
        {"Vary": "Cookie, Accept-Encoding", "ETag": etag},
    )


def test_a_reader_with_another_page_gets_this_one() -> None:
    assert ask(kept(), IF_NONE_MATCH=ask(kept(b"y" * 1000))[1]["ETag"])[0] == "200 OK"


def test_an_ad_that_is_gone_stays_gone_whatever_a_reader_has() -> None:
    gone = kept(status="410 GONE")
    assert ask(gone, IF_NONE_MATCH=ask(gone)[1]["ETag"])[0] == "410 GONE"


def test_head_tells_the_length_and_sends_nothing() -> None:
    status, headers, body = ask(kept(), "HEAD")
    assert (status, headers["Content-Length"], body) == ("200 OK", "1000", b"")


@pytest.mark.parametrize("page", [kept(b"short"), kept(kind="image/png")])
def test_what_would_not_shrink_is_sent_as_it_is(page: KeptPage) -> None:
    assert "Content-Encoding" not in ask(page, ACCEPT_ENCODING="gzip")[1]


@pytest.mark.parametrize(
    ("accepted", "may"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("*;q=0", False),
        ("br", False),
        ("", False),
    ],
)
def test_gzip_is_sent_to_who_accepts_it(accepted: str, may: bool) -> None:
    assert accepts_gzip(accepted) is may


@given(st.text())
def test_any_header_is_understood_or_not(accepted: str) -> None:
    assert accepts_gzip(accepted) in {True, False}


def test_when_there_is_no_room_the_oldest_goes() -> None:
    pages = [kept(bytes(1000)) for _ in range(4)]
    shelf = Shelf((1, ""), 3 * pages[0].size)
    for number, page in enumerate(pages):
        shelf.put((str(number),), page)
    shelf.put(("2",), pages[2])
    assert list(shelf.pages) == [("1",), ("3",), ("2",)]


def test_a_page_larger_than_all_the_room_is_not_kept() -> None:
    shelf = Shelf((1, ""), 100)
    shelf.put(("a",), kept())
    assert shelf.pages == {}


@pytest.fixture
def counted(portal_folder: Path) -> Iterator[tuple[Flask, list[str]]]:
    """A portal that tells which pages Flask made itself."""
    app = create_app(settings_for(portal_folder, env="demo"))
    app.test_client_class = StrictClient
    made: list[str] = []
    app.before_request(lambda: made.append("made"))
    with app.app_context():
        make_posting(db.session())
    yield app, made
    with app.app_context():
        db.engine.dispose()


def test_reading_settings_have_pages_of_their_own(counted: tuple[Flask, list[str]]) -> None:
    app, made = counted
    for cookie in ("", "stor", "stor", "", "stor.luft", "luft.stor", "other=1; klapjob=x"):
        client = app.test_client()
        client.set_cookie("klapjob-laesning", cookie) if cookie else None
        assert client.get("/job").headers["Cache-Control"].startswith("public" if not cookie else "max-age")
    assert len(made) == 4


@pytest.mark.parametrize("tail", ["fbclid=abc", "utm_source=x&utm_medium=y", "fag=butik&gclid=1", "mc_eid=2"])
def test_where_a_reader_comes_from_makes_no_page_of_its_own(
    counted: tuple[Flask, list[str]], tail: str
) -> None:
    app, made = counted
    plain = "/job?fag=butik" if "fag" in tail else "/job"
    assert app.test_client().get(plain).data == app.test_client().get(f"/job?{tail}").data
    assert len(made) == 1


def test_a_foreign_name_is_refused_though_the_page_is_kept(counted: tuple[Flask, list[str]]) -> None:
    app, _ = counted
    client = app.test_client()
    assert client.get("/job").status_code == 200
    assert client.get("/job", headers={"Host": "evil.example"}).status_code == 400


def test_files_are_kept_for_ever_and_compressed(counted: tuple[Flask, list[str]]) -> None:
    app, made = counted
    answers = [
        app.test_client().get("/static/css/portal.css?v=1", headers={"Accept-Encoding": "gzip"}) for _ in "ab"
    ]
    assert [answer.headers["Content-Encoding"] for answer in answers] == ["gzip"] * 2
    assert {"max-age=31536000" in answer.headers["Cache-Control"] for answer in answers} == {True}
    assert len(made) == 1


def test_a_view_that_looks_into_the_session_is_never_kept(portal_folder: Path) -> None:
    app = create_app(settings_for(portal_folder, env="demo"))

    @app.get("/test")
    @cacheable
    def personal() -> str:
        return str(session.get("draft", "nothing"))

    personal.audience = audience_of(app.view_functions["jobs.board"])  # type: ignore[attr-defined]
    answers = [app.test_client().get("/test").headers.get("Cache-Control") for _ in "ab"]
    with app.app_context():
        db.engine.dispose()
    assert answers == [None, None]


def test_no_page_that_may_be_kept_is_personal_or_for_staff(app: Flask) -> None:
    """P41: what a cache may keep holds nothing about a person."""
    kept_rules = [
        rule for rule in app.url_map.iter_rules() if is_cacheable(app.view_functions[rule.endpoint])
    ]
    wrong = [
        rule.rule
        for rule in kept_rules
        if is_personal(rule.rule)
        or not getattr(audience_of(app.view_functions[rule.endpoint]), "everyone", False)
    ]
    assert (wrong, {"jobs.front", "jobs.board", "jobs.show"} <= {rule.endpoint for rule in kept_rules}) == (
        [],
        True,
    )


def test_personal_pages_are_stored_nowhere(app: Flask) -> None:
    """P41: by route, whoever asks and whatever the answer is."""
    personal = [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and is_personal(rule.rule) and not rule.arguments
    ]
    client = FlaskClient(app)
    answers = {rule.rule: client.get(rule.rule).headers["Cache-Control"] for rule in personal}
    assert ({path for path, told in answers.items() if told != "no-store"}, len(answers) > 5) == (set(), True)
