"""Counts what readers looked at, from the access log: by day, kind and subject. The worker does this.

Each file is read on from where the last count stopped. How far that is stands in the same transaction as the
counts, so that a worker which is killed counts nothing twice and nothing never.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.visit import LogPosition, VisitCount

SHOWN: Final = frozenset({200, 304})
"""A page that the browser has kept and asks about again is looked at again."""
AT_ONCE: Final = 4 * 2**20
LOGS_KEPT: Final = timedelta(days=30)
COUNTS_KEPT: Final = timedelta(days=3 * 365)
POPULAR_DAYS: Final = 30

Key = tuple[date, str, str]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Whole lines of one file: what they say, where they end, and whether there is more to read."""

    counts: Counter[Key]
    end: int
    more: bool


def count(session: Session, folder: Path) -> int:
    """Counts what the logs in `folder` say that is new; answers with how many visits. Commits."""
    counted = 0
    for path in sorted(folder.glob("access-*.jsonl")):
        more = True
        while more:
            found, more = _count_piece(session, path)
            counted += found
            session.commit()
    _forget(session, folder)
    session.commit()
    return counted


def _count_piece(session: Session, path: Path) -> tuple[int, bool]:
    """Reads one piece of a file on from where it was left; a file that was replaced or cut begins anew."""
    stat = path.stat()
    row = session.get(LogPosition, path.name, with_for_update=True)
    if row is None:
        row = LogPosition(name=path.name, inode=stat.st_ino, offset=0)
        session.add(row)
    if row.inode != stat.st_ino or stat.st_size < row.offset:
        row.inode, row.offset = stat.st_ino, 0
    if stat.st_size == row.offset:
        return 0, False
    piece = read(path, row.offset)
    row.offset = piece.end
    _add(session, piece.counts)
    return piece.counts.total(), piece.more


def read(path: Path, start: int) -> Piece:
    """Reads whole lines from `start` on, at most about 4 MiB; a line that is still being written waits."""
    with path.open("rb") as file:
        file.seek(start)
        data = file.read(AT_ONCE)
        at_end = file.tell() == os.fstat(file.fileno()).st_size
    whole = data[: data.rfind(b"\n") + 1]
    if not whole and not at_end:
        # No line is so long: what stands here is not ours.
        return Piece(counts=Counter(), end=start + len(data), more=True)
    return Piece(counts=Counter(_visits(whole.split(b"\n"))), end=start + len(whole), more=not at_end)


def _visits(lines: Iterable[bytes]) -> Iterator[Key]:
    for line in lines:
        try:
            values = json.loads(line)
            if values["status"] in SHOWN:
                day = clock.to_local(datetime.fromisoformat(values["time"])).date()
                yield day, str(values["kind"]), str(values["subject"])
        except (ValueError, KeyError, TypeError):
            # Most lines are of pages that nobody counts; a broken one must not stop the rest.
            continue


def _add(session: Session, counts: Counter[Key]) -> None:
    for key, number in counts.items():
        row = session.get(VisitCount, key)
        if row is None:
            day, kind, subject = key
            row = VisitCount(day=day, kind=kind, subject=subject, count=0)
            session.add(row)
        row.count += number


def _forget(session: Session, folder: Path) -> None:
    """Deletes logs after 30 days, and counts after three years."""
    today = clock.today()
    for path in folder.glob("access-*.jsonl"):
        if path.name < f"access-{(today - LOGS_KEPT).isoformat()}":
            path.unlink(missing_ok=True)
    there = [path.name for path in folder.glob("access-*.jsonl")]
    session.execute(delete(LogPosition).where(LogPosition.name.not_in(there)))
    session.execute(delete(VisitCount).where(VisitCount.day < today - COUNTS_KEPT))


def most_seen(session: Session, kind: str, *, days: int = POPULAR_DAYS) -> dict[str, int]:
    """How often each subject of a kind was seen in the last days, today included."""
    rows = session.execute(
        select(VisitCount.subject, func.sum(VisitCount.count))
        .where(VisitCount.kind == kind, VisitCount.day > clock.today() - timedelta(days=days))
        .group_by(VisitCount.subject)
    )
    return {row[0]: int(row[1]) for row in rows}
