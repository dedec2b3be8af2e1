"""Cases: move an application from state to state, and who may see it; `portal.intake` hands it in.

Everything that changes a state comes through `move`; everything that lists cases through `visible_to`.
"""

from datetime import date, datetime, time, timedelta
from typing import Any, Final, Protocol

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, false, func, or_, select, update
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from portal import clock, routing, rows
from portal.models.application import MOVES, Application, FilledBy, Move, State
from portal.models.base import UtcDateTime
from portal.models.columns import written
from portal.models.staff import Role, Staff

# Whoever filled in for the person; the person's own yes is then asked for.
BY_OTHERS: Final = frozenset({FilledBy.HELPER, FilledBy.REFERRED})
# The reason of a step that takes the step before it back.
TAKEN_BACK: Final = "undo"
CLAIM_LASTS: Final = timedelta(minutes=30)
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

_TABLE: Final = Application.metadata.tables[Application.__tablename__]
_IF_CURRENT: Final = update(_TABLE).where(
    _TABLE.c.id == bindparam("this"),
    _TABLE.c.version == bindparam("read"),
    # Answers of a draft change without a version.
    _TABLE.c.updated_at == bindparam("read_at"),
)

# What the office sees: all that was sent in; drafts are nobody's.
SEEN_BY_OFFICE: Final = Application.state != written(State.DRAFT)

# Put together once. Whoever reads a case reads whose it is.
_ONE: Final = (
    select(Application)
    .where(Application.id == bindparam("wanted"))
    .options(joinedload(Application.candidate))
)
_ANY: Final = _ONE.where(SEEN_BY_OFFICE)


class MoveRefusedError(Exception):
    """The move is not allowed from where the case stands."""


class StaleError(Exception):
    """Somebody else has changed the case since it was read."""


class ClaimedError(Exception):
    """Somebody else has taken the case and is still at work on it."""


def promise_answer(application: Application, *, days: int, after: date | None = None) -> None:
    """Promises an answer by the end of the `days`th working day after today, or after another day."""
    application.answer_by = answer_day(days=days, after=after or clock.today())


def answer_day(*, days: int, after: date) -> datetime:
    """The end of the `days`th working day after a day."""
    return datetime.combine(clock.add_working_days(after, days), time(23, 59, 59), clock.COPENHAGEN)


def move(
    session: Session,
    application: Application,
    to: State,
    *,
    by: Staff | None,
    reason: str = "",
    note: str = "",
    **facts: Any,
) -> None:
    """Moves a case and writes who, when, from, to and why, and facts about it. The caller commits.

    Raises MoveRefusedError where the map of moves, or a missing consent, says no, and StaleError where
    somebody else has changed the case since `application` was read.
    """
    session.flush()
    refuse_unless_allowed(application, to)
    came_from = application.state
    _write_if_current(session, application, state=to, state_since=clock.now(), **facts)
    _add_step(session, application, came_from, by=by, reason=reason, note=note)


def correct(
    session: Session, application: Application, *, by: Staff | None, reason: str, note: str = "", **facts: Any
) -> None:
    """Writes facts about a case, such as its municipality, and a step that leads nowhere. The caller commits.

    Raises StaleError where somebody else has changed the case since `application` was read.
    """
    session.flush()
    _write_if_current(session, application, **facts)
    _add_step(session, application, application.state, by=by, reason=reason, note=note)


def take_back(session: Session, application: Application, *, by: Staff) -> None:
    """Puts a case back to where its last move came from, whatever the map of moves says. The caller commits.

    Raises MoveRefusedError where the last step was no move, or the person's own and so not ours to take
    back, and StaleError as `move` does.
    """
    session.flush()
    last = last_step(session, application)
    came_from = application.state
    if last is None or last.to_state != came_from or last.from_state in {came_from, State.DRAFT}:
        raise MoveRefusedError("there is no move to take back")
    if last.staff_id is None:
        raise MoveRefusedError("what the person did is the person's")
    _write_if_current(session, application, state=last.from_state, state_since=clock.now())
    _add_step(session, application, came_from, by=by, reason=TAKEN_BACK, note="")


