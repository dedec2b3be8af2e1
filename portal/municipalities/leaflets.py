"""The verbs of the leaflet studio: draft, approve, publish, expire, remind. Each action is one transaction.

A changed text needs a new approval; changed facts (consultant, contact, jobs) do not. No version is
deleted, and what was published never changes.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import clock, crypto, storage
from portal.models.base import ID_LENGTH
from portal.models.leaflet import LEAFLET_MOVES, Leaflet, LeafletState
from portal.models.municipality import MunicipalityFacts
from portal.models.staff import Role, Staff, StaffRole
from portal.municipalities import endings, leaflet_checks, leaflet_texts, trail

REMINDED_BEFORE: Final = timedelta(days=30)
EDITABLE: Final = frozenset({LeafletState.DRAFT, LeafletState.APPROVED})


class NotAllowedError(Exception):
    """A leaflet cannot go there from where it stands."""


class StaleError(Exception):
    """Somebody has changed the leaflet since it was read."""


class TooFullError(Exception):
    """A text does not fit, so the leaflet cannot be approved."""


def versions(session: Session, code: str) -> list[Leaflet]:
    """All versions of a municipality's leaflet, the newest first."""
    query = select(Leaflet).where(Leaflet.municipality_code == code).order_by(Leaflet.number.desc())
    return list(session.scalars(query))


def mark(leaflet: Leaflet | None) -> str:
    """What tells whether somebody has changed what a form was made of; "" where there is no version yet.

    A version that was given out unchanged has the mark of its draft, and so has what is typed on it.
    """
    if leaflet is None:
        return ""
    until = leaflet.expires_on.isoformat() if leaflet.expires_on else ""
    made_of = [leaflet.texts, until, leaflet.uploaded, leaflet.portrait]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:32]


def check_basis(session: Session, code: str, basis: str) -> None:
    """Holds the newest version for this transaction alone. Raises StaleError if it has another mark."""
    query = select(Leaflet).where(Leaflet.municipality_code == code).order_by(Leaflet.number.desc()).limit(1)
    session.scalar(query.with_for_update())
    # Who had to wait may find that there is a newer one.
    if mark(session.scalar(query.execution_options(populate_existing=True))) != basis:
        raise StaleError


def _hold(session: Session, leaflet: Leaflet) -> None:
    """Holds a version for this transaction alone, as it stands now."""
    session.refresh(leaflet, with_for_update=True)


def begin(session: Session, code: str, *, by: Staff) -> Leaflet:
    """The version that is being worked on; where there is none, a new one with the newest one's words.

    Two who begin in the same moment get the same one.
    """
    try:
        leaflet = _begun(session, code, by)
    except StaleError:
        return versions(session, code)[0]
    session.commit()
    return leaflet


def _begun(session: Session, code: str, by: Staff) -> Leaflet:
    """As `begin`, and the caller commits. Raises StaleError where somebody was a moment quicker."""
    former = versions(session, code)
    if former and former[0].state in EDITABLE:
        return former[0]
    published = [version for version in former if not version.uploaded]
    now = clock.now()
    leaflet = Leaflet(
        municipality_code=code,
        number=former[0].number + 1 if former else 1,
        texts=dict(published[0].texts) if published else {},
        portrait=published[0].portrait if published else "",
        created_at=now,
        changed_at=now,
        changed_by_id=by.id,
    )
    session.add(leaflet)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        raise StaleError from None
    trail.changed("begin", "leaflet", leaflet.id, by=by)
    return leaflet


def write_newest(
    session: Session, code: str, texts: Mapping[str, str], *, basis: str, expires_on: date | None, by: Staff
) -> None:
    """Keeps words typed on the version with the mark `basis`, in a new version where that one was published.

    Raises StaleError where somebody has changed it meanwhile.
    """
    check_basis(session, code, basis)
    write(session, _begun(session, code, by), texts, expires_on=expires_on, by=by)


def write(
    session: Session, leaflet: Leaflet, texts: Mapping[str, str], *, expires_on: date | None, by: Staff
) -> None:
    """Keeps the words of a draft; words that were approved and now change are a draft again.

    Raises NotAllowedError for a version that was published.
    """
    if leaflet.state not in EDITABLE:
        raise NotAllowedError(leaflet.state)
    own = {key: text for key, text in texts.items() if text != leaflet_texts.BY_KEY[key].standard}
    if own != leaflet.texts or leaflet.uploaded:
        _back_to_draft(leaflet)
    leaflet.texts, leaflet.expires_on, leaflet.uploaded = own, expires_on, ""
    leaflet.changed_at, leaflet.changed_by_id = clock.now(), by.id
    _commit(session, "write", leaflet, by)


