"""Sources: when the next run is due, and what staff may do: approve or discard what a run holds back, pause
a source, turn it off and on.

The verbs change rows and leave the commit, and the line in the audit trail, to their caller.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from portal import clock, postings, twins
from portal.models.feed import FeedRun, Source
from portal.models.posting import RUNS_TO_CLOSE, ClosedReason, Posting, PostingState
from portal.models.staff import Staff

FEED_INTERVAL: Final = timedelta(hours=1)
SPREADSHEET: Final = "spreadsheet"
PUSH: Final = "push"
OWN: Final = "own"
"""The formats of sources that nobody fetches: partners hand their ads over, or editors write them."""


def next_run_at(session: Session, name: str) -> datetime | None:
    """When a source is to be fetched next: now if it never was, None while it waits for a person."""
    source = session.get(Source, name)
    if source is not None and why_not_fetched(source):
        return None
    newest = select(FeedRun.started_at).where(FeedRun.source == name).order_by(FeedRun.started_at.desc())
    started_at = session.scalar(newest.limit(1))
    return started_at + FEED_INTERVAL if started_at else clock.now()


def is_held() -> ColumnElement[bool]:
    """The condition that an ad would have closed, had not too many of its source wanted to close at once."""
    return and_(
        Posting.state != PostingState.CLOSED, Posting.missed_runs >= RUNS_TO_CLOSE, twins.is_not_over()
    )


def held_postings(session: Session, source: str) -> list[Posting]:
    """The ads of a source whose closing waits for a person, by title."""
    query = select(Posting).where(Posting.source == source, is_held()).order_by(Posting.title, Posting.id)
    return list(session.scalars(query))


def approve_held(session: Session, source: str, ids: Collection[str], *, by: Staff) -> int:
    """Closes those ads of `ids` that are still held; answers with how many.

    `ids` are the ads that the person was shown, so that none closes which came to be held only afterwards.
    One that is in the feed again opens again.
    """
    held = [row for row in held_postings(session, source) if row.id in ids]
    postings.close(session, held, ClosedReason.GONE, by=by)
    return len(held)


def discard_held(session: Session, source: str, ids: Collection[str]) -> int:
    """Leaves those ads of `ids` that are held open, as if they had never been missed; answers with how many.

    Two more complete runs without them hold them again.
    """
    held = [row for row in held_postings(session, source) if row.id in ids]
    for row in held:
        row.missing_since, row.missed_runs = None, 0
    return len(held)


def why_not_fetched(source: Source) -> str:
    """Why a source must wait for a person, as the end of a sentence in English; "" where it need not."""
    if source.off:
        return "is turned off"
    if source.paused:
        return "is paused"
    return "has ended: its server answered 410" if source.gone_at else ""


def pause(source: Source) -> None:
    """Stops fetching; the ads stay as they are until their last day."""
    source.paused = True


def resume(source: Source) -> None:
    """Fetches again, also from a source whose server had said that the feed has ended."""
    source.paused, source.gone_at = False, None


def switch_off(session: Session, source: Source, *, by: Staff) -> int:
    """Stops fetching and closes all ads of the source; answers with how many."""
    source.off = True
    live = select(Posting).where(Posting.source == source.name, Posting.state != PostingState.CLOSED)
    rows = list(session.scalars(live))
    postings.close(session, rows, ClosedReason.GONE, by=by)
    return len(rows)


def switch_on(source: Source) -> None:
    """Fetches again; the next run opens the ads that are still in the feed.

    What the source remembers of its pages is forgotten, so that every page is read in full.
    """
    source.off, source.memory = False, {}
    resume(source)
