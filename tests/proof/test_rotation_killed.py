"""P40 whole: a rotation that is killed again and again ends with all under one key, and nothing lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application
from portal import crypto, rotation
from portal.models.candidate import Candidate
from trust import figures

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 1500
KILLS = 10


def rotate(folder: Path) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "PORTAL_ENV": "development",
        "SECRET_KEY": "a secret for tests only, long enough to be one",
        "DATA_DIR": str(folder),
        "FIELD_KEYS_FILE": str(folder / "field-keys.json"),
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "keys", "rotate"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def test_p40_a_rotation_survives_being_killed_at_any_moment(
    app: Flask, session: Session, portal_folder: Path
) -> None:
    for number in range(PEOPLE):
        make_application(session, person={"name": f"Person {number}"})
    session.rollback()
    dice, killed = random.Random(40), 0
    for _try in range(KILLS):
        process = rotate(portal_folder)
        time.sleep(dice.uniform(2.0, 7.0))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
    assert rotate(portal_folder).wait(timeout=120) == 0
    session.expire_all()
    active = crypto.keyring().active
    assert set(rotation.in_use(session)) == {active}
    names = {person.name for person in session.scalars(select(Candidate))}
    assert names == {f"Person {number}" for number in range(PEOPLE)}
    figures.note(40, f"{killed} kills during rotations of {PEOPLE} people: 0 values lost, 1 key in use after")


@pytest.fixture(autouse=True)
def _settled(app: Flask) -> None:
    """The application is made before the first process looks at its folder."""
