"""Selections of postings that more than one feature needs."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from portal.models.posting import Posting, PostingState


def open_postings() -> Select[tuple[Posting]]:
    """All ads that readers see, newest first."""
    return (
        select(Posting)
        .where(Posting.state == PostingState.OPEN)
        .order_by(Posting.published_on.desc(), Posting.id)
    )


def open_posting(session: Session, posting_id: str) -> Posting | None:
    """The open ad with this public id, or None."""
    return session.scalar(select(Posting).where(Posting.id == posting_id, Posting.state == PostingState.OPEN))


def count_open(session: Session) -> int:
    """How many ads readers see."""
    return session.scalar(select(func.count()).where(Posting.state == PostingState.OPEN)) or 0
