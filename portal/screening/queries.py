"""Reads what the lists of cases show, and the mails that no server takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.models.application import Application, CameBy, FilledBy, State, Wish
from portal.models.candidate import Candidate
from portal.models.mail import OutboxMessage
from portal.models.posting import Posting
from portal.models.staff import Staff

# Put together once. Plain columns, because to make an object of each row takes most of the time of a list.
_WITH_PEOPLE: Final = (
    select(Application)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
    .options(joinedload(Application.candidate), selectinload(Application.wishes).joinedload(Wish.posting))
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
        Application.created_at,
        Application.submitted_at,
        Application.answer_by,
        Application.call_on,
        Application.claimed_by_id,
        Application.claimed_at,
        Application.candidate_id,
        Application.answers_sealed,
        Candidate.name_sealed,
    )
    .outerjoin(Candidate, Candidate.id == Application.candidate_id)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
)
_TITLES: Final = (
    select(
        Wish.application_id, func.coalesce(func.nullif(Posting.easy_title, ""), Posting.title).label("title")
    )
    .join(Posting, Posting.id == Wish.posting_id)
    .where(Wish.application_id.in_(bindparam("ids", expanding=True)))
    .order_by(Wish.added_at)
)
_STUCK: Final = select(func.count()).where(OutboxMessage.failed_at.is_not(None))


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What a line of a list tells of a case. `answers` is their JSON, `wishes` the titles of the jobs."""

    id: str
    state: State
    version: int
    filled_by: FilledBy | None
    fits: str
    came_by: CameBy
    municipality_code: str | None
    sent_at: datetime
    answer_by: datetime | None
    call_on: date | None
    claimed_by_id: str | None
    claimed_at: datetime | None
    candidate_id: str | None
    name: str
    answers: str
    wishes: tuple[str, ...]


def lines(session: Session, ids: Sequence[str]) -> dict[str, Listed]:
    """These cases by id, with all that a line of a list shows, in two queries."""
    if not ids:
        return {}
    wishes: dict[str, list[str]] = {}
    for wish in session.execute(_TITLES, {"ids": ids}):
        wishes.setdefault(wish.application_id, []).append(wish.title)
    rows = session.execute(_LINES, {"ids": ids})
    return {row.id: _listed(row, tuple(wishes.get(row.id, ()))) for row in rows}


def _listed(row: Any, wishes: tuple[str, ...]) -> Listed:
    return Listed(
        id=row.id,
        state=row.state,
        version=row.version,
        filled_by=row.filled_by,
        fits=row.fits,
        came_by=row.came_by,
        municipality_code=row.municipality_code,
        sent_at=row.submitted_at or row.created_at,
        answer_by=row.answer_by,
        call_on=row.call_on,
        claimed_by_id=row.claimed_by_id,
        claimed_at=row.claimed_at,
        candidate_id=row.candidate_id,
        name=Candidate.name.opened(row.candidate_id, row.name_sealed),
        answers=Application.answers.opened(row.id, row.answers_sealed),
        wishes=wishes,
    )


def with_people(session: Session, ids: Sequence[str]) -> dict[str, Application]:
    """These cases by id, with their people and jobs."""
    found = session.scalars(_WITH_PEOPLE, {"ids": ids}) if ids else ()
    return {application.id: application for application in found}


def staff_names(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """The names of members of staff by id."""
    wanted = {staff_id for staff_id in ids if staff_id}
    if not wanted:
        return {}
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def stuck_mails(session: Session) -> list[OutboxMessage]:
    """Mails that no server takes, oldest first."""
    query = select(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    return list(session.scalars(query.order_by(OutboxMessage.failed_at)))


def count_stuck_mails(session: Session) -> int:
    """How many mails no server takes."""
    return session.scalar(_STUCK) or 0


def stuck_mail(session: Session, message_id: str) -> OutboxMessage | None:
    """The stuck mail with this id, or None."""
    message = session.get(OutboxMessage, message_id)
    return message if message is not None and message.failed_at is not None else None
