"""Verbs of the editors' room on imported ads. Each is one transaction, with its line in the audit trail."""

import hashlib
import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import ad_index, audit, clock, edited, postings, twins
from portal.access import me
from portal.db import db
from portal.easyread import easy_text
from portal.easyread.easy_text import EasyText
from portal.models.edited_text import EditedText
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.places.recognise import AdPlace

PURPOSE: Final = "editing"


class StaleError(Exception):
    """Somebody else saved meanwhile, or the source changed; nothing was written."""


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What an editor had seen when writing: the version of the record, a fingerprint of the original."""

    version: int
    original: str


def fingerprint(ad: Posting) -> str:
    """A short hash of what the source says, so that nobody approves a text for an original never seen."""
    text = json.dumps(edited.original_of(ad), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def save(ad: Posting, text: EasyText, basis: Basis) -> None:
    """Keeps a draft; readers see nothing of it. Raises StaleError."""
    session = db.session()
    record = _locked(session, ad, basis)
    record.draft = easy_text.to_json(text)
    _commit(session, "save", ad)


def approve(ad: Posting, text: EasyText, basis: Basis) -> None:
    """Makes a text the one that readers see and find. Raises StaleError."""
    session, now = db.session(), clock.now()
    record = _locked(session, ad, basis)
    record.draft, record.original = None, edited.original_of(ad)
    record.approved_at, record.approved_by_id = now, me().id
    edited.show(ad, text)
    ad.differs_since, ad.changed_at = None, now
    edited.store_words(session, ad)
    _commit(session, "approve", ad)


def withdraw(ad: Posting, basis: Basis) -> None:
    """Shows the machine's text again; what was approved stays as a draft. Raises StaleError."""
    session = db.session()
    record = _locked(session, ad, basis)
    machine = postings.machine_ad(ad)
    record.draft, record.approved_at, record.approved_by_id = ad.approved, None, None
    ad.approved, ad.differs_since, ad.changed_at = None, None, clock.now()
    ad.easy_title, ad.slug = machine.title, edited.slug_of(machine.title)
    edited.store_words(session, ad)
    _commit(session, "withdraw", ad)


def _locked(session: Session, ad: Posting, basis: Basis) -> EditedText:
    """The record of an ad for this transaction alone, one version further. Raises StaleError."""
    session.refresh(ad, with_for_update=True)
    record = session.get(EditedText, ad.id, with_for_update=True, populate_existing=True)
    if (record.version if record else 0) != basis.version or fingerprint(ad) != basis.original:
        session.rollback()
        raise StaleError
    record = record or EditedText(posting_id=ad.id, version=0)
    record.version += 1
    record.saved_at, record.saved_by_id = clock.now(), me().id
    session.add(record)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        raise StaleError from None
    return record


def fix_place(ad: Posting, place: AdPlace) -> None:
    """Says where a job is; no import changes it afterwards."""
    session = db.session()
    for name, value in ad_index.place_values(place).items():
        setattr(ad, name, value)
    ad.changed_at = clock.now()
    edited.store_words(session, ad)
    record = session.get(EditedText, ad.id)
    if record is not None and record.original is not None and ad.differs_since is None:
        # An editor's own word about the place is no news from the source.
        record.original = edited.original_of(ad)
    twins.settle(session, set(ad.twin_keys))
    _commit(session, "fix place", ad)


def close(ad: Posting, reason: ClosedReason, note: str) -> None:
    """Takes an ad down, or marks it filled; no import opens it again."""
    session = db.session()
    if ad.state is not PostingState.CLOSED:
        postings.close(session, [ad], reason, by=me(), note=note)
    _commit(session, reason.value, ad)


def reopen(ad: Posting) -> None:
    """Takes back that an ad was closed by a person."""
    session = db.session()
    if ad.closed_reason in {ClosedReason.FILLED, ClosedReason.TAKEN_DOWN}:
        postings.reopen(session, ad)
    _commit(session, "reopen", ad)


def _commit(session: Session, action: str, ad: Posting) -> None:
    audit.changed(action, "posting", ad.id, purpose=PURPOSE)
    session.commit()
