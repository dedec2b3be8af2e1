"""P39, P41: 40 unlike words, written wherever people write, are found in no file, mail, log or address."""

import logging
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from pyrage import x25519
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import decide
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock
from portal.backups import making
from portal.db import settle
from portal.models.application import State
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.staff import Staff
from strict_client import StrictClient

WORDS = tuple(f"Kanarie{chr(97 + n % 26)}{chr(97 + n // 26)}{n:02}" for n in range(40))


def back_up(app: Flask, session: Session) -> Path:
    """The file of a backup, made now."""
    recipient = str(x25519.Identity.generate().to_public())
    made = making.make(session, replace(app.config["SETTINGS"], backup_recipient=recipient))
    return Path(made.path)


def everywhere(session: Session, client: StrictClient, by: Staff) -> None:
    """Writes each word once: as who one is, as an answer, a note, a reason, a search."""
    words = list(WORDS)
    person = {
        "name": f"{words.pop()} {words.pop()}",
        "email": f"{words.pop()}@example.com",
        "place": words.pop(),
        "phone": words.pop(),
    }
    answers = [
        {"key": f"more{n}", "question": "Mere?", "value": words.pop(), "text": words.pop()} for n in range(16)
    ]
    application = make_application(session, person=person, answers=answers)
    move_to(session, application, State.SCREENING)
    note = Note(application_id=application.id, staff_id=by.id, at=clock.now())
    note.text = words.pop()
    session.add(note)
    session.commit()
    decide(client, application, "videre", note=words.pop())
    page = client.get("/personale/soeg")
    client.post("/personale/soeg", data=client.form(page, text=words.pop()))
    assert words == []


def test_p39_p41_forty_words_are_found_nowhere(
    app: Flask,
    session: Session,
    client: StrictClient,
    portal_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither in the database, its log, the logs, a backup, nor in what the programs leave in /tmp."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    make_consultant(session)
    sanne = make_staff(session)
    sign_in(client, sanne)
    with caplog.at_level(logging.DEBUG):
        everywhere(session, client, sanne)
        backup = back_up(app, session)
    assert backup.stat().st_size > 1000
    assert [path for path in temporary.rglob("*") if path.is_file()] == []
    assert backup.is_relative_to(portal_folder)
    files = {path: path.read_bytes() for path in portal_folder.rglob("*") if path.is_file()}
    mails = session.scalars(select(OutboxMessage)).all()
    told = " ".join([caplog.text, *(f"{mail.subject} {mail.text} {mail.html}" for mail in mails)])
    assert len(set(WORDS)) == 40
    assert any(path.name.endswith("-wal") and content for path, content in files.items())
    found = [word for word in WORDS for content in files.values() if word.lower().encode() in content.lower()]
    assert found == []
    assert [word for word in WORDS if word.lower() in told.lower()] == []
    settle()
    assert b"Kanarie" not in (portal_folder / "portal.db").read_bytes()
