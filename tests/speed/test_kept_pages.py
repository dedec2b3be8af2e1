"""A kept page is never an old one: what it shows is as new as the last commit, in every process."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, update

from factories import make_posting
from feed_entries import batch, end, entry
from portal import clock, postings
from portal.db import db
from portal.jobs import actions
from portal.models.posting import ClosedReason, Posting, PostingState

Processes = tuple[Flask, Flask]
CHANGES = {
    "easy_title": "Hjælpe i laden",
    "employer": "Ny Testmarked",
    "town": "Korsør",
    "hours_max": 12.0,
    "trade": "garden",
    "job_type": "fleksjob",
    "published_on": date(2026, 1, 1),
    "deadline": date(2026, 11, 24),
    "slug": "et-andet-navn",
    "area": "fyn",
    "municipality_code": "0461",
}
IN_TEXT = {
    "title": "Et langt navn",
    "body_html": "<p>Du passer høns.</p>",
    "address": "Ny Gade 1",
    "postal_code": "4220",
    "lat": 56.1,
    "approved": None,
}


def seen(processes: Processes, path: str) -> list[str]:
    """What both processes answer, asked twice each: from the second time on it may come from memory."""
    return [app.test_client().get(path).text for app in processes for _ in range(2)]


def one_ad(app: Flask, **values: object) -> tuple[str, str]:
    with app.app_context():
        ad = make_posting(db.session(), **values)
        return ad.id, f"/job/{ad.id}-{ad.slug}"


def change(app: Flask, posting_id: str, **values: object) -> None:
    with app.app_context():
        db.session.execute(update(Posting).where(Posting.id == posting_id).values(**values))
        db.session.commit()


@time_machine.travel("2026-11-22 10:00+01:00")
def test_each_column_that_a_list_shows_is_new_at_the_next_request(processes: Processes) -> None:
    posting_id, _ = one_ad(processes[0])
    for name, value in CHANGES.items():
        before = seen(processes, "/job")
        change(processes[0], posting_id, **{name: value})
        after = seen(processes, "/job")
        assert (name, len(set(before)), len(set(after))) == (name, 1, 1)
        assert (name, after[0] != before[0]) == (name, name != "municipality_code")


@time_machine.travel("2026-11-22 10:00+01:00")
def test_each_column_that_an_ads_page_shows_is_new_at_the_next_request(processes: Processes) -> None:
    posting_id, address = one_ad(processes[0])
    for name, value in {**CHANGES, **IN_TEXT}.items():
        if name == "slug":
            continue
        before = seen(processes, address)
        change(processes[1], posting_id, **{name: value})
        after = seen(processes, address)
        assert (name, len(set(before)), len(set(after))) == (name, 1, 1)
        shown = name not in {"area", "lat", "hours_max", "approved", "published_on"}
        assert (name, shown and after[0] == before[0]) == (name, False)


def test_an_import_shows_at_the_next_request(processes: Processes) -> None:
    empty = seen(processes, "/job")
    with processes[1].app_context():
        start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
        actions.receive(start.run_id, batch(entry("a"), entry("b")))
        actions.finish_run(start.run_id, end("a", "b"))
    full = seen(processes, "/job")
    assert [page.count('class="kj-job"') for page in (*empty, *full)] == [0] * 4 + [2] * 4


def taken_down(posting_id: str) -> None:
    ad = db.session.get_one(Posting, posting_id)
    postings.close(db.session(), [ad], ClosedReason.TAKEN_DOWN)


def deleted(posting_id: str) -> None:
    db.session.execute(delete(Posting).where(Posting.id == posting_id))


def made_a_twin(posting_id: str) -> None:
    db.session.execute(update(Posting).where(Posting.id == posting_id).values(state=PostingState.DUPLICATE))


@pytest.mark.parametrize("end_of", [taken_down, deleted, made_a_twin])
def test_an_ad_that_is_gone_is_gone_at_the_next_request(
    processes: Processes, end_of: Callable[[str], None]
) -> None:
    one_ad(processes[0], easy_title="Bliver")
    posting_id, address = one_ad(processes[0], easy_title="Forsvinder")
    searched = "/job?q=bliver"
    assert ["Forsvinder" in page for page in seen(processes, "/job")] == [True] * 4
    assert {app.test_client().get(address).status_code for app in processes} == {200}
    seen(processes, searched)
    with processes[1].app_context():
        end_of(posting_id)
        db.session.commit()
    assert ["Forsvinder" in page for page in seen(processes, "/job")] == [False] * 4
    assert ["1 ledigt job" in page for page in seen(processes, "/")] == [True] * 4
    assert 200 not in {app.test_client().get(address).status_code for app in processes}


def test_what_was_rolled_back_is_never_shown(processes: Processes) -> None:
    posting_id, _ = one_ad(processes[0], easy_title="Gammelt navn")
    before = seen(processes, "/job")
    with processes[0].app_context():
        db.session.execute(update(Posting).where(Posting.id == posting_id).values(easy_title="Nyt navn"))
        db.session.flush()
        db.session.rollback()
    assert seen(processes, "/job") == before


def test_pages_change_at_midnight_in_copenhagen(processes: Processes) -> None:
    with time_machine.travel("2026-11-22 23:59+01:00", tick=False):
        one_ad(processes[0], easy_title="Slutter", deadline=clock.today())
        one_ad(processes[0], easy_title="Bliver", deadline=clock.today() + timedelta(days=9))
        before = seen(processes, "/job")
    with time_machine.travel("2026-11-23 00:00+01:00", tick=False):
        after = seen(processes, "/job")
    assert [("Slutter" in page, "Ny i dag" in page) for page in (before[1], after[1])] == [
        (True, True),
        (False, False),
    ]


def test_a_new_ad_is_found_by_its_words_at_the_next_request(processes: Processes) -> None:
    with processes[0].app_context():
        start = actions.begin_run(source="feed", feed_format="jobnet", rank=10)
        actions.receive(start.run_id, batch(entry("a", title="Hjælp i bageriet")))
    address = "/job?q=gartneriet"
    found = [page.count('class="kj-job"') for page in seen(processes, address)]
    with processes[0].app_context():
        actions.receive(start.run_id, batch(entry("b", title="Hjælp i gartneriet")))
    assert (found, [page.count('class="kj-job"') for page in seen(processes, address)]) == ([0] * 4, [1] * 4)