def upload(session: Session, leaflet: Leaflet, data: bytes, *, by: Staff) -> None:
    """Uses a PDF that was made elsewhere instead of the texts; the caller has checked it.

    Raises NotAllowedError for a version that was published.
    """
    _hold(session, leaflet)
    if leaflet.state not in EDITABLE:
        raise NotAllowedError(leaflet.state)
    key = f"leaflet-upload/{crypto.unmistakable(ID_LENGTH)}"
    storage.put(key, data)
    _back_to_draft(leaflet)
    leaflet.uploaded, leaflet.uploaded_size = key, len(data)
    leaflet.changed_at, leaflet.changed_by_id = clock.now(), by.id
    _commit(session, "upload", leaflet, by)


def keep_portrait(session: Session, leaflet: Leaflet, photo: bytes, *, by: Staff) -> None:
    """Puts a photo beside the statement; like changed words, it needs a new approval.

    Raises NotAllowedError for a version that was published.
    """
    _hold(session, leaflet)
    if leaflet.state not in EDITABLE:
        raise NotAllowedError(leaflet.state)
    key = f"photo/{crypto.unmistakable(ID_LENGTH)}"
    storage.put(key, photo)
    _back_to_draft(leaflet)
    leaflet.portrait, leaflet.changed_at, leaflet.changed_by_id = key, clock.now(), by.id
    _commit(session, "keep photo", leaflet, by)


def _back_to_draft(leaflet: Leaflet) -> None:
    leaflet.state, leaflet.approved_at, leaflet.approved_by_id = LeafletState.DRAFT, None, None


def approve(session: Session, leaflet: Leaflet, *, fits: bool = True, by: Staff) -> None:
    """Says that the words are right; `fits` is whether the drawn sheet has room for them.

    Raises NotAllowedError, and TooFullError where a text does not fit.
    """
    _check_move(leaflet, LeafletState.APPROVED)
    if not fits or (
        not leaflet.uploaded and any(warn.refuses for warn in leaflet_checks.warnings(leaflet.texts))
    ):
        raise TooFullError
    leaflet.state, leaflet.approved_at, leaflet.approved_by_id = LeafletState.APPROVED, clock.now(), by.id
    _commit(session, "approve", leaflet, by)


def publish(session: Session, leaflet: Leaflet, *, by: Staff) -> None:
    """Gives the version out; the one before it is replaced. Raises NotAllowedError."""
    _hold(session, leaflet)
    _check_move(leaflet, LeafletState.PUBLISHED)
    if leaflet.expires_on is not None and leaflet.expires_on < clock.today():
        raise NotAllowedError("its last day has passed")
    now = clock.now()
    for former in versions(session, leaflet.municipality_code):
        if former.state is LeafletState.PUBLISHED:
            former.state, former.ended_at = LeafletState.REPLACED, now
    leaflet.state, leaflet.published_at = LeafletState.PUBLISHED, now
    _commit(session, "publish", leaflet, by)


def _commit(session: Session, action: str, leaflet: Leaflet, by: Staff) -> None:
    trail.changed(action, "leaflet", leaflet.id, by=by)
    session.commit()


def _check_move(leaflet: Leaflet, to: LeafletState) -> None:
    if to not in LEAFLET_MOVES[leaflet.state]:
        raise NotAllowedError(f"{leaflet.state} -> {to}")


def expire(session: Session) -> int:
    """Takes back what is past its last day; gives how many. The caller commits."""
    over = session.scalars(
        select(Leaflet).where(Leaflet.state == LeafletState.PUBLISHED, Leaflet.expires_on < clock.today())
    ).all()
    for leaflet in over:
        leaflet.state, leaflet.ended_at = LeafletState.EXPIRED, clock.now()
    return len(over)


def remind(session: Session) -> int:
    """Tells staff and the contact, once, of leaflets that end within 30 days. The caller commits."""
    today = clock.today()
    ending = session.scalars(
        select(Leaflet).where(
            Leaflet.state == LeafletState.PUBLISHED,
            Leaflet.expires_on >= today,
            Leaflet.expires_on <= today + REMINDED_BEFORE,
            Leaflet.reminded_at.is_(None),
        )
    ).all()
    for leaflet in ending:
        told = _told(session, leaflet)
        endings.tell(session, "leaflet_ending", leaflet.municipality_code, leaflet.expires_on, to=told)
        leaflet.reminded_at = clock.now()
    return len(ending)


def _told(session: Session, leaflet: Leaflet) -> list[str]:
    """The addresses of those who can renew it."""
    facts = session.get(MunicipalityFacts, leaflet.municipality_code)
    return [*_editors(session), facts.contact_email if facts else ""]


def _editors(session: Session) -> list[str]:
    query = (
        select(Staff.email)
        .join(StaffRole)
        .where(StaffRole.role == Role.EDITOR, Staff.active)
        .order_by(Staff.email)
    )
    return list(session.scalars(query))
