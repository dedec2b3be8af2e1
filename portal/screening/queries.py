"""Reads what the lists of cases show, and the mails that no server takes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import and_, bindparam, false, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal import cases, same_person
from portal.models.application import OPEN, Application, CameBy, FilledBy, State, Wish
from portal.models.candidate import Candidate
from portal.models.columns import written
from portal.models.mail import OutboxMessage
from portal.models.posting import Posting
from portal.models.staff import Staff

Opener = Callable[[Any, bytes | None], str]
"""Opens a sealed column of the row with an id."""

# Put together once. Plain columns, because to make an object of each row takes most of the time of a list.
_WITH_PEOPLE: Final = (
    select(Application)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
    .options(joinedload(Application.candidate), selectinload(Application.wishes).joinedload(Wish.posting))
)
_JOBS: Final = Wish.application_id == Application.id
_FIRST_JOB: Final = (
    select(func.coalesce(func.nullif(Posting.easy_title, ""), Posting.title))
    .join(Wish, Wish.posting_id == Posting.id)
    .where(_JOBS)
    .order_by(Wish.added_at)
    .limit(1)
    .correlate(Application)
    .scalar_subquery()
)
_TWICE: Final = same_person.is_like_another(
    Application.candidate_id,
    among=and_(cases.SEEN_BY_OFFICE, Application.state.in_([written(state) for state in sorted(OPEN)])),
)
_LINES: Final = (
    select(
        Application.id,
        Application.state,
        Application.version,
        Application.filled_by,
        Application.fits,
        Application.came_by,
        Application.municipality_code,
        func.coalesce(Application.submitted_at, Application.created_at).label("sent_at"),
        Application.state_since,
        Application.answer_by,
        Application.call_on,
        Application.claimed_by_id,
        Application.claimed_at,
        Application.candidate_id,
        Application.answers_sealed,
        Candidate.name_sealed,
        _FIRST_JOB.label("job"),
        select(func.count()).where(_JOBS).correlate(Application).scalar_subquery().label("jobs"),
        _TWICE.label("twice"),
    )
    .outerjoin(Candidate, Candidate.id == Application.candidate_id)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
)
_BUT_TWICE: Final = _LINES.with_only_columns(*list(_LINES.selected_columns)[:-1], false().label("twice"))
_STAFF: Final = select(Staff.id, Staff.name).where(Staff.id.in_(bindparam("ids", expanding=True)))


class Listed(NamedTuple):
    """What a line of a list tells of a case, in the order of `_LINES`.

    `answers_sealed` is their JSON as it is kept, `job` the title of the first job that is named ("" for none)
    and `jobs` how many there are; `twice` where the person may have another open case, which is for the
    office to know.
    """

    id: str
    state: State
    version: int
    filled_by: FilledBy | None
    fits: str
    came_by: CameBy
    municipality_code: str | None
    sent_at: datetime
    state_since: datetime
    answer_by: datetime | None
    call_on: date | None
    claimed_by_id: str | None
    claimed_at: datetime | None
    candidate_id: str | None
    answers_sealed: bytes | None
    name: str
    job: str
    jobs: int
    twice: bool


def lines(session: Session, ids: Sequence[str], *, twice: bool = True) -> dict[str, Listed]:
    """These cases by id, with all that a line of a list shows, in one query.

    Whose person may have another open case is asked for only where it is shown, with `twice`.
    """
    if not ids:
        return {}
    # Not `session.execute`, which would look for objects to make of the rows.
    rows = session.connection().execute(_LINES if twice else _BUT_TWICE, {"ids": ids}).all()
    name = Candidate.name.opener()
    return {row.id: _listed(row, name) for row in rows}


def _listed(row: Any, name: Opener) -> Listed:
    *plain, name_sealed, job, jobs, twice = row
    opened = name(row.candidate_id, name_sealed)
    return Listed._make([*plain, opened, job or "", jobs, bool(twice) and row.state != State.MERGED])


def with_people(session: Session, ids: Sequence[str]) -> dict[str, Application]:
    """These cases by id, with their people and jobs."""
    found = session.scalars(_WITH_PEOPLE, {"ids": ids}) if ids else ()
    return {application.id: application for application in found}


def staff_names(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """The names of members of staff by id."""
    wanted = {staff_id for staff_id in ids if staff_id}
    if not wanted:
        return {}
    rows = session.connection().execute(_STAFF, {"ids": list(wanted)})
    return {row.id: row.name for row in rows}


def stuck_mails(session: Session) -> list[OutboxMessage]:
    """Mails that no server takes, oldest first."""
    query = select(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    return list(session.scalars(query.order_by(OutboxMessage.failed_at)))


def stuck_mail(session: Session, message_id: str) -> OutboxMessage | None:
    """The stuck mail with this id, or None."""
    message = session.get(OutboxMessage, message_id)
    return message if message is not None and message.failed_at is not None else None
