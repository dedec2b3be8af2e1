"""The worker counts visits from the log: each once, whatever happens to the file (P16)."""

import json
from datetime import date, timedelta
from pathlib import Path

import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting
from portal import visits
from portal.models.visit import LogPosition, VisitCount
from strict_client import StrictClient

NOON = "2026-11-22T12:00:00+00:00"
NAME = "access-2026-11-22.jsonl"


def line(subject: str = "abc", time: str = NOON, status: int = 200) -> str:
    return json.dumps({"time": time, "status": status, "kind": "job", "subject": subject}) + "\n"


def counted(session: Session) -> dict[tuple[date, str], int]:
    session.expire_all()
    return {(row.day, row.subject): row.count for row in session.scalars(select(VisitCount))}


@time_machine.travel(NOON, tick=False)
def test_each_visit_is_counted_once(session: Session, tmp_path: Path) -> None:
    log = tmp_path / NAME
    log.write_text(line() + line("def") + line())
    assert visits.count(session, tmp_path) == 3
    assert visits.count(session, tmp_path) == 0
    with log.open("a") as more:
        more.write(line())
    assert visits.count(session, tmp_path) == 1
    assert counted(session) == {(date(2026, 11, 22), "abc"): 3, (date(2026, 11, 22), "def"): 1}


@time_machine.travel(NOON, tick=False)
def test_a_half_line_waits_for_its_end(session: Session, tmp_path: Path) -> None:
    log = tmp_path / NAME
    log.write_text(line() + line()[:20])
    assert visits.count(session, tmp_path) == 1
    with log.open("a") as rest:
        rest.write(line()[20:])
    assert visits.count(session, tmp_path) == 1


@time_machine.travel(NOON, tick=False)
def test_a_file_that_was_rotated_away_begins_anew(session: Session, tmp_path: Path) -> None:
    log = tmp_path / NAME
    log.write_text(line() + line())
    visits.count(session, tmp_path)
    log.rename(tmp_path / "old.1")
    log.write_text(line("new") + line("new") + line("new"))
    assert visits.count(session, tmp_path) == 3


@time_machine.travel(NOON, tick=False)
def test_a_file_that_was_cut_begins_anew(session: Session, tmp_path: Path) -> None:
    log = tmp_path / NAME
    log.write_text(line() + line())
    visits.count(session, tmp_path)
    log.write_text(line())
    assert visits.count(session, tmp_path) == 1


@time_machine.travel(NOON, tick=False)
def test_broken_and_uninteresting_lines_stop_nothing(session: Session, tmp_path: Path) -> None:
    odd = "no json\n[]\n7\n{}\n" + line(status=404) + '{"status": 200, "time": 3}\n' + "\xff\n"
    (tmp_path / NAME).write_text(odd + line(), encoding="latin-1")
    assert visits.count(session, tmp_path) == 1


@time_machine.travel(NOON, tick=False)
def test_the_day_is_that_of_copenhagen(session: Session, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(line(time="2026-11-21T23:30:00+00:00"))
    visits.count(session, tmp_path)
    assert counted(session) == {(date(2026, 11, 22), "abc"): 1}


@time_machine.travel(NOON, tick=False)
def test_logs_are_deleted_after_thirty_days_and_their_counts_stay(session: Session, tmp_path: Path) -> None:
    old = tmp_path / "access-2026-10-22.jsonl"
    old.write_text(line(time="2026-10-22T12:00:00+00:00"))
    visits.count(session, tmp_path)
    assert not old.exists()
    assert counted(session) == {(date(2026, 10, 22), "abc"): 1}
    assert session.scalars(select(LogPosition)).all() == []


def test_the_most_seen_are_those_of_the_last_thirty_days(session: Session, tmp_path: Path) -> None:
    with time_machine.travel(NOON, tick=False):
        for days, number in ((0, 2), (29, 3), (30, 5)):
            day = date(2026, 11, 22) - timedelta(days=days)
            session.add(VisitCount(day=day, kind="job", subject="abc", count=number))
        session.add(VisitCount(day=date(2026, 11, 22), kind="leaflet", subject="0330", count=9))
        session.commit()
        assert visits.most_seen(session, "job") == {"abc": 5}


def test_p16_looking_at_an_ad_writes_nothing_and_the_worker_counts_it(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    ad = make_posting(session)
    address = f"/job/{ad.id}-{ad.slug}"
    etag = client.get(address).headers["ETag"]
    client.get(address, headers={"If-None-Match": etag})
    client.head(address)
    assert session.scalars(select(VisitCount)).all() == []
    visits.count(session, portal_folder / "log")
    assert visits.most_seen(session, "job") == {ad.id: 2}
