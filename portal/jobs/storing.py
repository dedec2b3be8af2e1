"""Writes what a run brings: new and changed ads with their search words, refused entries. Never commits."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from portal import crypto, edited, twins
from portal.jobs import deciding, quarantine
from portal.jobs.deciding import KnownAd, Verdict
from portal.jobs.incoming import Entry, Reason, Refusal, Sighting, fingerprint
from portal.jobs.preparing import Prepared, RefusedError, prepare
from portal.jobs.quarantine import heal
from portal.models.base import ID_LENGTH, Base
from portal.models.posting import ClosedReason, Posting, PostingState, PostingToken
from portal.postings import close

AT_ONCE: Final = 500
Ready = Mapping[str, Prepared | RefusedError]
_POSTINGS: Final = Base.metadata.tables[Posting.__tablename__]
_INSERT_WORDS: Final = {
    "sqlite": "INSERT INTO posting_token (posting_id, token, weight) VALUES (?, ?, ?)",
    "postgresql": "INSERT INTO posting_token (posting_id, token, weight) VALUES (%s, %s, %s)",
}


@dataclass(kw_only=True)
class Intake:
    """One batch being taken in: when, for which source, and what came of it so far.

    `unsettled` are references that the next run must look at again. `ready` holds what was prepared before
    the transaction began, by reference.
    """

    session: Session
    source: str
    now: datetime
    today: date
    ready: Ready = field(default_factory=dict)
    counts: Counter[Verdict] = field(default_factory=Counter)
    refused: Counter[Reason] = field(default_factory=Counter)
    reopened: int = 0
    stopped: int = 0
    unsettled: set[str] = field(default_factory=set)
    _new: list[Mapping[str, Any]] = field(default_factory=list)
    _changed: list[str] = field(default_factory=list)
    _tokens: dict[str, Mapping[str, int]] = field(default_factory=dict)
    _twin_keys: set[str] = field(default_factory=set)

    def take_in(self, sightings: Iterable[Sighting]) -> None:
        """Stores the entries that are new or changed, and refuses those that cannot be shown."""
        rows = postings(self.session, self.source, {sighting.entry.reference for sighting in sightings})
        good: set[str] = set()
        bad: list[Refusal] = []
        for sighting in sightings:
            reference = sighting.entry.reference
            try:
                verdict = self._take_one(sighting, rows.get(reference))
            except RefusedError as error:
                bad.append(quarantine.refusal_of(sighting.entry, error.reason))
                continue
            self.counts[verdict] += 1
            good.add(reference)
            if verdict is Verdict.OVER or not sighting.listing_hash:
                self.unsettled.add(reference)
        self._store()
        self.refuse(bad)
        heal(self.session, self.source, good)

    def see_unchanged(self, references: Collection[str]) -> None:
        """Notes that the listings of known ads are as before; those that were gone open again."""
        for row in closed_postings(self.session, self.source, references):
            if deciding.comes_back(known_ad(row, self.today)):
                self._reopen(row)
        self.counts[Verdict.UNCHANGED] += len(references)
        heal(self.session, self.source, references)

    def stop(self, references: Collection[str]) -> None:
        """Closes the ads that the source says have ended."""
        rows = [
            row
            for row in postings(self.session, self.source, references).values()
            if deciding.can_stop(known_ad(row, self.today))
        ]
        close(self.session, rows, ClosedReason.GONE)
        self.stopped += len(rows)
        heal(self.session, self.source, references)

    def settle(self) -> None:
        """Links what was written or opened to the same jobs at other sources; to be called at the end."""
        twins.settle(self.session, self._twin_keys)
        self._twin_keys.clear()

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Puts entries into quarantine with what was received; a good old version of an ad stays."""
        some = list(refusals)
        quarantine.put(self.session, self.source, some, now=self.now)
        self.refused.update(refusal.reason for refusal in some)
        self.unsettled.update(refusal.reference for refusal in some)

    def _take_one(self, sighting: Sighting, row: Posting | None) -> Verdict:
        entry = sighting.entry
        content_hash = fingerprint(entry)
        over = deciding.is_over(deadline=entry.deadline, expires_on=entry.expires_on, today=self.today)
        known = known_ad(row, self.today) if row else None
        decision = deciding.decide_entry(content_hash=content_hash, over=over, known=known)
        if decision.verdict is Verdict.NEW:
            self._add(sighting, content_hash)
        if row and decision.verdict is Verdict.CHANGED:
            self._change(row, entry, content_hash)
        if row and row.listing_hash != sighting.listing_hash:
            row.listing_hash = sighting.listing_hash
        if row and decision.reopens:
            self._reopen(row)
        return decision.verdict

    def _add(self, sighting: Sighting, content_hash: str) -> None:
        entry, prepared = sighting.entry, self._prepared(sighting.entry)
        row = {
            **prepared.values,
            "id": crypto.unmistakable(ID_LENGTH),
            "source": self.source,
            "reference": entry.reference,
            "published_on": min(entry.published_on or self.today, self.today),
            "listing_hash": sighting.listing_hash,
            "content_hash": content_hash,
            "first_seen_at": self.now,
            "changed_at": self.now,
        }
        self._new.append(row)
        self._twin_keys.update((row["apply_key"], row["twin_key"]))
        self._tokens[row["id"]] = prepared.tokens

    def _change(self, row: Posting, entry: Entry, content_hash: str) -> None:
        prepared = self._prepared(entry)
        self._twin_keys.update(row.twin_keys)
        values = dict(prepared.values)
        if values["job_type"] == "unknown":
            # A search that failed this time may be all that told the kind of job before.
            values["job_type"] = row.job_type
        for name, value in edited.without_edited(row, values).items():
            setattr(row, name, value)
        row.published_on = min(entry.published_on or row.published_on, self.today)
        row.content_hash, row.changed_at = content_hash, self.now
        self._twin_keys.update(row.twin_keys)
        self._changed.append(row.id)
        self._tokens[row.id] = edited.words_of(row) if edited.is_edited(row) else prepared.tokens
        edited.compare(self.session, row, self.now)

    def _prepared(self, entry: Entry) -> Prepared:
        ready = self.ready.get(entry.reference) or _prepare(entry)
        if isinstance(ready, RefusedError):
            raise ready
        return ready

    def _reopen(self, row: Posting) -> None:
        row.state, row.closed_reason, row.closed_at = PostingState.OPEN, None, None
        row.closed_by_id = None
        row.missing_since, row.missed_runs, row.changed_at = None, 0, self.now
        self._twin_keys.update(row.twin_keys)
        self.reopened += 1

    def _store(self) -> None:
        """Writes the rows of new ads and the search words of new and changed ones, many at once."""
        self.session.flush()
        if self._new:
            # Past the unit of work, which would take as long again as reading the ads.
            self.session.connection().execute(insert(_POSTINGS), list(self._new))
        if self._changed:
            self.session.execute(delete(PostingToken).where(PostingToken.posting_id.in_(self._changed)))
        _insert_words(self.session, self._tokens)
        self._new.clear()
        self._changed.clear()
        self._tokens.clear()


