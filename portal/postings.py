"""Selections of postings that more than one feature needs, and closing them."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff
from portal.places import distance


def is_open() -> ColumnElement[bool]:
    """The condition that readers see an ad: its state is open and its last day has not passed.

    The day ends at midnight in Copenhagen, whether or not a run of the feed has closed the ad yet.
    """
    return and_(Posting.state == PostingState.OPEN, is_not_over())


def is_not_over() -> ColumnElement[bool]:
    """The condition that the last day which an ad states has not passed."""
    last_day = func.coalesce(Posting.deadline, Posting.expires_on)
    return or_(last_day.is_(None), last_day >= clock.today())


def open_postings() -> Select[Posting]:
    """All ads that readers see, newest first."""
    return select(Posting).where(is_open()).order_by(Posting.published_on.desc(), Posting.id)


def open_posting(session: Session, posting_id: str) -> Posting | None:
    """The open ad with this public id, or None."""
    return session.scalar(select(Posting).where(Posting.id == posting_id, is_open()))


def count_open(session: Session) -> int:
    """How many ads readers see."""
    return session.scalar(select(func.count()).select_from(Posting).where(is_open())) or 0


def nearest(session: Session, *, lat: float, lon: float, limit: int, without: str = "") -> list[str]:
    """The ids of the open ads nearest to a position in degrees, nearest first; `without` is left out.

    Positions are compared here and not in SQL, because a few hundred of them take a millisecond and every
    database then gives the same answer.
    """
    places = session.execute(
        select(Posting.id, Posting.lat, Posting.lon).where(
            is_open(), Posting.lat.is_not(None), Posting.lon.is_not(None), Posting.id != without
        )
    )
    measured = sorted((distance.km(lat, lon, row.lat, row.lon), row.id) for row in places)
    return [posting_id for _, posting_id in measured[:limit]]


def close(
    session: Session, rows: Iterable[Posting], reason: ClosedReason, *, by: Staff | None = None
) -> None:
    """Closes ads; `by` is the person who did. The caller commits."""
    now = clock.now()
    for row in rows:
        row.state, row.closed_reason, row.closed_at = PostingState.CLOSED, reason, now
        row.closed_by_id = by.id if by else None
    session.flush()
