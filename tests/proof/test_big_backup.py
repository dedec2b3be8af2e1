"""P57 whole: 100,000 cases are backed up and restored within five minutes, row for row."""

import time
from pathlib import Path

import pytest
from flask import Flask
from pyrage import x25519
from sqlalchemy import insert
from sqlalchemy.orm import Session

from conftest import settings_for
from portal import clock, crypto
from portal.app import create_app
from portal.backups import making, restoring
from portal.db import db
from portal.models.application import Application, State
from portal.models.candidate import Candidate
from trust.figures import note

CASES = 100_000
A_TIME = 5_000
MINUTES = 5
ANSWERS = "Jeg er god til at pakke varer ud og sætte dem på plads. " * 12


def _fill(session: Session) -> None:
    """So many people with a case each, sealed as the portal seals them."""
    ring, now = crypto.keyring(), clock.now()
    for _ in range(CASES // A_TIME):
        ids = [crypto.unmistakable(10) for _ in range(A_TIME)]
        people = [
            {
                "id": one,
                "created_at": now,
                "name_sealed": ring.seal("Kim Kandidat", place=f"candidate:{one}:name"),
                "phone_sealed": ring.seal("20112233", place=f"candidate:{one}:phone"),
            }
            for one in ids
        ]
        cases = [
            {
                "id": one,
                "candidate_id": one,
                "token_hash": one,
                "form_version": 1,
                "created_at": now,
                "updated_at": now,
                "submitted_at": now,
                "state_since": now,
                "state": State.RECEIVED,
                "answers_sealed": ring.seal(ANSWERS, place=f"application:{one}:answers"),
            }
            for one in ids
        ]
        session.execute(insert(Candidate), people)
        session.execute(insert(Application), cases)
        session.commit()


def test_p57_a_hundred_thousand_cases_are_restored_within_five_minutes(
    portal_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    operator = x25519.Identity.generate()
    settings = settings_for(portal_folder, backup_recipient=str(operator.to_public()))
    app: Flask = create_app(settings)
    with app.app_context():
        _fill(db.session())
        began = time.monotonic()
        made = making.make(db.session(), settings)
        making_took, began = time.monotonic() - began, time.monotonic()
        contents = restoring.unpack(made.path, operator, tmp_path / "restored")
        with restoring.place_for(contents, tmp_path / "restored", settings) as own:
            proof = restoring.prove(contents, tmp_path / "restored", own, create_app)
        took = time.monotonic() - began
        db.engine.dispose()
    figure = (
        f"{CASES} cases, {made.path.stat().st_size / 1e6:.0f} MB: made in {making_took:.0f} s, "
        f"restored and proven in {took:.0f} s, 0 differing rows"
    )
    with capsys.disabled():
        print(f"\nP57 {figure}")
    assert contents.rows["application"] == CASES
    assert proof.rows == made.rows
    assert took < MINUTES * 60
    note(57, figure)