def prepared(sightings: Iterable[Sighting], today: date) -> Ready:
    """What would be stored of ads that are not over, or why they are refused; by reference.

    It takes longer than storing them, and while SQLite's lock is held nobody else writes.
    """
    entries = (sighting.entry for sighting in sightings)
    return {
        entry.reference: _prepare(entry)
        for entry in entries
        if not deciding.is_over(deadline=entry.deadline, expires_on=entry.expires_on, today=today)
    }


def _prepare(entry: Entry) -> Prepared | RefusedError:
    try:
        return prepare(entry)
    except RefusedError as error:
        return error


def _insert_words(session: Session, words: Mapping[str, Mapping[str, int]]) -> None:
    """Writes search words by the id of their ad: some forty rows for each ad, three plain values in each."""
    rows = [
        (posting_id, token, weight)
        for posting_id, tokens in words.items()
        for token, weight in tokens.items()
    ]
    if rows:
        # In the order in which the table is kept.
        rows.sort(key=itemgetter(1, 0))
        connection = session.connection()
        # Straight to the driver: naming the values of each row would take longer than storing them.
        connection.exec_driver_sql(_INSERT_WORDS[connection.dialect.name], rows)


def known_ad(row: Any, today: date) -> KnownAd:
    """What deciding needs of a posting; `row` is one, or a result row with the same names."""
    return KnownAd(
        reference=row.reference,
        content_hash=row.content_hash,
        state=row.state,
        closed_reason=row.closed_reason,
        over=deciding.is_over(deadline=row.deadline, expires_on=row.expires_on, today=today),
        missed_runs=row.missed_runs,
    )


def known_ads(session: Session, source: str, today: date) -> list[KnownAd]:
    """All ads that a source ever had."""
    columns = (
        Posting.reference,
        Posting.content_hash,
        Posting.state,
        Posting.closed_reason,
        Posting.deadline,
        Posting.expires_on,
        Posting.missed_runs,
    )
    return [known_ad(row, today) for row in session.execute(select(*columns).where(Posting.source == source))]


def postings(session: Session, source: str, references: Collection[str]) -> dict[str, Posting]:
    """The postings with these references, by reference."""
    return {
        row.reference: row
        for some in some_at_once(references)
        for row in session.scalars(
            select(Posting).where(Posting.source == source, Posting.reference.in_(some))
        )
    }


def closed_postings(session: Session, source: str, references: Collection[str]) -> list[Posting]:
    """Those of these references that the feed's silence had closed."""
    return [
        row
        for some in some_at_once(references)
        for row in session.scalars(
            select(Posting).where(
                Posting.source == source,
                Posting.state == PostingState.CLOSED,
                Posting.closed_reason == ClosedReason.GONE,
                Posting.reference.in_(some),
            )
        )
    ]


def some_at_once(references: Collection[str]) -> Iterable[Sequence[str]]:
    """References or ids in an order, as many at once as a query takes."""
    ordered = sorted(references)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))
