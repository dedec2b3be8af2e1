"""What the worker does for alerts: tells of new jobs, asks before a year is over, forgets."""

import logging
from datetime import timedelta
from typing import Final

from flask import current_app
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import clock
from portal.alerts import actions
from portal.crypto import CannotOpenError
from portal.lookout import lookout
from portal.models.subscription import Subscription

MOST_JOBS: Final = 10
WARNED_BEFORE: Final = timedelta(days=14)
AGAIN_AFTER: Final = timedelta(hours=1)

log = logging.getLogger(__name__)


def tell_due(session: Session) -> int:
    """Queues a message for each wish that is due and has new jobs; gives how many. One transaction each.

    One that cannot be opened is tried again later, and lets those behind it be told.
    """
    told = 0
    while (wish := _next_due(session)) is not None:
        try:
            told += _tell(session, wish)
        except CannotOpenError as error:
            session.rollback()
            wish.next_at = clock.now() + AGAIN_AFTER
            log.warning("An alert cannot be opened.", extra={"error": type(error).__name__})
        session.commit()
    session.commit()
    return told


def warn(session: Session) -> int:
    """Tells those whose year is over soon, once; gives how many. The caller commits."""
    soon = select(Subscription).where(
        Subscription.confirmed_at.is_not(None),
        Subscription.warned_at.is_(None),
        Subscription.expires_at <= clock.now() + WARNED_BEFORE,
        Subscription.expires_at > clock.now(),
    )
    warned = session.scalars(soon).all()
    for wish in warned:
        wish.warned_at = clock.now()
        actions.send(session, wish, "alert_ending", last_day=clock.to_local(wish.expires_at).date())
    return len(warned)


def forget(session: Session) -> None:
    """Deletes the wishes that are past their time. The caller commits."""
    session.execute(delete(Subscription).where(Subscription.expires_at <= clock.now()))


def _next_due(session: Session) -> Subscription | None:
    now = clock.now()
    due = (
        select(Subscription)
        .where(Subscription.next_at <= now, Subscription.expires_at > now)
        .order_by(Subscription.next_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return session.scalar(due)


def _tell(session: Session, wish: Subscription) -> bool:
    """Tells of what is new; nothing new is no message."""
    now = clock.now()
    news = lookout().new_since(session, wish.search, wish.told_until)
    wish.told_until, wish.next_at = now, actions.next_morning(now, wish.frequency)
    if not news:
        return False
    base = current_app.config["SETTINGS"].base_url
    board = f"{base}/job?{wish.search}&orden=nyeste" if wish.search else f"{base}/job?orden=nyeste"
    actions.send(session, wish, "alert_jobs", base=base, news=news[:MOST_JOBS], count=len(news), board=board)
    return True
