"""Cases: hand in an application, move it from state to state, and who may see it.

Everything that changes a state comes through `move`; everything that lists cases through `visible_to`.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true, update
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.models.application import MOVES, Application, FilledBy, Move, State
from portal.models.candidate import Candidate
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.staff import Role, Staff

REFERENCE_LENGTH = 8
# What a consultant sees: cases handed to them, and fleksjob cases that wait for their word.
WITH_CONSULTANT = (
    State.VISITATION,
    State.HANDED_OVER,
    State.ACCEPTED,
    State.TALKED,
    State.WAITING,
    State.TRIAL,
    State.HIRED,
    State.FOLLOWED_UP,
)


class MoveRefusedError(Exception):
    """The move is not allowed from where the case stands."""


class StaleError(Exception):
    """Somebody else has moved the case since it was read."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who an application is about, as the person or the helper wrote it."""

    name: str
    phone: str
    email: str
    place: str
    municipality_code: str | None


def submit(
    session: Session, application: Application, person: Person, *, consent_text: str, days: int
) -> None:
    """Turns a draft into a received case with a candidate and a reference. The caller commits.

    `days` is how many working days the secretariat has for an answer. A case that somebody filled in for
    the person waits for the person's own yes.
    """
    now = clock.now()
    application.candidate = Candidate(
        created_at=now,
        municipality_code=person.municipality_code,
        name=person.name,
        phone=person.phone,
        email=person.email,
        place=person.place,
    )
    application.municipality_code = person.municipality_code
    application.reference = crypto.unmistakable(REFERENCE_LENGTH)
    application.submitted_at = now
    application.answer_by = _end_of(clock.add_working_days(clock.to_local(now).date(), days))
    application.consent_text = consent_text
    application.consented_at = now
    move(session, application, State.RECEIVED, by=None)
    if application.filled_by == FilledBy.HELPER:
        move(session, application, State.AWAITING_CONSENT, by=None)
    else:
        application.person_agreed_at = now
        application.person_agreed_how = "self"


def _end_of(day: Any) -> datetime:
    return datetime.combine(day, time(23, 59, 59), clock.COPENHAGEN)


def move(
    session: Session,
    application: Application,
    to: State,
    *,
    by: Staff | None,
    reason: str = "",
    note: str = "",
) -> Move:
    """Moves a case and writes who, when, from, to and why. The caller commits.

    Raises MoveRefusedError where the map of moves, or a missing consent, says no, and StaleError where
    somebody else has moved the case since `application` was read.
    """
    session.flush()
    refuse_unless_allowed(application, to)
    now = clock.now()
    came_from, version = application.state, application.version
    hit = session.execute(
        update(Application)
        .where(Application.id == application.id, Application.version == version)
        .values(state=to, version=version + 1, state_since=now, updated_at=now)
        .execution_options(synchronize_session="evaluate")
    )
    if hit.rowcount != 1:  # type: ignore[attr-defined]
        raise StaleError
    step = session.scalar(select(func.count()).where(Move.application_id == application.id)) or 0
    row = Move(
        application_id=application.id,
        step=step + 1,
        at=now,
        staff_id=by.id if by else None,
        from_state=came_from,
        to_state=to,
        reason=reason,
        note=note,
    )
    session.add(row)
    return row


def refuse_unless_allowed(application: Application, to: State) -> None:
    """Raises MoveRefusedError where a case cannot go to `to`."""
    if to not in MOVES[application.state]:
        raise MoveRefusedError(f"{application.state} -> {to}")
    if to in WITH_CONSULTANT and application.person_agreed_at is None:
        raise MoveRefusedError("consent is missing")


def allowed_moves(application: Application) -> frozenset[State]:
    """Where a case may go now."""
    return frozenset(to for to in MOVES[application.state] if _is_allowed(application, to))


def _is_allowed(application: Application, to: State) -> bool:
    try:
        refuse_unless_allowed(application, to)
    except MoveRefusedError:
        return False
    return True


def visible_to(staff: Staff) -> ColumnElement[bool]:
    """The condition that picks the cases `staff` may see; drafts are nobody's.

    The secretariat sees all. A consultant sees what was handed over, in the consultant's own
    municipalities as they are now. Others see none.
    """
    sent = Application.state != State.DRAFT
    if staff.has(Role.SECRETARIAT, Role.LEADER):
        return and_(sent, true())
    if not staff.has(Role.CONSULTANT):
        return false()
    mine = (
        select(ConsultantMunicipality.municipality_code)
        .join(Consultant)
        .where(Consultant.staff_id == staff.id)
    )
    own = select(Consultant.id).where(Consultant.staff_id == staff.id)
    return and_(
        Application.state.in_(WITH_CONSULTANT),
        or_(Application.municipality_code.in_(mine), Application.municipality_code.is_(None)),
        Application.consultant_id.in_(own),
    )


def find(session: Session, staff: Staff, application_id: str) -> Application | None:
    """The case with this id if `staff` may see it; a foreign case is as absent as one that does not exist."""
    return session.scalar(select(Application).where(Application.id == application_id, visible_to(staff)))


def claim_lapses_at(application: Application) -> datetime | None:
    """When a claim on a case lapses if nothing happens: 30 minutes after it was made."""
    return application.claimed_at + timedelta(minutes=30) if application.claimed_at else None
