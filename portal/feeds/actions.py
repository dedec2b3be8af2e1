"""Verbs of the pages about sources; each is one transaction, with its line in the audit trail."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from portal import audit, clock, crypto, sources, work
from portal.access import me
from portal.db import db
from portal.feeds import queries, sheet_job
from portal.feeds.sheet_job import SheetJob
from portal.models.feed import RefusedEntry, Source
from portal.models.job import Job, JobKind, JobState
from portal.models.partner import PartnerKey

PURPOSE = "sources"


class NameTakenError(Exception):
    """A source of another kind has this name."""


def run_now(name: str) -> None:
    """Asks the worker to fetch a source."""
    _ask_for_run(db.session(), name)
    _commit("run", "source", name)


def _ask_for_run(session: Session, name: str) -> None:
    work.ask(session, JobKind.RUN, name, by=me())


def pause(source: Source) -> None:
    """Stops fetching; the ads stay."""
    sources.pause(source)
    _commit("pause", "source", source.name)


def resume(source: Source) -> None:
    """Fetches again after a pause."""
    sources.resume(source)
    _commit("resume", "source", source.name)


def switch_off(source: Source) -> int:
    """Stops fetching and closes all ads of the source; answers with how many."""
    closed = sources.switch_off(db.session(), source, by=me())
    _commit("switch off", "source", source.name)
    return closed


def switch_on(source: Source) -> None:
    """Fetches again after the source was off."""
    sources.switch_on(source)
    _commit("switch on", "source", source.name)


def approve_held(name: str, ids: Collection[str]) -> int:
    """Closes those of the ads shown that are still held; answers with how many."""
    closed = sources.approve_held(db.session(), name, ids, by=me())
    _commit("close held", "source", name)
    return closed


def discard_held(name: str, ids: Collection[str]) -> int:
    """Leaves those of the ads shown that are still held open; answers with how many."""
    kept = sources.discard_held(db.session(), name, ids)
    _commit("keep held", "source", name)
    return kept


def retry(entry: RefusedEntry) -> None:
    """Asks the worker to fetch the source of a refused entry, to see whether it has healed."""
    _ask_for_run(db.session(), entry.source)
    _commit("retry", "refused entry", entry.id)


def ignore(entry: RefusedEntry) -> None:
    """Puts a refused entry aside until something in it changes."""
    entry.ignored_at = clock.now()
    _commit("ignore", "refused entry", entry.id)


def add_partner(name: str) -> None:
    """Makes a source that a partner pushes its ads to. Raises NameTakenError."""
    session = db.session()
    if session.get(Source, name) is not None or name in queries.configured().names:
        raise NameTakenError(name)
    session.add(Source(name=name, format=sources.PUSH))
    session.flush()
    _commit("add", "source", name)


def create_key(source: Source) -> str:
    """Makes a key for a source and gives it back; nobody can read it again."""
    token = crypto.token()
    key = PartnerKey(
        source=source.name,
        token_hash=crypto.token_hash(token),
        created_at=clock.now(),
        created_by_id=me().id,
    )
    db.session.add(key)
    db.session.flush()
    _commit("create", "partner key", key.id)
    return token


def revoke_key(key: PartnerKey) -> None:
    """Ends a key at once."""
    key.revoked_at = clock.now()
    _commit("revoke", "partner key", key.id)


def keep_sheet(name: str, uploaded: SheetJob) -> Job:
    """Keeps a spreadsheet until somebody has looked at what it would do. Raises NameTakenError."""
    session = db.session()
    if not _takes_sheets(session.get(Source, name), name):
        raise NameTakenError(name)
    job = Job(
        kind=JobKind.SHEET,
        source=name,
        state=JobState.DRAFT,
        created_at=clock.now(),
        created_by_id=me().id,
    )
    job.payload = sheet_job.to_payload(uploaded)
    session.add(job)
    session.flush()
    _commit("upload", "spreadsheet", job.id)
    return job


def _takes_sheets(source: Source | None, name: str) -> bool:
    if source is None:
        return name not in queries.configured().names
    return source.format == sources.SPREADSHEET and not sources.why_not_fetched(source)


def take_sheet(job: Job, uploaded: SheetJob) -> None:
    """Gives a spreadsheet that was looked at to the worker."""
    job.payload, job.state = sheet_job.to_payload(uploaded), JobState.WAITING
    _commit("take in", "spreadsheet", job.id)


def drop_sheet(job: Job) -> None:
    """Throws away a spreadsheet that nobody wants after all."""
    db.session.delete(job)
    _commit("drop", "spreadsheet", job.id)


def _commit(action: str, object_kind: str, object_id: str) -> None:
    audit.changed(action, object_kind, object_id, purpose=PURPOSE)
    db.session.commit()
