"""Verbs of notes; each is one transaction. A note needs no claim on the case, so that nothing gets lost."""

from dataclasses import dataclass
from datetime import date

from portal import audit, clock
from portal.db import db
from portal.models.application import Application
from portal.models.note import Note, NoteKind
from portal.models.staff import Staff


@dataclass(frozen=True, kw_only=True)
class Written:
    """What somebody wrote: the words, for which colleague (an id or None), and when to call next."""

    kind: NoteKind
    text: str
    mentions_id: str | None = None
    call_on: date | None = None


def write_note(application: Application, written: Written, *, by: Staff) -> None:
    """Adds a note or a call. A call also says when to call next, or that it is done."""
    note = _note(application, written.kind, by)
    note.text, note.mentions_id = written.text, written.mentions_id
    db.session.add(note)
    if written.kind != NoteKind.NOTE:
        application.call_on = written.call_on
    audit.changed("note", "application", application.id, purpose="case work")
    db.session.commit()


def correct_note(application: Application, old: Note, text: str, *, by: Staff) -> None:
    """Puts new words in the place of a note; the old ones stay to be read."""
    note = _note(application, old.kind, by)
    note.text, note.corrects_id = text, old.id
    note.mentions_id, note.mention_seen_at = old.mentions_id, old.mention_seen_at
    db.session.add(note)
    old.mention_seen_at = old.mention_seen_at or note.at
    audit.changed("correct note", "application", application.id, purpose="case work")
    db.session.commit()


def mark_seen(note: Note) -> None:
    """The colleague who was mentioned has read it."""
    note.mention_seen_at = clock.now()
    audit.changed("seen", "note", note.id, purpose="case work")
    db.session.commit()


def _note(application: Application, kind: NoteKind, by: Staff) -> Note:
    return Note(application_id=application.id, kind=kind, staff_id=by.id, at=clock.now())
