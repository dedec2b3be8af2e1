"""Pages laid together from pieces are the pages of this moment, of this reader, and escape what was typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm import Session

from board_ads import make_ad
from factories import SLAGELSE, make_consultant, make_posting
from portal import clock, frames
from portal.comfort import COOKIE
from portal.db import db
from portal.fragments import OVERHEAD, Fragments
from portal.models.agreement import Agreement, Cooperation
from portal.models.municipality import JobWorth, MunicipalityFacts
from portal.models.posting import Posting
from strict_client import StrictClient


@pytest.fixture(autouse=True)
def nothing_in_front(app: Flask) -> None:
    """Each page is made anew: what is kept here are pieces only."""
    app.wsgi_app = lambda environ, start: Flask.wsgi_app(app, environ, start)  # type: ignore[method-assign]


def add(session: Session, row: Any) -> None:
    if hasattr(row, "changed_at"):
        row.changed_at = clock.now()
    session.add(row)
    session.commit()


def job_worth(**changes: object) -> JobWorth:
    values = {
        "cost": 1,
        "saving": 2,
        "years": 6,
        "before": 3,
        "after": 4,
        "source": "En kilde",
        "source_year": 2025,
    }
    return JobWorth(**(values | {"caveat": "Et gennemsnit.", "entered_at": clock.now()} | changes))


def change(ad: Posting, **values: object) -> None:
    db.session.execute(update(Posting).where(Posting.id == ad.id).values(**values))
    db.session.commit()


@pytest.mark.parametrize(
    "values", [{"easy_title": "Nyt navn"}, {"employer": "Nyt Marked"}, {"town": "Nyby"}, {"deadline": None}]
)
@time_machine.travel("2026-11-22 10:00+01:00")
def test_a_card_and_a_page_are_drawn_again_when_their_ad_changes(
    client: StrictClient, session: Session, values: dict[str, object]
) -> None:
    ad, other = make_ad(session, deadline=date(2026, 11, 24)), make_ad(session)
    paths = ("/job", f"/job/{ad.id}-{ad.slug}", f"/job/{other.id}-{other.slug}")
    before = [client.get(path).text for path in (*paths, *paths)]
    change(ad, **values)
    after = [client.get(path).text for path in (*paths, *paths)]
    assert (before[:3] == before[3:], after[:3] == after[3:]) == (True, True)
    assert [one != two for one, two in zip(before[:3], after[:3], strict=True)] == [True, True, True]


def test_a_card_and_a_page_are_drawn_again_when_the_day_changes(
    client: StrictClient, session: Session
) -> None:
    with time_machine.travel("2026-11-22 23:59+01:00", tick=False):
        ad = make_ad(session, published_on=date(2026, 11, 22), deadline=date(2026, 12, 30))
        paths = ("/job", f"/job/{ad.id}-{ad.slug}")
        before = ["Ny i dag" in client.get(path).text for path in paths]
    with time_machine.travel("2026-11-23 00:00+01:00", tick=False):
        assert (before, ["Ny i dag" in client.get(path).text for path in paths]) == ([True] * 2, [False] * 2)


def closed(ad: Posting) -> dict[str, object]:
    return {"state": "closed"}


def over(ad: Posting) -> dict[str, object]:
    return {"deadline": date(2020, 1, 1)}


def another_name(ad: Posting) -> dict[str, object]:
    return {"slug": "et-andet-navn"}


@pytest.mark.parametrize(("how", "status"), [(closed, 410), (over, 410), (another_name, 301)])
def test_a_page_whose_parts_are_kept_is_shown_no_longer_than_its_ad(
    client: StrictClient, session: Session, how: Callable[[Posting], dict[str, object]], status: int
) -> None:
    ad = make_ad(session)
    address = f"/job/{ad.id}-{ad.slug}"
    assert [client.get(address).status_code for _ in "ab"] == [200, 200]
    change(ad, **how(ad))
    assert client.get(address).status_code == status


def test_the_numbers_beside_the_choices_are_those_of_this_moment(
    client: StrictClient, session: Session
) -> None:
    make_ad(session, trade="outdoors")
    before = client.get("/job").text
    make_ad(session, trade="outdoors")
    assert ("Have og gård (1)" in before, "Have og gård (2)" in client.get("/job").text) == (True, True)


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (make_posting, "Lige nu er der 1 ledigt job"),
        (make_consultant, "Ann Advis"),
        (
            lambda session: add(session, Agreement(municipality_code=SLAGELSE, kind=Cooperation.EXTENDED)),
            "Udvidet samarbejde",
        ),
        (lambda session: add(session, MunicipalityFacts(code=SLAGELSE, contact_name="Karin")), "Karin"),
        (
            lambda session: add(session, MunicipalityFacts(code=SLAGELSE, hired=7, hired_year=2025)),
            "7 fik job",
        ),
        (lambda session: add(session, job_worth(years=9)), "på 9 år"),
    ],
    ids=["ad", "consultant", "agreement", "contact", "figures", "worth"],
)
def test_a_municipalitys_page_is_drawn_again_when_anything_on_it_changes(
    client: StrictClient, session: Session, make: Callable[[Session], object], shown: str
) -> None:
    before = [client.get("/kommuner/slagelse").text for _ in "ab"]
    make(session)
    after = [client.get("/kommuner/slagelse").text for _ in "ab"]
    assert [shown in page for page in (*before, *after)] == [False, False, True, True]


def test_a_municipalitys_page_is_drawn_again_when_the_day_changes(
    client: StrictClient, session: Session
) -> None:
    with time_machine.travel("2026-11-22 23:59+01:00", tick=False):
        make_posting(session, published_on=date(2026, 11, 1), deadline=date(2026, 11, 22))
        ends = Agreement(municipality_code=SLAGELSE, kind=Cooperation.FORMAL, ends_on=date(2026, 11, 22))
        add(session, ends)
        before = client.get("/kommuner/slagelse").text
    with time_machine.travel("2026-11-23 00:00+01:00", tick=False):
        after = client.get("/kommuner/slagelse").text
    shown = [[words in page for words in ("1 ledigt job", "Formelt samarbejde")] for page in (before, after)]
    assert shown == [[True, True], [False, False]]


def test_each_municipality_has_its_own_page(client: StrictClient, session: Session) -> None:
    names = {"slagelse": "KLAPjob i Slagelse Kommune", "odense": "KLAPjob i Odense Kommune"}
    pages = {slug: client.get(f"/kommuner/{slug}").text for slug in (*names, *names)}
    assert [[name in pages[slug] for name in names.values()] for slug in names] == [
        [True, False],
        [False, True],
    ]


def test_the_front_page_counts_the_ads_of_this_moment(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    told = [client.get("/").text]
    make_ad(session)
    told.append(client.get("/").text)
    change(ad, state="closed")
    told.append(client.get("/").text)
    assert ["Lige nu er der 1 ledigt job." in page for page in told] == [True, False, True]


@pytest.mark.parametrize("path", ["/job", "/job?sted=4200", "/job?fag=butik", "/job?q=medarbejder"])
def test_what_stands_around_a_list_is_of_this_moment(
    client: StrictClient, session: Session, path: str
) -> None:
    """Distances, orders, numbers of pages: all count the ads."""
    for _ in range(20):
        make_ad(session)
    before = [client.get(path).text for _ in "ab"]
    make_ad(session)
    after = [client.get(path).text for _ in "ab"]
    told = [["20 jobs" in page, "21 jobs" in page, "side=2" in page] for page in (*before, *after)]
    assert told == [[True, False, False]] * 2 + [[False, True, True]] * 2


def test_each_reader_gets_the_frame_of_the_own_settings(app: Flask, session: Session) -> None:
    make_ad(session)
    seen = []
    for chosen in ("", "stor", "moerke.tydelig", ""):
        client = app.test_client()
        if chosen:
            client.set_cookie(COOKIE, chosen)
        seen.append(client.get("/job").text.partition("<head>")[0].partition("<html ")[2].strip())
    assert seen == [
        'lang="da">',
        'lang="da" class="kj-stor">',
        'lang="da" class="kj-moerke kj-tydelig">',
        'lang="da">',
    ]


@pytest.mark.parametrize(
    "path", ["/job?q={}", "/job?sted={}", "/job?fag={}", "/job?side=2&x={}", "/job?q={}+job"]
)
def test_what_was_typed_is_escaped_in_every_hole(client: StrictClient, session: Session, path: str) -> None:
    make_ad(session, title="Job <b>her</b>", employer='"><script>', town="<i>By</i>")
    page = client.get(path.format("%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).text
    assert [raw in page for raw in ("<script>", "<i>By", "<b>her")] == [False] * 3


def test_one_readers_words_are_on_no_other_readers_page(client: StrictClient, session: Session) -> None:
    make_ad(session)
    client.get("/job?q=hemmeligt&sted=Slagelse")
    assert "hemmeligt" not in client.get("/job").text


def test_a_stamp_and_its_macro_say_the_same(app: Flask) -> None:
    with app.test_request_context("/job"):
        pressed = frames.stamp("macros/links.html", "page_number", True).press(url=b"/x", number=b"7")
        assert pressed == frames.piece("macros/links.html", "page_number", True, "/x", 7)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 600)), max_size=60))
def test_pieces_take_no_more_than_their_room(puts: list[tuple[int, int]]) -> None:
    most = 3000
    kept = Fragments(most)
    for key, size in puts:
        kept.put(key, size, size)
        assert kept.get(key) == size
    held = [kept.get(key) for key in range(10) if kept.get(key) is not None]
    assert (sum(size + OVERHEAD for size in held) <= most, len(kept)) == (True, len(held))


def test_what_is_too_large_for_its_room_is_not_kept() -> None:
    kept = Fragments(1000)
    kept.put("key", "old", 10)
    kept.put("key", "large", 1000)
    assert kept.get("key") is None


def test_a_new_version_takes_over_what_has_not_changed_and_keeps_the_old_apart() -> None:
    old = Fragments(10_000)
    for key in "abc":
        old.put(key, key, 10)
    new = old.without({"b"})
    old.put("d", "of a row that may be old", 10)
    assert [new.get(key) for key in "abcd"] == ["a", None, "c", None]