def last_step(session: Session, application: Application) -> Move | None:
    """The newest step of a case."""
    query = select(Move).where(Move.application_id == application.id).order_by(Move.step.desc())
    return session.scalar(query.limit(1))


def _write_if_current(session: Session, application: Application, **values: Any) -> None:
    """Compare and set: writes only over the version that was read, and counts the version up."""
    current = {"this": application.id, "read": application.version, "read_at": application.updated_at}
    values |= {"version": application.version + 1, "updated_at": clock.now()}
    hit = session.connection().execute(_IF_CURRENT, values | current)
    if hit.rowcount != 1:
        raise StaleError
    for name, value in values.items():
        set_committed_value(application, name, value)


def _add_step(
    session: Session,
    application: Application,
    came_from: State,
    *,
    by: Staff | None,
    reason: str,
    note: str,
) -> None:
    # Nothing moves back into a draft, so the first step comes out of it.
    count = select(func.count()).where(Move.application_id == application.id)
    before = 0 if came_from is State.DRAFT else session.scalar(count) or 0
    step = Move(
        application_id=application.id,
        step=before + 1,
        at=clock.now(),
        staff_id=by.id if by else None,
        from_state=came_from,
        to_state=application.state,
        reason=reason,
        note=note,
    )
    rows.add(session, step)


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

    The secretariat sees all. A consultant sees what was handed over and is the consultant's own at this
    moment, as `portal.routing` says: a municipality that changes hands takes its cases along. Others see
    none.
    """
    if staff.has(Role.SECRETARIAT, Role.LEADER):
        return SEEN_BY_OFFICE
    if not staff.has(Role.CONSULTANT):
        return false()
    return and_(Application.state.in_(WITH_CONSULTANT), routing.is_with(staff))


def find(session: Session, staff: Staff, application_id: str) -> Application | None:
    """The case with this id if `staff` may see it; a foreign case is as absent as one that does not exist."""
    seen = visible_to(staff)
    query = _ANY if seen is SEEN_BY_OFFICE else _ONE.where(seen)
    return session.scalar(query, {"wanted": application_id})


def claim(session: Session, application: Application, staff: Staff) -> None:
    """Takes a case for `staff`, or keeps it taken for another while. The caller commits.

    Raises ClaimedError where somebody else has it. A claim lapses when nothing was done for 30 minutes.
    """
    session.flush()
    now = clock.now()
    free = or_(
        Application.claimed_by_id.is_(None),
        Application.claimed_by_id == staff.id,
        Application.claimed_at <= now - CLAIM_LASTS,
    )
    hit = session.execute(
        update(Application)
        .where(Application.id == application.id, free)
        .values(claimed_by_id=staff.id, claimed_at=now)
        .execution_options(synchronize_session=False)
    )
    if hit.rowcount != 1:  # type: ignore[attr-defined]
        raise ClaimedError
    session.refresh(application, ["claimed_by_id", "claimed_at"])


def release(application: Application) -> None:
    """Lets go of a case, so that anybody may take it. The caller commits."""
    application.claimed_by_id = application.claimed_at = None


class Claimable(Protocol):
    """A case, or what was read of one, as far as who has taken it."""

    @property
    def claimed_by_id(self) -> str | None: ...
    @property
    def claimed_at(self) -> datetime | None: ...


def claimed_by(application: Claimable) -> str | None:
    """The id of the member of staff who has the case now; None where nobody has, or the claim has lapsed."""
    if application.claimed_at is None or clock.now() - application.claimed_at >= CLAIM_LASTS:
        return None
    return application.claimed_by_id


# One for all conditions: each of its own would be worked out by itself, dozens of times in one query.
_LAPSED: Final = bindparam("lapsed", callable_=lambda: clock.now() - CLAIM_LASTS, type_=UtcDateTime())


def held_by(staff_id: str | BindParameter[str]) -> ColumnElement[bool]:
    """The condition that picks the cases that somebody has taken and not let go of.

    The time is asked for when the condition is used, so that it may be kept.
    """
    return and_(Application.claimed_by_id == staff_id, Application.claimed_at > _LAPSED)
