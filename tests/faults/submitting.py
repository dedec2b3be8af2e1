"""Applications are sent to the real program while it is killed at random moments; what became of them.

Somebody whose Send was never answered presses it again when the portal is back, as people do.
"""

import itertools
import random
import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import requests
from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select

from apply.filling import KIM, fill_in
from live import killed
from portal import browser
from portal.apply import actions, queries
from portal.apply.kinds import Answer
from portal.db import db
from portal.models.application import Application
from strict_client import StrictClient

A_ROUND = 40
"""Below what the portal takes for an attack, which would change what it does."""
AT_ONCE = 4


@dataclass(frozen=True)
class Ready:
    """A browser with a whole draft: its cookie, and what its Send button sends."""

    draft: str
    cookie: str
    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What was counted: acknowledgements, kills, and what went wrong."""

    acknowledged: int
    kills: int
    lost: int
    twice: int
    without_receipt: int
    integrity: str


def answers_of_kim(app: Flask, client: StrictClient) -> list[Answer]:
    """What the form keeps after Kim has filled it in."""
    fill_in(client, KIM)
    with app.app_context():
        draft = db.session.scalars(select(Application)).one()
        return list(queries.answers_of(draft).values())


def ready(app: Flask, answers: Sequence[Answer], number: int) -> list[Ready]:
    """So many browsers that only have to press Send."""
    made = []
    for _ in range(number):
        with app.test_request_context():
            token = actions.begin(db.session(), [], answers=answers)
            browser.remember(token)
            fields = {"csrf_token": generate_csrf(), "jobs": ""}
            draft = db.session.scalars(select(Application.id).order_by(Application.created_at.desc())).first()
            signer = app.session_interface.get_signing_serializer(app)
            made.append(Ready(str(draft), signer.dumps(dict(session)), fields | {"draft": str(draft)}))
    return made


def send_under_kills(
    app: Flask, answers: Sequence[Answer], folder: Path, *, wanted: int, kills: int
) -> Tally:
    """Sends until `wanted` were acknowledged and the program was killed `kills` times, and counts."""
    acknowledged: set[str] = set()
    waiting: list[Ready] = []
    killings = 0
    while len(acknowledged) < wanted or killings < kills:
        an_hour_passes(folder)
        waiting += ready(app, answers, A_ROUND - len(waiting))
        acknowledged |= _one_round(folder, waiting)
        killings += 1
        waiting = [one for one in waiting if one.draft not in acknowledged]
    return _count(folder, acknowledged, killings)


def an_hour_passes(folder: Path) -> None:
    """The portal's counters of a busy hour are empty again."""
    with closing(sqlite3.connect(folder / "portal.db")) as connection:
        connection.execute("DELETE FROM attempt")
        connection.commit()


def _one_round(folder: Path, waiting: Sequence[Ready]) -> set[str]:
    """Which of them were acknowledged before the program was killed, a moment after one of them was.

    That is one of the last ten, so that few starts of the program are spent on few applications.
    """
    most = len(waiting) - AT_ONCE
    last = random.randint(max(1, most - 10), most)
    count = itertools.count(1)
    with killed(folder) as (address, kill), ThreadPoolExecutor(AT_ONCE) as pool:

        def press(one: Ready) -> bool:
            answered = _send(address, one)
            if answered and next(count) == last:
                threading.Timer(random.uniform(0, 0.05), kill).start()
            return answered

        answers = list(pool.map(press, waiting))
    return {one.draft for one, answered in zip(waiting, answers, strict=True) if answered}


def _send(address: str, one: Ready) -> bool:
    """Presses Send; whether the answer was the way to the receipt."""
    try:
        answer = requests.post(
            f"{address}/ansoeg/send",
            data=one.fields,
            headers={"Cookie": f"klapjob={one.cookie}"},
            timeout=30,
            allow_redirects=False,
        )
    except requests.RequestException:
        return False
    assert (answer.status_code, answer.headers["Location"]) == (303, "/ansoeg/tak"), answer.text
    return True


def _count(folder: Path, acknowledged: set[str], kills: int) -> Tally:
    with closing(sqlite3.connect(folder / "portal.db")) as connection:
        rows = connection.execute(
            "SELECT application.id, (SELECT count(*) FROM outbox_message"
            " WHERE application_id = application.id AND kind = 'receipt'),"
            " (SELECT count(*) FROM move WHERE application_id = application.id)"
            " FROM application WHERE submitted_at IS NOT NULL AND candidate_id IS NOT NULL"
        ).fetchall()
        (candidates,) = connection.execute("SELECT count(*) FROM candidate").fetchone()
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
    sent = {draft for draft, _, _ in rows}
    return Tally(
        acknowledged=len(acknowledged),
        kills=kills,
        lost=len(acknowledged - sent),
        twice=candidates - len(sent) + sum(mails > 1 or moves > 1 for _, mails, moves in rows),
        without_receipt=sum(mails == 0 for _, mails, _ in rows),
        integrity=integrity,
    )
