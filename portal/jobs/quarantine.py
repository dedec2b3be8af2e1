"""Entries that could not be taken in: kept with what was received, until they heal, or leave the feed.

What was received is kept for 30 days. Nothing here commits but `tidy`.
"""

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal import clock
from portal.db import db
from portal.easyread.privacy import has_cpr
from portal.jobs.cleaning import clean_text
from portal.jobs.incoming import LONGEST_PAYLOAD, Entry, Reason, Refusal
from portal.jobs.preparing import LONGEST_REFERENCE
from portal.models.feed import RefusedEntry

AT_ONCE: Final = 500
KEPT: Final = timedelta(days=30)


def refusal_of(entry: Entry, reason: Reason) -> Refusal:
    """An entry that was read, as one that is refused."""
    return Refusal(reference=entry.reference, reason=reason, payload=f"{entry.title}\n{entry.body_html}")


def put(session: Session, source: str, refusals: Iterable[Refusal], *, now: datetime) -> None:
    """Puts entries into quarantine, or notes that they are still refused."""
    by_reference = {_reference(refusal): refusal for refusal in refusals}
    known = _known(session, source, by_reference)
    for reference, refusal in by_reference.items():
        row = known.get(reference) or RefusedEntry(source=source, reference=reference, first_seen_at=now)
        row.reason, row.last_seen_at = refusal.reason.value, now
        if now - row.first_seen_at < KEPT:
            _keep(row, _payload(refusal))
        session.add(row)
    session.flush()


def _keep(row: RefusedEntry, payload: str) -> None:
    # Sealing gives other bytes each time; the same payload is left as it is.
    if row.payload != payload:
        row.payload, row.ignored_at = payload, None


def _known(session: Session, source: str, references: Collection[str]) -> dict[str, RefusedEntry]:
    ordered = sorted(references)
    return {
        row.reference: row
        for start in range(0, len(ordered), AT_ONCE)
        for row in session.scalars(
            select(RefusedEntry).where(
                RefusedEntry.source == source,
                RefusedEntry.reference.in_(ordered[start : start + AT_ONCE]),
            )
        )
    }


def heal(session: Session, source: str, references: Collection[str]) -> None:
    """Forgets that entries were refused, now that they are good."""
    refused = session.execute(
        select(RefusedEntry.id, RefusedEntry.reference).where(RefusedEntry.source == source)
    )
    good = set(references)
    for row in refused.all():
        if row.reference in good:
            session.execute(delete(RefusedEntry).where(RefusedEntry.id == row.id))


def forget_except(session: Session, source: str, seen: Collection[str], now: datetime) -> None:
    """Forgets refused entries that the feed no longer has: neither seen nor refused since `now`."""
    rows = session.scalars(
        select(RefusedEntry).where(RefusedEntry.source == source, RefusedEntry.last_seen_at < now)
    )
    for row in rows:
        if row.reference not in seen:
            session.delete(row)


def tidy() -> None:
    """Deletes what was received more than 30 days ago, and entries that nothing was heard of since. One
    transaction.
    """
    session, old = db.session(), clock.now() - KEPT
    session.execute(delete(RefusedEntry).where(RefusedEntry.last_seen_at < old))
    session.execute(update(RefusedEntry).where(RefusedEntry.first_seen_at < old).values(payload_sealed=None))
    session.commit()


def _payload(refusal: Refusal) -> str:
    """What the quarantine keeps. What looks like a CPR number is not kept, not even there."""
    payload = clean_text(refusal.payload)[:LONGEST_PAYLOAD]
    return "" if refusal.reason is Reason.CPR or has_cpr(payload) else payload


def _reference(refusal: Refusal) -> str:
    reference = clean_text(refusal.reference)[:LONGEST_REFERENCE]
    payload = refusal.payload.encode(errors="replace")
    return reference or f"?{hashlib.sha256(payload).hexdigest()[:16]}"
