"""What a person does with what was sent: change the number, add words, say yes, withdraw."""

import json
from datetime import timedelta
from typing import Final

from flask import current_app
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from portal import (
    cases,
    clock,
    consents,
    crypto,
    erasing,
    joined,
    limits,
    outbox,
    recordings,
    same_person,
    tickets,
)
from portal.models.answer_letter import AnswerLetter
from portal.models.application import MOVES, Application, Move, State
from portal.models.candidate import Candidate
from portal.models.heartbeat import Heartbeat
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.placement import Placement
from portal.models.ticket import TicketKind

WINDOW: Final = timedelta(minutes=5)
MOST_A_CODE: Final = 10
MOST_A_NETWORK: Final = 30
ADDED: Final = "added"
ADDED_VOICE: Final = "added_voice"
SPOKEN: Final = "En optagelse med stemme"
MOST_SOUNDS: Final = 6
MOST_ADDED: Final = 40
ADD_QUESTION: Final = "Hvad vil du sige til os?"


class TooManyTriesError(Exception):
    """Too many wrong codes; somebody must wait."""


def open_by_code(session: Session, code: str, digits: str, *, network: str) -> tuple[Application, str] | None:
    """The application with this code and a token for this browser, or None. Raises TooManyTriesError.

    Wrong tries count per code and per network; a right one sets the code's count to nothing (promise 14).
    """
    known = tickets.plain(code)
    by_code = limits.count(session, "own code", known, window=WINDOW)
    by_network = limits.counted(session, "own code network", network, window=WINDOW)
    if by_code > MOST_A_CODE or by_network >= MOST_A_NETWORK:
        session.commit()
        raise TooManyTriesError
    found = tickets.by_code(session, code, digits)
    if found is None:
        limits.count(session, "own code network", network, window=WINDOW)
        session.commit()
        return None
    limits.forget(session, "own code", known)
    token = tickets.issue(session, found, TicketKind.BROWSER)
    session.commit()
    return found, token


def change_phone(session: Session, application: Application, phone: str) -> None:
    """Keeps a new number, and a step that says so without the number."""
    if application.candidate is not None:
        application.candidate.phone = phone
        same_person.remember(session, application)
    cases.correct(session, application, by=None, reason="person_phone")
    session.commit()


class SaidMuchError(Exception):
    """The person has said so much that somebody should call."""


def add(session: Session, application: Application, *, words: str, sound: bytes = b"") -> None:
    """Adds what the person wants to say, written or aloud; a case that waited goes back to screening, with
    a new promise of when the person has an answer.

    Raises NoSoundError, TooLongError and SaidMuchError before anything is added.
    """
    if len(_added(application)) >= MOST_ADDED:
        raise SaidMuchError
    spoken = _keep_sound(session, application, sound) if sound else ""
    rows = json.loads(application.answers or "[]")
    if words:
        rows.append({"key": ADDED, "question": ADD_QUESTION, "value": words, "text": words})
    if spoken:
        rows.append({"key": ADDED_VOICE, "question": ADD_QUESTION, "value": spoken, "text": SPOKEN})
    application.answers = json.dumps(rows, ensure_ascii=False)
    if application.state == State.NEEDS_INFO:
        cases.move(session, application, State.SCREENING, by=None, reason="person_added")
        cases.promise_answer(application, days=current_app.config["SETTINGS"].answer_days)
    else:
        cases.correct(session, application, by=None, reason="person_added")
    session.commit()


def _added(application: Application) -> list[str]:
    keys = [row["key"] for row in json.loads(application.answers or "[]")]
    return [key for key in keys if key in {ADDED, ADDED_VOICE}]


def _keep_sound(session: Session, application: Application, sound: bytes) -> str:
    """Keeps a sound, which commits; the case is then read anew, as somebody may have changed it meanwhile."""
    if len(recordings.of(session, application)) >= MOST_SOUNDS:
        raise SaidMuchError
    kept = recordings.keep(session, application, sound)
    session.refresh(application, with_for_update=True)
    return kept.id


def say_yes(session: Session, application: Application) -> None:
    """Records the person's own yes."""
    consents.give(session, application)
    session.commit()


def withdraw(session: Session, application: Application) -> None:
    """Ends the case and deletes what was written: answers, notes, name and how to reach the person.

    What stays tells nothing of anybody: when something came in, and that it was withdrawn.
    """
    address = application.candidate.email if application.candidate else ""
    parts = (application, *joined.merged_into(session, application))
    session.execute(
        delete(OutboxMessage).where(
            OutboxMessage.application_id.in_([part.id for part in parts]), OutboxMessage.sent_at.is_(None)
        )
    )
    if State.WITHDRAWN in MOVES[application.state]:
        cases.move(session, application, State.WITHDRAWN, by=None, reason="person_withdrew")
    for part in parts:
        _erase(session, part)
        # A backup still holds it: what was withdrawn is deleted again after a restore.
        erasing.note(session, "application", part.id, rule="withdrawn", counts={})
    if address:
        outbox.queue(session, "withdrawn", to=address, application_id=application.id)
    session.commit()
    erasing.tell_the_file(session)


def _erase(session: Session, application: Application) -> None:
    application.answers = ""
    application.consent_text = application.fits = ""
    application.wishes = []
    application.token_hash = crypto.token_hash(crypto.token())
    application.updated_at = clock.now()
    session.flush()
    session.execute(update(Move).where(Move.application_id == application.id).values(note_sealed=None))
    session.execute(delete(Note).where(Note.application_id == application.id))
    for table in (Placement, Heartbeat):
        session.execute(delete(table).where(table.application_id == application.id))
    session.execute(delete(AnswerLetter).where(AnswerLetter.application_id == application.id))
    recordings.drop(session, application)
    tickets.revoke(session, application)
    person = application.candidate
    if person is not None and not _is_needed_elsewhere(session, person, application):
        person.name = person.phone = person.email = person.place = ""
        same_person.forget(session, person)


def _is_needed_elsewhere(session: Session, person: Candidate, application: Application) -> bool:
    others = (
        select(func.count())
        .select_from(Application)
        .where(
            Application.candidate_id == person.id,
            Application.id != application.id,
            Application.state != State.WITHDRAWN,
        )
    )
    return bool(session.scalar(others))
