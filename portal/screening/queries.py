"""Reads what the lists of cases show, and the mails that no server takes."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, joinedload, load_only, selectinload

from portal.models.application import Application, Wish
from portal.models.mail import OutboxMessage
from portal.models.posting import Posting
from portal.models.staff import Staff

# The queries of each line of a list are put together once. What a line does not show is not read.
_WITH_PEOPLE: Final = (
    select(Application)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
    .options(
        load_only(
            Application.state,
            Application.version,
            Application.reference,
            Application.filled_by,
            Application.fits,
            Application.came_by,
            Application.municipality_code,
            Application.created_at,
            Application.submitted_at,
            Application.answer_by,
            Application.call_on,
            Application.answers_sealed,
            Application.candidate_id,
            Application.claimed_by_id,
            Application.claimed_at,
            Application.person_agreed_at,
            raiseload=True,
        ),
        joinedload(Application.candidate),
        selectinload(Application.wishes)
        .joinedload(Wish.posting)
        .load_only(Posting.title, Posting.easy_title, raiseload=True),
    )
)
_STUCK: Final = select(func.count()).where(OutboxMessage.failed_at.is_not(None))


def with_people(session: Session, ids: Sequence[str]) -> dict[str, Application]:
    """These cases by id, with all that a line of a list shows."""
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
