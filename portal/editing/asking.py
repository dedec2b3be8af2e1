"""The worker's part in own ads: it asks the author after 60 days, and closes 30 days later unanswered."""

from datetime import datetime

from flask import current_app
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from portal import clock, outbox, postings
from portal.editing.own import ASKED_AFTER, CLOSED_AFTER
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff

PAGE = "/personale/eget-opslag"
"""Where an author answers; the worker, who has no request, cannot ask for its address."""


def ask_and_close(session: Session) -> tuple[int, int]:
    """Asks the authors who are due, and closes what nobody answered for; answers with how many. Commits."""
    now = clock.now()
    silent, due = _unanswered(session, now), _due(session, now)
    for ad in silent:
        _close(session, ad)
    for ad in due:
        _ask(session, ad, now)
    _follow(session)
    session.commit()
    return len(due), len(silent)


def _due(session: Session, now: datetime) -> list[OwnAd]:
    query = _on_the_board().where(OwnAd.confirmed_at <= now - ASKED_AFTER, OwnAd.asked_at.is_(None))
    return list(session.scalars(query))


def _unanswered(session: Session, now: datetime) -> list[OwnAd]:
    return list(session.scalars(_on_the_board().where(OwnAd.asked_at <= now - CLOSED_AFTER)))


def _on_the_board() -> Select[OwnAd]:
    return (
        select(OwnAd)
        .join(Posting, Posting.id == OwnAd.posting_id)
        .where(OwnAd.state != OwnAdState.CLOSED, Posting.state != PostingState.CLOSED)
        .order_by(OwnAd.confirmed_at, OwnAd.id)
    )


def _ask(session: Session, ad: OwnAd, now: datetime) -> None:
    ad.asked_at = now
    # The calendar must not be quicker than the answer, however late the worker asks.
    session.get_one(Posting, ad.posting_id).expires_on = clock.to_local(now + CLOSED_AFTER).date()
    author = session.get_one(Staff, ad.author_id)
    if author.active:
        base = current_app.config["SETTINGS"].base_url
        outbox.queue(session, "own_ad", to=author.email, address=f"{base}{PAGE}/{ad.id}")


def _close(session: Session, ad: OwnAd) -> None:
    """Closes an ad as the calendar does, so that it can open again, and puts it on the editors' list."""
    posting = session.get_one(Posting, ad.posting_id)
    postings.close(session, [posting], ClosedReason.DEADLINE, note="Ingen svarede på, om jobbet er ledigt.")
    ad.state, ad.closed_silently = OwnAdState.CLOSED, True


def _follow(session: Session) -> None:
    """Notes which own ads the calendar has closed: those past their deadline, and those never asked about."""
    over = (
        select(OwnAd, Posting)
        .join(Posting, Posting.id == OwnAd.posting_id)
        .where(OwnAd.state != OwnAdState.CLOSED, Posting.closed_reason == ClosedReason.DEADLINE)
    )
    for ad, posting in session.execute(over):
        ad.state, ad.closed_silently = OwnAdState.CLOSED, posting.deadline is None
