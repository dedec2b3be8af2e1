"""The demo's hand-over: a holiday with a deputy, a rule for students, trials, hires, and the waiting list."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.demo.people import address
from portal.models.application import Application, State
from portal.models.consultant import Absence, Consultant, RoutingException
from portal.models.heartbeat import AskedBy, Heartbeat
from portal.models.placement import Placement, PlacementKind
from portal.models.staff import Staff
from portal.status import actions

HALF_A_YEAR: Final = timedelta(days=190)


def hand_over(session: Session) -> None:
    """Adds what is missing, and commits; a demo that has it already stays as it is."""
    if session.scalar(select(Absence.id).limit(1)) is not None:
        return
    anna, bent, carla = (_consultant(session, name) for name in ("anna", "bent", "carla"))
    today = clock.today()
    session.add(
        Absence(consultant_id=bent.id, deputy_id=anna.id, first_on=today, last_on=today + timedelta(days=14))
    )
    session.add(RoutingException(fits="stu", municipality_code="", consultant_id=carla.id))
    for name, kind, length in (
        ("Theo Demo", PlacementKind.TRIAL, 27),
        ("Vagn Demo", PlacementKind.HIRE, None),
    ):
        _place(session, name, kind, length, by=anna)
    _was_hired_long_ago(session, "Vagn Demo")
    _asked(session, "Magda Demo", days=20, answered=False)
    _asked(session, "Niels Demo", days=10, answered=True)
    _has_answered(session, "Alma Demo")


def _consultant(session: Session, name: str) -> Consultant:
    query = select(Consultant).join(Staff, Staff.id == Consultant.staff_id)
    return session.scalars(query.where(Staff.email == address(name))).one()


def _case(session: Session, name: str) -> Application:
    token = crypto.token_hash(f"demo {name}")
    return session.scalars(select(Application).where(Application.token_hash == token)).one()


def _place(session: Session, name: str, kind: PlacementKind, length: int | None, *, by: Consultant) -> None:
    first: date = clock.today() - timedelta(days=10)
    row = Placement(
        application_id=_case(session, name).id,
        kind=kind,
        created_at=clock.now(),
        staff_id=by.staff_id,
        starts_on=first,
        ends_on=first + timedelta(days=length) if length else None,
        hours=None if length else 12,
        job_type="" if length else "skaanejob",
    )
    row.workplace = "Demomarked Slagelse"
    session.add(row)


def _was_hired_long_ago(session: Session, name: str) -> None:
    case = _case(session, name)
    case.state_since = clock.now() - HALF_A_YEAR


def _asked(session: Session, name: str, *, days: int, answered: bool) -> None:
    """A question on the waiting list; who did not answer is to be called."""
    case, asked = _case(session, name), clock.now() - timedelta(days=days)
    beat = Heartbeat(application_id=case.id, asked_at=asked, asked_by=AskedBy.MAIL)
    if answered:
        beat.answered_at, beat.still_wants = asked + timedelta(days=1), True
    else:
        beat.reminded_at, case.call_on = clock.now(), clock.today()
    assert case.state == State.WAITING
    session.add(beat)


def _has_answered(session: Session, name: str) -> None:
    """Has said more on the own page, for the group of the queue where an answer came in."""
    actions.add(session, _case(session, name), words="Jeg kan bedst arbejde om formiddagen.")
