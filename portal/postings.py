"""What more than one feature needs of postings: selections, the easy parts of one, and closing them."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from portal import clock, twins
from portal.easyread import easy_text
from portal.easyread.ad import EasyAd, from_json, read_ad
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff


def is_open() -> ColumnElement[bool]:
    """The condition that readers see an ad: its state is open and its last day has not passed.

    The day ends at midnight in Copenhagen, whether or not a run of the feed has closed the ad yet.
    """
    return and_(Posting.state == PostingState.OPEN, twins.is_not_over())


def open_postings() -> Select[Posting]:
    """All ads that readers see, newest first."""
    return select(Posting).where(is_open()).order_by(Posting.published_on.desc(), Posting.id)


def open_posting(session: Session, posting_id: str) -> Posting | None:
    """The open ad with this public id, or None."""
    return session.scalar(select(Posting).where(Posting.id == posting_id, is_open()))


def easy_ad(ad: Posting) -> EasyAd:
    """The easy parts of an ad as readers see them: an editor's approved text over the machine's reading."""
    return easy_text.over(machine_ad(ad), easy_text.from_json(ad.approved))


def machine_ad(ad: Posting) -> EasyAd:
    """The machine's reading of an ad; one stored by an older version of the portal is made afresh."""
    try:
        return from_json(ad.easy)
    except ValueError:
        fresh = read_ad(
            title=ad.title,
            employer=ad.employer,
            town=ad.town,
            body_html=ad.body_html,
            hours_min=ad.hours_min,
            hours_max=ad.hours_max,
        )
        return replace(fresh, title=(ad.easy_title if ad.approved is None else "") or fresh.title)


def close(
    session: Session,
    rows: Iterable[Posting],
    reason: ClosedReason,
    *,
    by: Staff | None = None,
    note: str = "",
) -> None:
    """Closes ads; `by` is the person who did, `note` the reason that was given. The caller commits.

    Of the same jobs at other sources the next one is shown, unless a person said that the job is over.
    """
    now, closed = clock.now(), list(rows)
    for row in closed:
        row.state, row.closed_reason, row.closed_at = PostingState.CLOSED, reason, now
        row.closed_by_id, row.duplicate_of_id = by.id if by else None, None
        row.closed_note = note
    session.flush()
    twins.settle(session, {key for row in closed for key in row.twin_keys}, followers=closed)


def reopen(session: Session, row: Posting) -> None:
    """Opens an ad again that a person, its feed or the calendar had closed. The caller commits.

    Absence is counted from now on; where the same job stands at another source, one of the two is shown.
    """
    row.state, row.closed_reason, row.closed_at = PostingState.OPEN, None, None
    row.closed_by_id, row.closed_note = None, ""
    row.missing_since, row.missed_runs, row.changed_at = None, 0, clock.now()
    session.flush()
    twins.settle(session, set(row.twin_keys))
