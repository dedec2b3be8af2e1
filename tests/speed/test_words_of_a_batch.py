"""After a batch of an import only the words of its own ads are read, however many ads there are."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_titles
from portal import versions
from portal.db import db
from portal.jobs.catalogue import open_ads
from portal.jobs.catalogue.vocabulary import Vocabulary
from strict_client import StrictClient

EARLIER = 60


def plan_of(folder: Path, asked: Iterable[tuple[str, tuple[object, ...]]]) -> list[str]:
    """How SQLite goes about the statements that read search words."""
    with closing(sqlite3.connect(folder / "portal.db")) as connection:
        return [
            str(row[3])
            for statement, values in asked
            if "posting_token" in statement
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]


def listened() -> list[tuple[str, tuple[object, ...]]]:
    """What is asked from now on."""
    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(
        db.engine, "before_cursor_execute", lambda _c, _u, told, values, *_: asked.append((told, values))
    )
    return asked


def test_only_the_words_of_the_ads_that_came_are_looked_at(portal_folder: Path, session: Session) -> None:
    for number in range(EARLIER):
        make_ad(session, reference=f"{number:03}")
    vocabulary = Vocabulary()
    vocabulary.bring_up_to(session, versions.number_of(session.connection()).number)
    make_ad(session, reference="new", title="Zebrapasser")
    asked = listened()
    vocabulary.bring_up_to(session, versions.number_of(session.connection()).number)
    steps = plan_of(portal_folder, asked)
    assert any(step.startswith("SEARCH posting_token") for step in steps)
    assert not [step for step in steps if step.startswith("SCAN")]
    assert any(word.startswith("zebrapas") for word in vocabulary)


def test_an_earlier_ad_with_the_same_word_is_not_looked_up(
    portal_folder: Path, session: Session, client: StrictClient
) -> None:
    for number in range(EARLIER):
        make_ad(session, reference=f"{number:03}", title="Zebrapasser")
    client.get("/job?q=zebrapasser")
    make_ad(session, reference="new", title="Zebrapasser")
    asked = listened()
    assert "61 job" in client.get("/job?q=zebrapasser").text
    steps = plan_of(portal_folder, asked)
    assert any(step.startswith("SEARCH posting USING INDEX ix_posting_revision") for step in steps)
    assert not [step for step in steps if step.startswith("SEARCH posting ") and "(id=?)" in step]


def test_a_batch_larger_than_what_is_read_at_once_is_shown_whole(
    session: Session, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_ads, "AT_ONCE", 2)
    make_ad(session, reference="first")
    client.get("/job")
    titles = {make_ad(session, easy_title=f"Zebra {number}").easy_title for number in range(5)}
    assert titles < set(shown_titles(client.get("/job").text))
