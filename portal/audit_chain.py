"""The chain of the audit trail: adds entries, checks that all are there and as they were, drops old months.

Each entry's link is a keyed hash (HMAC-SHA-256) over the entry and the link before it. Without the key file
nobody can write a chain that fits. What a chain cannot show by itself is that its newest end was cut off;
for that `audit verify` prints the end, to be kept elsewhere.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, cast

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.models.audit import AuditEntry, AuditHead, AuditSegment

BEGINNING: Final = (0, "")
_BATCH: Final = 1000

# Put together once, over plain tables: each page with personal data asks these.
_ENTRIES: Final = cast("Table", AuditEntry.__table__)
_END: Final = cast("Table", AuditHead.__table__)
_NEXT: Final = (
    update(_END).where(_END.c.id == 1).values(number=_END.c.number + 1).returning(_END.c.number, _END.c.link)
)
_WRITE: Final = insert(_ENTRIES)
_CLOSE: Final = update(_END).where(_END.c.id == 1).values(link=bindparam("new_link"))


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one entry says; `fields` names what a change has changed, as `portal.changed_fields` does."""

    at: datetime
    staff_id: str
    action: str
    object_kind: str
    object_id: str
    purpose: str
    fields: str = ""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What came of checking: how many entries are right, where the chain ends, and what is wrong ("" for
    nothing).
    """

    entries: int
    number: int
    link: str
    wrong: str = ""


def add(connection: Connection, line: Line) -> None:
    """Adds one entry at the end of the chain. The caller commits.

    It begins with a write, so that two writers wait for one another and never read the same end.
    """
    number, before = connection.execute(_NEXT).one()
    link = link_of(number, before, line)
    connection.execute(_WRITE, {"number": number, "link": link, **vars(line)})
    connection.execute(_CLOSE, {"new_link": link})


def link_of(number: int, before: str, line: Line) -> str:
    """The link of an entry; `before` is the link of the entry before it, "" for the first."""
    said = [number, before, line.at.astimezone(UTC).isoformat(), line.staff_id, line.action]
    said += [line.object_kind, line.object_id, line.purpose]
    # Entries from before there were names of fields keep the link that they were written with.
    said += [line.fields] if line.fields else []
    return crypto.keyring().keyed_hash(json.dumps(said), purpose="audit chain")


def verify(session: Session) -> Verdict:
    """Checks the chain from its beginning, or from the last month that was dropped, to its end."""
    number, link = _beginning(session)
    entries = 0
    query = select(AuditEntry).order_by(AuditEntry.number).execution_options(yield_per=_BATCH)
    for entry in session.scalars(query):
        if entry.number != number + 1:
            wrong = f"entry {number + 1} is missing"
            return Verdict(entries=entries, number=number, link=link, wrong=wrong)
        if entry.link != link_of(entry.number, link, _line(entry)):
            wrong = f"entry {entry.number} is not what was written"
            return Verdict(entries=entries, number=number, link=link, wrong=wrong)
        number, link, entries = entry.number, entry.link, entries + 1
    wrong = "" if _head(session) == (number, link) else "the newest entries are missing"
    return Verdict(entries=entries, number=number, link=link, wrong=wrong)


def drop_before(session: Session, day: datetime) -> int:
    """Drops whole months that ended before `day`, keeping the last link; gives how many entries went.

    Nothing is dropped from a chain that is not in order. The caller commits.
    """
    month = day.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    kept_from = session.scalar(select(func.min(AuditEntry.number)).where(AuditEntry.at >= month))
    newest = session.scalar(select(func.max(AuditEntry.number))) or 0
    last = session.get(AuditEntry, kept_from - 1 if kept_from is not None else newest)
    if last is None or verify(session).wrong:
        return 0
    entries = session.scalar(select(func.count()).where(AuditEntry.number <= last.number)) or 0
    session.add(
        AuditSegment(
            month=f"{last.at:%Y-%m}",
            last_number=last.number,
            link=last.link,
            entries=entries,
            dropped_at=clock.now(),
        )
    )
    session.flush()
    session.execute(delete(AuditEntry).where(AuditEntry.number <= last.number))
    session.expire_all()
    return entries


def _line(entry: AuditEntry) -> Line:
    return Line(
        at=entry.at,
        staff_id=entry.staff_id,
        action=entry.action,
        object_kind=entry.object_kind,
        object_id=entry.object_id,
        purpose=entry.purpose,
        fields=entry.fields,
    )


def _head(session: Session) -> tuple[int, str]:
    row = session.execute(select(AuditHead.number, AuditHead.link).where(AuditHead.id == 1)).one()
    return row.number, row.link


def _beginning(session: Session) -> tuple[int, str]:
    newest = select(AuditSegment.last_number, AuditSegment.link).order_by(AuditSegment.last_number.desc())
    row = session.execute(newest.limit(1)).first()
    return (row.last_number, row.link) if row else BEGINNING
