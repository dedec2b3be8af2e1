"""A municipality's kept pages are as new as the last commit, in every process."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_consultant, make_posting
from portal import clock
from portal.db import db
from portal.models.agreement import Agreement, Cooperation
from portal.models.leaflet import Leaflet, LeafletState
from portal.models.municipality import MunicipalityFacts

Processes = tuple[Flask, Flask]
PAGES = ("/kommuner", "/kommuner/slagelse", "/kommuner/slagelse/folder")


def gives_a_consultant(session: Session) -> None:
    make_consultant(session)


def gives_a_job(session: Session) -> None:
    make_posting(session)


def gives_an_agreement(session: Session) -> None:
    session.add(Agreement(municipality_code=SLAGELSE, kind=Cooperation.EXTENDED, changed_at=clock.now()))
    session.commit()


def gives_a_contact(session: Session) -> None:
    session.add(MunicipalityFacts(code=SLAGELSE, contact_name="Karin Kontakt", changed_at=clock.now()))
    session.commit()


def gives_a_leaflet(session: Session) -> None:
    now = clock.now()
    session.add(
        Leaflet(
            municipality_code=SLAGELSE,
            number=1,
            state=LeafletState.PUBLISHED,
            texts={"title": "Slagelse siger velkommen"},
            created_at=now,
            changed_at=now,
        )
    )
    session.commit()


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        (gives_a_consultant, (False, True, True)),
        (gives_a_job, (False, True, True)),
        (gives_an_agreement, (True, True, False)),
        (gives_a_contact, (False, True, True)),
        (gives_a_leaflet, (False, False, True)),
    ],
)
def test_what_changes_is_shown_at_the_next_request(
    processes: Processes, change: Callable[[Session], None], shows: tuple[bool, ...]
) -> None:
    before = {page: seen(processes, page) for page in PAGES}
    with processes[1].app_context():
        change(db.session())
    after = {page: seen(processes, page) for page in PAGES}
    assert [len(set(pages[page])) for pages in (before, after) for page in PAGES] == [1] * 6
    assert tuple(before[page][0] != after[page][0] for page in PAGES) == shows


def seen(processes: Processes, path: str) -> list[str]:
    """What both processes answer, asked twice each: from the second time on it may come from memory."""
    return [app.test_client().get(path).text for app in processes for _ in range(2)]
