"""When a backup is due, and when it is too old to keep."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.orm import Session

from conftest import settings_for
from portal import clock
from portal.app import create_app
from portal.backups import archive, making, records
from portal.commands import backups
from portal.db import db
from portal.models.backup import BackupRecord
from portal.models.deletion import PurgeRun


def _record(session: Session, made_at: datetime, *, proven: bool = True) -> str:
    name = f"klapjob-{made_at:%Y%m%d%H}{archive.SUFFIX}"
    session.add(
        BackupRecord(name=name, made_at=made_at, proven_at=made_at if proven else None, size=1, rows=1)
    )
    session.commit()
    return name


def _deletion_ran(session: Session, at: datetime) -> None:
    session.add(PurgeRun(at=at, deleted=0))
    session.commit()


def test_p45_backups_older_than_34_days_go(session: Session, tmp_path: Path) -> None:
    now = clock.now()
    _deletion_ran(session, now)
    names = [_record(session, now - timedelta(days=days)) for days in (0, 1, 33, 34.5, 50)]
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    assert records.drop_old(session, folder) == [names[3], names[4]]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names[:3])


def test_p45_the_last_backup_goes_too_though_no_other_can_be_made(
    portal_folder: Path, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    app = create_app(settings_for(portal_folder, backup_recipient="not a key"))
    with app.app_context(), time_machine.travel("2026-11-22T05:00:00Z", tick=False):
        _deletion_ran(session, clock.now())
        folder = making.prepare(app.config["SETTINGS"].backups)
        (folder / _record(session, clock.now() - timedelta(days=34.5))).touch()
        backups.nightly()
        assert "backup: " in capsys.readouterr().err
        assert [path.name for path in folder.iterdir()] == []
        db.engine.dispose()


def test_p59_after_a_jump_of_the_clock_no_backup_is_dropped(session: Session, tmp_path: Path) -> None:
    now = clock.now()
    for days in range(10):
        _record(session, now - timedelta(days=days))
    _deletion_ran(session, now)
    with time_machine.travel(now + timedelta(days=3650), tick=False):
        _record(session, clock.now())
        assert records.drop_old(session, tmp_path) == []


@pytest.mark.parametrize(
    ("first", "nights"),
    [("2026-03-28T12:00", 2), ("2026-10-24T12:00", 2), ("2028-02-28T12:00", 2)],
    ids=["a missing hour", "a double hour", "a leap day"],
)
def test_p59_each_night_has_one_backup(session: Session, first: str, nights: int) -> None:
    begins = datetime.fromisoformat(first).replace(tzinfo=clock.COPENHAGEN)
    _record(session, begins)
    count = 0
    for quarter in range(nights * 24 * 4):
        with time_machine.travel(begins + timedelta(minutes=15 * quarter), tick=False):
            if records.is_due(session):
                count += 1
                _record(session, clock.now())
    assert count == nights
