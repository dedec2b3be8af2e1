"""P48: each page that shows a person to staff writes exactly one entry; walked from the map of addresses."""

from collections import Counter
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from factories import make_application, make_staff, move_to, sign_in
from portal import audit_chain, clock
from portal.audit_chain import Line
from portal.models.alarm import Alarm, AlarmKind
from portal.models.application import Application, State
from portal.models.audit import AuditEntry
from portal.models.staff import Role
from portal.privacy import oversight
from strict_client import StrictClient
from trust.figures import note
from whole_portal import addresses, fill

# Lists shorten a name to "Kim K.".
NAMES = (b"Kim K", b"Ida K", b"Ole K")
WHO = ("secretariat", "advisor", "admin")


def entries(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(AuditEntry)) or 0


def test_p48_each_page_that_names_a_person_to_staff_writes_one_entry(app: Flask, session: Session) -> None:
    whole = fill(app, session)
    ida = {"name": "Ida Kandidat", "phone": "20 22 33 44", "email": "ida@example.com"}
    ole = {"name": "Ole Kandidat", "phone": "20 33 44 55", "email": "ole@example.com"}
    move_to(session, make_application(session, person=ida), State.SCREENING)
    on_the_list = (State.SCREENING, State.HANDED_OVER, State.ACCEPTED, State.TALKED, State.WAITING)
    move_to(session, make_application(session, person=ole), *on_the_list)
    wrong, shown = {}, Counter[str]()
    for rule, _method, address in addresses(app, whole, {"GET"}):
        if not rule.rule.startswith("/personale"):
            continue
        for role in WHO:
            before = entries(session)
            response = whole.browsers[role].get(address)
            written = entries(session) - before
            names = response.status_code == 200 and any(name in response.data for name in NAMES)
            shown[rule.rule] += names
            if written != 1 and (names or written):
                wrong[f"{role} {rule.rule}"] = written
    assert wrong == {}
    naming = [rule for rule, count in shown.items() if count]
    assert len(naming) > 8
    note(48, f"{len(naming)} of {len(naming)} addresses that name a person write exactly one row")
    assert audit_chain.verify(session).wrong == ""


def looks(session: Session, staff_id: str, days_ago: int, count: int) -> None:
    at = clock.now() - timedelta(days=days_ago)
    for _number in range(count):
        line = Line(
            at=at, staff_id=staff_id, action="read", object_kind="queue", object_id="", purpose="case work"
        )
        audit_chain.add(session.connection(), line)
    session.commit()


def test_p48_who_looks_three_times_more_than_ever_raises_an_alarm_that_clears(session: Session) -> None:
    sanne = make_staff(session)
    for day in range(1, 11):
        looks(session, sanne.id, day, 30)
    looks(session, sanne.id, 0, 91)
    oversight.watch(session)
    session.commit()
    assert [alarm.kind for alarm in session.scalars(select(Alarm))] == [AlarmKind.LOOK_UPS]
    assert [(one.who, one.today, one.usual) for one in oversight.unusual(session)] == [(sanne.name, 91, 30)]
    session.execute(update(Alarm).values(since=clock.now()))
    looks(session, sanne.id, 1, 40)
    oversight.watch(session)
    session.commit()
    assert session.scalars(select(Alarm)).all() == []


@pytest.mark.parametrize(
    ("today", "usual", "alarm"), [(60, 0, False), (61, 0, True), (90, 30, False), (91, 30, True)]
)
def test_p48_three_times_ones_own_busy_day_is_the_limit(today: int, usual: int, alarm: bool) -> None:
    assert oversight.is_unusual(today, usual) is alarm


def test_p48_a_busy_day_is_the_95th_percentile_of_ones_own_days() -> None:
    assert oversight.p95(range(1, 21)) == 19
    assert oversight.p95([]) == 0


def test_p48_a_leader_gets_random_lookups_to_ask_about(client: StrictClient, session: Session) -> None:
    lene = make_staff(session, Role.LEADER, name="Lene Leder")
    looks(session, lene.id, 3, 25)
    looks(session, lene.id, 40, 5)
    sign_in(client, lene)
    page = client.get("/personale/persondata/opslag")
    assert page.text.count("Lene Leder") >= oversight.SAMPLE
    assert len(oversight.sample(session)) == oversight.SAMPLE
    assert session.scalars(select(Application)).all() == []


def test_p48_who_looked_unusually_often_is_named_with_what_is_usual(
    client: StrictClient, session: Session
) -> None:
    """Somebody new has no busy days yet, and three times none says nothing."""
    lene = make_staff(session, Role.LEADER, name="Lene Leder")
    looks(session, lene.id, days_ago=0, count=61)
    sign_in(client, lene)
    page = client.get("/personale/persondata/opslag").text
    assert "Lene Leder har set på 61 ting i dag. På en travl dag er det ellers 0." in page
