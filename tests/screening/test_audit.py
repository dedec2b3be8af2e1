"""What staff look at and change leaves one line each, with a purpose and without a value (promise 48)."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal.models.application import State
from portal.models.audit import AuditEntry
from portal.models.staff import Role
from strict_client import StrictClient

Line = tuple[str, str, str]


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


def _lines(session: Session) -> list[Line]:
    rows = session.scalars(select(AuditEntry).order_by(AuditEntry.number))
    return [(row.action, row.object_kind, row.object_id) for row in rows]


def test_reading_the_queue_leaves_one_line(sanne: StrictClient, session: Session) -> None:
    make_application(session)
    sanne.get("/personale")
    assert _lines(session) == [("read", "queue", "")]


def test_reading_a_case_leaves_one_line(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    sanne.get(case_path(application))
    assert _lines(session) == [("read", "application", application.id)]


def test_reading_ones_own_cases_leaves_one_line(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    client.get("/personale/mine")
    assert _lines(session) == [("read", "own queue", "")]


def test_a_decision_leaves_one_line_beside_the_reading_before(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    decide(sanne, application, "tag")
    assert _lines(session) == [
        ("read", "application", application.id),
        ("tag", "application", application.id),
    ]


def test_a_decision_that_failed_leaves_only_what_was_shown(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    decide(sanne, application, "luk", reason="")
    decide(sanne, application, "luk", reason="other", version="0")
    assert {line[0] for line in _lines(session)} == {"read"}
    assert len(_lines(session)) == 4


def test_a_case_that_is_not_ones_own_leaves_no_line(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    client.get(case_path(make_application(session)))
    assert _lines(session) == []


def test_each_line_names_who_and_what_for(client: StrictClient, session: Session) -> None:
    make_consultant(session)
    staff = make_staff(session, Role.LEADER, name="Lene Leder")
    sign_in(client, staff)
    application = move_to(session, make_application(session), State.SCREENING)
    decide(client, application, "videre", note="Hemmelig note")
    rows = session.scalars(select(AuditEntry)).all()
    assert {(row.staff_id, row.purpose) for row in rows} == {(staff.id, "case work")}
    assert all("Hemmelig" not in str(vars(row)) for row in rows)
