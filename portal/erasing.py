"""Deletes a person's things for good: rows, sounds and hashes; and keeps a record of that without content.

A record is written in the transaction that deletes, and once more as a line of ``deletions.jsonl`` beside
the database: backups are older than it, so whoever restores one deletes once more what the lines name.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from flask import current_app
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import clock, crypto, outbox, personal_data, recordings
from portal.models.application import Application
from portal.models.candidate import Candidate
from portal.models.deletion import DeletionRecord
from portal.models.subscription import Subscription
from portal.personal_data import Person

FILE: Final = "deletions.jsonl"
ASKED: Final = "asked"
"""The rule of what was deleted because the person asked for it."""
REPLAYED: Final = "replayed"

Named = tuple[str, datetime]


def erase(session: Session, application: Application, *, rule: str) -> int:
    """Deletes an application with the parts that were merged into it, and the person where nothing else
    needs the name. Gives how many rows went. The caller commits and calls `tell_the_file`.
    """
    session.flush()
    ids = _parts(session, application)
    candidates = {one.candidate_id for one in ids if one.candidate_id}
    person = Person(applications=tuple(one.id for one in ids), candidates=())
    counts = dict(personal_data.counted(session, person))
    for one in ids:
        recordings.drop(session, one)
    session.flush()
    # What hangs on an application goes with it (ON DELETE CASCADE); parts go before what they point to.
    for one in reversed(ids):
        session.execute(delete(Application).where(Application.id == one.id))
    counts |= _erase_people(session, candidates)
    session.expire_all()
    for one_id in person.applications:
        note(session, "application", one_id, rule=rule, counts=counts)
    return sum(counts.values())


def erase_person(session: Session, application: Application) -> int:
    """Deletes all that there is about the person of an application, since the person asks for it.

    Gives how many rows went. The caller commits and calls `tell_the_file`.
    """
    person = personal_data.whose(session, application)
    gone = 0
    for subscription in personal_data.subscriptions(session, person):
        note(session, "subscription", subscription.id, rule=ASKED, counts={"subscription": 1})
        outbox.take_back(session, subscription.token)
        session.delete(subscription)
        gone += 1
    for one_id in person.applications:
        one = session.get(Application, one_id)
        if one is not None:
            gone += erase(session, one, rule=ASKED)
    return gone


def note(session: Session, kind: str, object_id: str, *, rule: str, counts: Mapping[str, int]) -> None:
    """Writes the record of a deletion. The caller commits."""
    session.add(
        DeletionRecord(
            at=clock.now(), kind=kind, id_hash=hashed(kind, object_id), rule=rule, counts=dict(counts)
        )
    )


def note_many(session: Session, rule: str, count: int) -> None:
    """Writes the record of rows that were deleted together, and that no backup needs to lose again."""
    session.add(DeletionRecord(at=clock.now(), kind=rule, id_hash="", rule=rule, counts={rule: count}))


def hashed(kind: str, object_id: str) -> str:
    """What a record keeps of an id."""
    return crypto.keyring().keyed_hash(object_id, purpose=f"deleted {kind}")


def tell_the_file(session: Session) -> None:
    """Adds to the file of deletions what the table has and the file has not. To be called after a commit."""
    path: Path = current_app.config["SETTINGS"].data_dir / FILE
    known = set(named_in(path.read_text().splitlines())) if path.exists() else set()
    new = [record for record in _records(session) if (record.id_hash, record.at) not in known]
    if not new:
        return
    lines = "".join(f"{json.dumps(_as_line(record))}\n" for record in new)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, lines.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def named_in(lines: Iterable[str]) -> list[Named]:
    """The hash and the time of each deletion that lines of the file name; a line cut off is passed over."""
    found = []
    for line in lines:
        try:
            told = json.loads(line)
            found.append((str(told["id_hash"]), datetime.fromisoformat(told["at"])))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def replay(session: Session, lines: Iterable[str]) -> int:
    """Deletes once more what these lines of the file name and a restored database has not deleted yet.

    What its own records name was deleted before the backup was made, and may have come back since by a
    person's will. Gives how many things went. Commits.
    """
    done = {(record.id_hash, record.at) for record in _records(session)}
    wanted, again = {named[0] for named in named_in(lines) if named not in done}, 0
    for one_id in session.scalars(select(Application.id)).all():
        one = session.get(Application, one_id)
        if one is not None and hashed("application", one_id) in wanted:
            erase(session, one, rule=REPLAYED)
            again += 1
    for one_id in session.scalars(select(Subscription.id)).all():
        if hashed("subscription", one_id) in wanted:
            session.execute(delete(Subscription).where(Subscription.id == one_id))
            again += 1
    session.commit()
    tell_the_file(session)
    return again


def _records(session: Session) -> Iterable[DeletionRecord]:
    """The records of single things."""
    single = select(DeletionRecord).where(DeletionRecord.id_hash != "")
    return session.scalars(single.order_by(DeletionRecord.number)).all()


def _parts(session: Session, application: Application) -> list[Application]:
    """An application and all that point to it as the case they became part of, each after its own."""
    found, waiting = [], [application]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.append(one)
            waiting += session.scalars(select(Application).where(Application.merged_into_id == one.id)).all()
    return found


def _erase_people(session: Session, candidates: Collection[str]) -> dict[str, int]:
    """Deletes those of the candidates who have no application any more."""
    needed = set(
        session.scalars(select(Application.candidate_id).where(Application.candidate_id.in_(candidates)))
    )
    alone = set(candidates) - needed
    counts = personal_data.counted(session, Person(applications=(), candidates=tuple(alone)))
    session.execute(delete(Candidate).where(Candidate.id.in_(alone)))
    return dict(counts)


def _as_line(record: DeletionRecord) -> dict[str, Any]:
    return {
        "at": record.at.isoformat(),
        "kind": record.kind,
        "id_hash": record.id_hash,
        "rule": record.rule,
        "counts": record.counts,
    }
