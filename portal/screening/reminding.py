"""Reminds the office by mail, once each working day, of answers that are past the promised day."""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock, limits, outbox
from portal.models.application import Application
from portal.models.staff import Role, Staff, StaffRole
from portal.screening.groups import OURS

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
FROM_HOUR: Final = 8
"""In Copenhagen: nobody is written to at night."""


def remind(session: Session) -> int:
    """Queues the mails that are due; gives how many. They tell how many wait, not who. Caller commits."""
    late = _late(session) if _is_time() else 0
    if not late:
        return 0
    address = f"{current_app.config['SETTINGS'].base_url}/personale"
    due = [staff for staff in _office(session) if _is_first_today(session, staff)]
    for staff in due:
        outbox.queue(session, "answers_late", to=staff.email, late=late, address=address)
    return len(due)


def _is_time() -> bool:
    today = clock.today()
    works = clock.add_working_days(today - timedelta(days=1), 1) == today
    return works and clock.to_local(clock.now()).hour >= FROM_HOUR


def _late(session: Session) -> int:
    late = Application.state.in_(OURS) & (Application.answer_by < clock.now())
    return session.scalar(select(func.count()).where(late)) or 0


def _office(session: Session) -> list[Staff]:
    query = select(Staff).join(StaffRole).where(Staff.active, StaffRole.role.in_(OFFICE)).distinct()
    return list(session.scalars(query.order_by(Staff.email)))


def _is_first_today(session: Session, staff: Staff) -> bool:
    tomorrow = datetime.combine(clock.today() + timedelta(days=1), time(), UTC)
    return limits.is_first(session, "late answers", staff.id, until=tomorrow)
