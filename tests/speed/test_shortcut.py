"""The shortcut gives what the cache in front of Flask gives, never an older page, and writes the same log."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update

from conftest import settings_for
from factories import make_posting
from portal.app import create_app
from portal.commands.serve import front_of
from portal.db import db
from portal.models.posting import Posting
from portal.replica import VERSION, Choice
from portal.serving.asking import AllTogether, Told
from portal.serving.front import Front
from portal.versions import Version, Watch
from serving.asked import answer_to, ask, scope_of

CSS = "/static/css/portal.css"
ASKED = [
    {},
    {"accept_encoding": "gzip, br"},
    {"if_none_match": '"unknown"'},
    {"if_none_match": "*"},
    {"cookie": "klapjob-laesning=stor.luft"},
    {"cookie": "klapjob=somebody"},
    {"range": "bytes=0-10"},
    {"host": "evil.example"},
]
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def served(portal_folder: Path) -> Iterator[tuple[Flask, Front, list[str]]]:
    """A portal as `serve` makes it, and what it lets Flask make."""
    app = create_app(settings_for(portal_folder, env="demo"))
    made: list[str] = []
    app.before_request(lambda: made.append("made"))
    with app.app_context():
        make_posting(db.session())
        front = front_of(app)
        yield app, front, made
        front.close()
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("path", ["/job", "/job?fag=butik&fbclid=x", CSS, "/job/findes-ikke", "/personale"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_answer_is_the_same_with_and_without_the_shortcut(
    served: tuple[Flask, Front, list[str]], path: str, method: str
) -> None:
    app, front, _ = served
    plain = Front(app, most_bytes=1000)
    for headers in ASKED:
        # Asked twice: the second answer is the kept one, where there is one.
        first, second = ask(front, path, method, **headers), ask(front, path, method, **headers)
        assert first == second == ask(plain, path, method, **headers)
    plain.close()


def test_a_kept_page_asks_flask_once_and_a_reader_who_has_it_gets_304(
    served: tuple[Flask, Front, list[str]],
) -> None:
    _, front, made = served
    etag = [ask(front, "/job") for _ in "abc"][-1].headers["etag"]
    again = ask(front, "/job", if_none_match=etag)
    assert (len(made), again.status, again.body, "content-length" in again.headers) == (1, 304, b"", False)


def test_a_change_shows_at_the_next_request(served: tuple[Flask, Front, list[str]]) -> None:
    _, front, _ = served
    old = [ask(front, "/job").body for _ in "ab"]
    db.session.execute(update(Posting).values(easy_title="Et helt nyt navn"))
    db.session.commit()
    new = [ask(front, "/job").body for _ in "ab"]
    assert [b"Et helt nyt navn" in body for body in (*old, *new)] == [False, False, True, True]


def test_two_processes_see_each_others_changes(processes: tuple[Flask, Flask]) -> None:
    fronts = [front_of(app) for app in processes]
    with processes[0].app_context():
        make_posting(db.session(), easy_title="Det første navn")
    seen = [[ask(front, "/job").body for _ in "ab"] for front in fronts]
    with processes[1].app_context():
        db.session.execute(update(Posting).values(easy_title="Det andet navn"))
        db.session.commit()
    seen += [[ask(front, "/job").body for _ in "ab"] for front in fronts]
    for front in fronts:
        front.close()
    names = [["Det første navn".encode() in body for body in pair] for pair in seen]
    assert names == [[True, True]] * 2 + [[False, False]] * 2


def test_a_header_that_came_twice_goes_the_long_way(served: tuple[Flask, Front, list[str]]) -> None:
    _, front, made = served
    scope = scope_of("/job", headers=(("Cookie", "a=1"), ("Cookie", "klapjob-laesning=stor")))
    assert [answer_to(front, scope).status for _ in "ab"] == [200, 200]
    assert ask(front, "/job", cookie="klapjob-laesning=stor").status == 200
    assert len(made) == 1


def test_each_kept_answer_has_its_line_in_the_log(
    served: tuple[Flask, Front, list[str]], portal_folder: Path
) -> None:
    _, front, _ = served
    ad = db.session.query(Posting).one()
    path = f"/job/{ad.id}-{ad.slug}"
    for agent in (BROWSER, BROWSER, "somebot/1.0"):
        ask(front, path, user_agent=agent)
    ask(front, path, "HEAD", user_agent=BROWSER)
    ask(front, CSS, user_agent=BROWSER)
    [file] = (portal_folder / "log").glob("access-*.jsonl")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line.get("subject") for line in lines] == [ad.id, ad.id, None, None]
    assert {(line["route"], line["status"]) for line in lines} == {("jobs.show", 200)}
    assert len({line["id"] for line in lines}) == 4


class Slow(Choice):
    """A database whose version goes up with each question, and that answers after a while."""

    def __init__(self) -> None:
        self.asked = 0

    def is_for_all(self, cookies: str) -> bool:
        return cookies == ""

    def read_by_all(self) -> tuple[Watch, Told]:
        return Unreached(), {}

    def version(self, _environ: object) -> Version:
        self.asked += 1
        return Version(self.asked, 0)


class Unreached(Watch):
    """Has no connection yet, so that a thread asks."""

    def __init__(self) -> None:
        pass

    def begin(self) -> None:
        return None


def test_a_server_is_asked_once_for_all_who_wait_and_never_before_they_came() -> None:
    choice = Slow()
    together = AllTogether(choice)

    async def scene() -> list[Told]:
        first = asyncio.create_task(together.version(""))
        await asyncio.sleep(0)
        while not choice.asked:
            await asyncio.sleep(0)
        # The first question may have been answered already: these came after it began, and need another.
        later = [asyncio.create_task(together.version("")) for _ in range(5)]
        return [await first, *[await one for one in later], await together.version("klapjob=x")]

    told = [told.get(VERSION) for told in asyncio.run(scene())]
    assert told == [Version(1, 0), *[Version(2, 0)] * 5, None]


def test_a_page_that_must_be_made_asks_once_which_version_its_data_have(
    served: tuple[Flask, Front, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, front, made = served
    choice: Choice = app.extensions["choice"]
    asked: list[Version | None] = []

    def note() -> Version | None:
        asked.append(Watch.now(choice.primary))
        return asked[-1]

    monkeypatch.setattr(choice.primary, "now", note)
    assert ask(front, "/job").status == 200
    assert len(made) == len(asked) == 1


@pytest.mark.parametrize("path", ["/personale", "/min-ansoegning", CSS])
def test_nobody_asks_for_the_version_where_no_page_is_kept(
    served: tuple[Flask, Front, list[str]], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    app, front, _ = served

    def refuse() -> Version | None:
        pytest.fail("The version was asked for.")

    choice: Choice = app.extensions["choice"]
    monkeypatch.setattr(choice.primary, "now", refuse)
    assert ask(front, path).status in {200, 302}
