"""P52 whole: the portal is killed 25 times at any moment of the form; nothing saved is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from apply.killing import fill_in_and_be_killed
from faults.submitting import an_hour_passes
from live import serving

KILLS = 25


def test_p52_twenty_five_kills_lose_nothing_and_send_nothing_twice(
    portal_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = 0
    for number in range(KILLS):
        # All these people are on one network, which may begin 200 forms an hour.
        an_hour_passes(portal_folder)
        person = fill_in_and_be_killed(portal_folder, after=0.2 + number * 0.15)
        with serving(portal_folder) as address:
            found = person.finds(address)
        lost += found[: len(person.saved)] != person.saved
    with closing(sqlite3.connect(portal_folder / "portal.db")) as connection:
        sent = "SELECT count(*) FROM application WHERE submitted_at IS NOT NULL"
        receipts = (
            "SELECT count(*), count(DISTINCT application_id) FROM outbox_message WHERE kind = 'receipt'"
        )
        (applications,) = connection.execute(sent).fetchone()
        mails, mailed = connection.execute(receipts).fetchone()
        (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
    with capsys.disabled():
        print(f"\nP52 {KILLS} kills: {lost} lost, {applications} sent, {mails} receipts for {mailed}")
    assert (lost, mails, mailed, whole) == (0, applications, applications, "ok")
