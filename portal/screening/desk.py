"""A member of staff's own desk: lists of cases saved under a name, and the keyboard on or off."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from portal import audit, clock
from portal.db import db
from portal.models.desk import Desk, SavedView
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.staff import Staff

LONGEST_NAME: Final = 40
MOST: Final = 20
_SAVED: Final = (
    select(SavedView).where(SavedView.staff_id == bindparam("me")).order_by(func.lower(SavedView.name))
)
_STUCK: Final = select(func.count()).where(OutboxMessage.failed_at.is_not(None)).scalar_subquery()
_SHORTCUTS: Final = select(Desk.shortcuts).where(Desk.staff_id == bindparam("me")).scalar_subquery()
_GLANCE: Final = select(
    _STUCK.label("stuck"),
    _SHORTCUTS.label("shortcuts"),
    exists().where(SavedView.staff_id == bindparam("me")).label("views"),
    exists().where(Note.mentions_id == bindparam("me"), Note.mention_seen_at.is_(None)).label("mentions"),
)


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What lies on somebody's desk: how many mails no server takes, whether single keys do something, and
    whether there are saved lists and notes to read.
    """

    stuck: int
    shortcuts: bool
    views: bool
    mentions: bool


def glance(session: Session, staff: Staff) -> Glance:
    """What the lists of cases need to know besides the cases, in one query."""
    row = session.connection().execute(_GLANCE, {"me": staff.id}).one()
    return Glance(
        stuck=row.stuck,
        # Who has chosen nothing has them on.
        shortcuts=row.shortcuts is not False,
        views=bool(row.views),
        mentions=bool(row.mentions),
    )


def saved_views(session: Session, staff: Staff) -> list[SavedView]:
    """The lists that somebody has saved, in the order of their names."""
    return list(session.scalars(_SAVED, {"me": staff.id}))


def own_view(session: Session, staff: Staff, view_id: str) -> SavedView | None:
    """One of the lists that this person has saved."""
    return session.scalar(select(SavedView).where(SavedView.id == view_id, SavedView.staff_id == staff.id))


def save_view(session: Session, staff: Staff, name: str, query: str) -> bool:
    """Saves the filters of a list under a name, in the place of the one that had it, and commits.

    False where somebody has as many as there is room for.
    """
    views = saved_views(session, staff)
    same = next((view for view in views if view.name.casefold() == name.casefold()), None)
    if same is None and len(views) >= MOST:
        return False
    view = same or SavedView(staff_id=staff.id, name=name, query=query, created_at=clock.now())
    view.query = query
    session.add(view)
    audit.changed("save view", "view", view.id, purpose="own desk")
    session.commit()
    return True


def forget_view(view: SavedView) -> None:
    """Takes a list off the desk and commits."""
    db.session.delete(view)
    audit.changed("forget view", "view", view.id, purpose="own desk")
    db.session.commit()


def set_shortcuts(session: Session, staff: Staff, *, on: bool) -> None:
    """Turns single keys on or off for this person and commits."""
    session.merge(Desk(staff_id=staff.id, shortcuts=on))
    audit.changed("shortcuts", "desk", staff.id, purpose="own desk")
    session.commit()
