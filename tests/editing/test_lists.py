"""The editors' list: why each ad stands there, what readers see most first, and who may look."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from board_ads import counted_queries, make_ad
from editing_room import write
from factories import make_staff, sign_in
from portal import clock
from portal.editing import queries
from portal.editing.queries import Group
from portal.models.posting import Posting
from portal.models.staff import Role
from portal.models.visit import VisitCount
from strict_client import StrictClient


def titles(session: Session, group: Group) -> list[str]:
    session.expire_all()
    return [row.title for row in queries.overview(session).groups[group]]


def see(session: Session, ad: Posting, times: int, *, days_ago: int = 0) -> None:
    day = clock.today() - timedelta(days=days_ago)
    session.add(VisitCount(day=day, kind="job", subject=ad.id, count=times))
    session.commit()


def test_an_ad_stands_in_the_first_group_that_fits(editor: StrictClient, session: Session) -> None:
    make_ad(session, easy_title="Ny")
    make_ad(session, easy_title="Uden sted", municipality_code=None)
    changed = make_ad(session, easy_title="Ændret")
    write(editor, changed, "approve", title="Ændret")
    session.get_one(Posting, changed.id).differs_since = clock.now()
    session.commit()
    approved = make_ad(session)
    write(editor, approved, "approve", title="Godkendt")
    assert {group: titles(session, group) for group in Group} == {
        Group.CHANGED: ["Ændret"],
        Group.NO_PLACE: ["Uden sted"],
        Group.MACHINE: ["Ny"],
        Group.APPROVED: ["Godkendt"],
        Group.CLOSED: [],
    }


def test_what_was_seen_most_in_the_last_thirty_days_stands_first(session: Session) -> None:
    often, once, before = (make_ad(session, easy_title=title) for title in ("Tit", "Lidt", "Før"))
    see(session, once, 1)
    see(session, often, 7)
    see(session, before, 99, days_ago=30)
    assert titles(session, Group.MACHINE) == ["Tit", "Lidt", "Før"]


def test_the_list_takes_the_same_number_of_queries_however_long_it_is(
    editor: StrictClient, session: Session
) -> None:
    numbers = []
    for more in (1, 5):
        for number in range(more):
            make_ad(session, title=f"Bilka Slagelse - job {number}")
        editor.get("/personale/jobopslag")
        with counted_queries() as statements:
            editor.get("/personale/jobopslag")
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]


def test_a_long_group_shows_its_first_and_leads_to_the_rest(editor: StrictClient, session: Session) -> None:
    for number in range(17):
        make_ad(session, easy_title=f"Job {number:02}")
    page = editor.get("/personale/jobopslag").text
    assert ("Job 14" in page, "Job 15" in page, "Se alle 17" in page) == (True, False, True)
    assert "Job 16" in editor.get("/personale/jobopslag?gruppe=computer").text


@pytest.mark.parametrize("group", ["aendret", "godkendt", "lukket", "vrøvl"])
def test_an_empty_or_unknown_group_is_answered_kindly(editor: StrictClient, group: str) -> None:
    assert editor.get(f"/personale/jobopslag?gruppe={group}").status_code == 200


@pytest.mark.parametrize("role", [Role.LEADER, Role.SECRETARIAT])
def test_leader_and_secretariat_read_and_change_nothing(app: Flask, session: Session, role: Role) -> None:
    ad = make_ad(session)
    client = sign_in(app.test_client(), make_staff(session, role))
    page = client.get(f"/personale/jobopslag/{ad.id}").text
    assert "Pakke brød" in page
    assert "Godkend teksten" not in page
    assert client.get("/personale/jobopslag").status_code == 200
    for verb in ("/tekst", "/ned", "/op", "/sted"):
        assert client.post(f"/personale/jobopslag/{ad.id}{verb}").status_code in {400, 404}


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMIN])
def test_others_do_not_find_the_list(app: Flask, session: Session, role: Role) -> None:
    ad = make_ad(session)
    client = sign_in(app.test_client(), make_staff(session, role))
    assert client.get("/personale/jobopslag").status_code == 404
    assert client.get(f"/personale/jobopslag/{ad.id}").status_code == 404
