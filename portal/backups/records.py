"""Which backups there are, when the next one is due, and which are too old to keep."""

import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.backup import BackupRecord
from portal.models.deletion import PurgeRun

KEPT: Final = timedelta(days=34)
"""What was deleted is gone from every backup after 35 days (promise 45); dropping may be a day late."""
JUMP: Final = timedelta(hours=48)
FROM_HOUR: Final = 3
"""On no day is the clock set forward or back at three or later, so no night has two or none."""
BEFORE_MIGRATION: Final = "before-migration"


def is_due(session: Session) -> bool:
    """Whether tonight's backup is still to be made: once a Danish calendar day, after three o'clock."""
    now = clock.to_local(clock.now())
    newest = session.scalar(select(func.max(BackupRecord.made_at)))
    return now.hour >= FROM_HOUR and (newest is None or _day(newest) != now.date())


def _day(moment: datetime) -> date:
    return clock.to_local(moment).date()


def drop_old(session: Session, folder: Path) -> list[str]:
    """Deletes the files of backups that are too old, and gives their names. Commits.

    The last one goes as well (ADR 35). Nothing is dropped where the nightly deletion has not run for 48
    hours: then the clock may be wrong.
    """
    now = clock.now()
    deleted_at = session.scalar(select(func.max(PurgeRun.at)).where(PurgeRun.refused == ""))
    if deleted_at is None or now - deleted_at > JUMP:
        return []
    old = (BackupRecord.dropped_at.is_(None), BackupRecord.made_at < now - KEPT)
    gone = session.scalars(select(BackupRecord).where(*old).order_by(BackupRecord.made_at.desc())).all()
    for row in gone:
        (folder / row.name).unlink(missing_ok=True)
        row.dropped_at = now
    session.commit()
    _drop_copies(folder / BEFORE_MIGRATION)
    return [row.name for row in gone]


def _drop_copies(folder: Path) -> None:
    for path in folder.glob("*.db*"):
        if time.time() - path.stat().st_mtime > KEPT.total_seconds():
            path.unlink(missing_ok=True)
