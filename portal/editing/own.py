"""Verbs of own ads: write, send to an editor, publish, say that the job is still vacant or is taken.

Each is one transaction with its line in the audit trail. Consultants draft; only editors publish.
"""

from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from portal import ad_index, audit, clock, crypto, edited, postings, sources, twins
from portal.access import me
from portal.db import db
from portal.editing import content as contents
from portal.editing.actions import StaleError
from portal.editing.content import Content
from portal.models.base import ID_LENGTH
from portal.models.feed import Source
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import ClosedReason, Posting
from portal.models.staff import Staff
from portal.places.recognise import place_of_ad

SOURCE: Final = "klapjob"
RANK: Final = 0
"""Among copies of one job, our own words come first."""
ASKED_AFTER: Final = timedelta(days=60)
CLOSED_AFTER: Final = timedelta(days=30)
PURPOSE: Final = "own ads"


class OverError(Exception):
    """The last day to apply for the job has passed."""


def begin(content: Content) -> OwnAd:
    """Makes a draft of the person signed in."""
    session, now = db.session(), clock.now()
    ad = OwnAd(
        author_id=me().id,
        created_at=now,
        content=contents.to_json(content),
        saved_at=now,
        saved_by_id=me().id,
    )
    session.add(ad)
    session.flush()
    _commit(session, "begin", ad)
    return ad


def save(ad: OwnAd, content: Content, version: int) -> None:
    """Keeps what was typed; readers see what they saw before. Raises StaleError."""
    session = db.session()
    _take(session, ad, content, version)
    _commit(session, "save", ad)


def send(ad: OwnAd, content: Content, version: int) -> None:
    """Gives a draft to the editors. Raises StaleError."""
    session = db.session()
    _take(session, ad, content, version)
    ad.state, ad.remark = OwnAdState.WAITING, ""
    _commit(session, "send", ad)


def send_back(ad: OwnAd, content: Content, version: int, remark: str) -> None:
    """Gives a draft back to its author, with the reason. Raises StaleError."""
    session = db.session()
    _take(session, ad, content, version)
    ad.state, ad.remark = OwnAdState.DRAFT, remark
    _commit(session, "send back", ad)


def publish(ad: OwnAd, content: Content, version: int) -> Posting:
    """Puts an ad on the board, or its new words in the place of the old ones. Raises StaleError."""
    session = db.session()
    _take(session, ad, content, version)
    posting = put_on_board(session, ad, content, by=me())
    _commit(session, "publish", ad)
    return posting


def put_on_board(session: Session, ad: OwnAd, content: Content, *, by: Staff) -> Posting:
    """The posting of an own ad, as `by` approves it. The caller commits."""
    posting = _posting(session, ad)
    for name, value in _values(content).items():
        setattr(posting, name, value)
    edited.show(posting, content.text)
    posting.changed_at = clock.now()
    session.flush()
    edited.approve(session, posting, by=by)
    _confirm(session, ad, posting)
    ad.state, ad.posting_id, ad.remark = OwnAdState.PUBLISHED, posting.id, ""
    edited.store_words(session, posting)
    return posting


def confirm(ad: OwnAd) -> None:
    """Says that the job is still vacant; one that closed because nobody said so opens again.

    New words that wait for an editor go on waiting. Raises OverError where the last day to apply has passed.
    """
    session = db.session()
    posting = session.get_one(Posting, ad.posting_id)
    if posting.deadline is not None and posting.deadline < clock.today():
        raise OverError
    _confirm(session, ad, posting)
    if ad.state is OwnAdState.CLOSED:
        ad.state = OwnAdState.PUBLISHED
    _commit(session, "confirm", ad)


def fill(ad: OwnAd, note: str) -> None:
    """Says that the job is taken."""
    session = db.session()
    posting = session.get_one(Posting, ad.posting_id)
    postings.close(session, [posting], ClosedReason.FILLED, by=me(), note=note)
    ad.state, ad.closed_silently, ad.asked_at = OwnAdState.CLOSED, False, None
    _commit(session, "filled", ad)


def drop(ad: OwnAd) -> None:
    """Throws away a draft that was never published."""
    session = db.session()
    session.delete(ad)
    _commit(session, "drop", ad)


def _take(session: Session, ad: OwnAd, content: Content, version: int) -> None:
    session.refresh(ad, with_for_update=True)
    if ad.version != version:
        session.rollback()
        raise StaleError
    ad.version += 1
    ad.content, ad.saved_at, ad.saved_by_id = contents.to_json(content), clock.now(), me().id


def _posting(session: Session, ad: OwnAd) -> Posting:
    source = session.get(Source, SOURCE) or Source(name=SOURCE, format=sources.OWN, rank=RANK)
    source.last_complete_at = clock.now()
    session.add(source)
    session.flush()
    if ad.posting_id:
        return session.get_one(Posting, ad.posting_id)
    posting = Posting(
        id=crypto.unmistakable(ID_LENGTH),
        source=SOURCE,
        reference=ad.id,
        published_on=clock.today(),
        first_seen_at=clock.now(),
    )
    session.add(posting)
    return posting


def _values(content: Content) -> dict[str, Any]:
    facts, hours = content.facts, contents.hours_of(content.facts)
    place = place_of_ad(postal_code=facts.postal_code)
    return {
        "title": f"{facts.employer} {place.town} - {content.text.title}",
        "employer": facts.employer,
        "address": facts.address,
        "job_type": facts.job_type,
        "trade": facts.trade,
        "hours_min": hours,
        "hours_max": hours,
        "deadline": contents.deadline_of(facts),
        "easy": contents.machine_of(content),
        **ad_index.place_values(place),
    }


def _confirm(session: Session, ad: OwnAd, posting: Posting) -> None:
    """Counts the days from today on. A person's word about an ad that is over opens it again."""
    ad.confirmed_at, ad.asked_at, ad.closed_silently = clock.now(), None, False
    posting.expires_on = clock.today() + ASKED_AFTER + CLOSED_AFTER
    if posting.closed_reason is not None:
        postings.reopen(session, posting)
    twins.settle(session, set(posting.twin_keys))


def _commit(session: Session, action: str, ad: OwnAd) -> None:
    audit.changed(action, "own ad", ad.id, purpose=PURPOSE)
    session.commit()
