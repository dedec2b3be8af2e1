"""A member of staff's own desk: lists of cases saved under a name, and the keyboard on or off."""

from typing import Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from portal import audit, clock
from portal.db import db
from portal.models.desk import Desk, SavedView
from portal.models.staff import Staff

LONGEST_NAME: Final = 40
MOST: Final = 20
_SAVED: Final = (
    select(SavedView).where(SavedView.staff_id == bindparam("me")).order_by(func.lower(SavedView.name))
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


def has_shortcuts(session: Session, staff: Staff) -> bool:
    """Whether single keys do something for this person."""
    desk = session.get(Desk, staff.id)
    return desk is None or desk.shortcuts


def set_shortcuts(session: Session, staff: Staff, *, on: bool) -> None:
    """Turns single keys on or off for this person and commits."""
    session.merge(Desk(staff_id=staff.id, shortcuts=on))
    audit.changed("shortcuts", "desk", staff.id, purpose="own desk")
    session.commit()
