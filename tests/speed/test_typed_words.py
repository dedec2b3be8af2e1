"""What is kept of a search is kept for what its words mean; the words are laid in for each reader anew."""

from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_titles
from portal import frames
from portal.db import db
from portal.jobs import filters, queries, typed
from portal.jobs.catalogue.open_ads import open_ads
from portal.jobs.forms import Wanted
from strict_client import StrictClient, parse


@pytest.fixture(autouse=True)
def nothing_in_front(app: Flask) -> None:
    app.wsgi_app = lambda environ, start: Flask.wsgi_app(app, environ, start)  # type: ignore[method-assign]


@given(st.text(min_size=1), st.text(max_size=5))
def test_a_piece_says_the_words_as_if_it_were_drawn_with_them(words: str, before: str) -> None:
    def drawn(wanted: Wanted) -> bytes:
        return frames.said(f"{before}{filters.url_of(wanted)}") + frames.said(f"»{wanted.words}«")

    wanted = Wanted(words=words, trade="shop")
    kept = typed.cut(drawn(typed.without(wanted)))
    assert kept.filled(typed.fillings(words)) == drawn(wanted)


def test_words_that_mean_the_same_share_what_is_kept(app: Flask, session: Session) -> None:
    make_ad(session)
    kept = []
    with app.test_request_context():
        for words in ("bageri", "BAGERI", " bageri!", "bageri"):
            app.test_client().get("/job", query_string={"q": words})
            kept.append(len(open_ads(db.session).sought))
    assert (kept[0] > 0, kept) == (True, [kept[0]] * 4)


def test_each_reader_sees_the_own_words_wherever_words_stand(client: StrictClient, session: Session) -> None:
    for _ in range(21):
        make_ad(session)
    for words in ("bageri", "BAGERI", "bageri <b>&'\"", "bageri »+%«"):
        page = client.get(f"/job?q={quote_plus(words)}").text
        tree = parse(page)
        links = [parse_qs(urlsplit(link.get("href", "")).query).get("q") for link in tree.iter("a")]
        fields = [field.get("value") for field in tree.iter("input") if field.get("name") == "q"]
        assert {tuple(each) for each in links if each} == {(words,)}
        assert (set(fields), f"»{words}«" in "".join(tree.find("head/title").itertext())) == ({words}, True)
        assert "hole-" not in page


def test_the_words_of_one_version_are_looked_for_again_in_the_next(
    client: StrictClient, session: Session
) -> None:
    make_ad(session, title="Pakker på lager")
    asked = ("/job?q=lager&orden=nyeste", "/job?q=lager", "/job?q=lager&sted=4200")
    before = [shown_titles(client.get(path).text) for path in (*asked, *asked)]
    make_ad(session, title="Hjælper på lager")
    after = [len(shown_titles(client.get(path).text)) for path in (*asked, *asked)]
    assert (len(before[0]), before, after) == (1, [before[0]] * 6, [2] * 6)


def test_what_another_thread_forgets_meanwhile_is_still_known_here(app: Flask, session: Session) -> None:
    with app.test_request_context():
        for _ in range(4):
            make_ad(session, title="Pakker på lager")
        queries.board(db.session, Wanted(words="lager"))
        [older] = open_ads(db.session).parts
        make_ad(session, title="Hjælper på lager")

        def forget(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            if "posting_token" in statement and "max(" in statement:
                older.segment.words.clear()

        event.listen(db.engine, "before_cursor_execute", forget)
        found = queries.board(db.session, Wanted(words="lager"))
        event.remove(db.engine, "before_cursor_execute", forget)
    assert (len(found.ads.parts), found.total) == (2, 5)


def test_words_without_end_leave_the_lists_that_all_ask_for(app: Flask, session: Session) -> None:
    make_ad(session)
    client = app.test_client()
    client.get("/job")
    with app.test_request_context():
        lists = len(open_ads(db.session).counted)
        for number in range(20):
            client.get(f"/job?q=bageri+{number}x")
        assert len(open_ads(db.session).counted) == lists
