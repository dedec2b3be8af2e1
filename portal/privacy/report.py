"""All that the portal knows about a person, packed into a ZIP: JSON for programs, a page to read, the sounds.

The person learns when somebody looked and what for, never who (a right to dates and purposes, not to names).
"""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, personal_data, recordings
from portal.audit_chain import Line
from portal.models.application import Application
from portal.models.audit import AuditEntry
from portal.models.recording import Recording
from portal.personal_data import Person
from portal.privacy import words

PURPOSE: Final = "right of access"
FORMAT: Final = "klapjob-person/1"
_PART: Final = 500
"""Ids in one question to the database."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """When something about the person was looked at or changed, what was done, and what for."""

    at: str
    what: str
    purpose: str


def everything(session: Session, application: Application) -> dict[str, Any]:
    """All that is known about the person of an application, as values for JSON."""
    person = personal_data.whose(session, application)
    kept: dict[str, list[dict[str, Any]]] = {}
    ids = {*person.applications, *person.candidates}
    for table, row in personal_data.rows(session, person):
        kept.setdefault(table, []).append(_opened(personal_data.as_plain(row)))
        ids.add(str(getattr(row, "id", "")))
    for subscription in personal_data.subscriptions(session, person):
        plain = personal_data.as_plain(subscription)
        plain.pop("token", None)
        kept.setdefault("subscription", []).append(plain)
    looks = [vars(look) for look in looks_at(session, ids - {""})]
    return {
        "format": FORMAT,
        "written_at": clock.now().isoformat(),
        "data": kept,
        "looked_at": looks,
        "kept_for": words.kept_for(session),
    }


def _opened(plain: dict[str, Any]) -> dict[str, Any]:
    """Answers are JSON in the table; here they are values."""
    if plain.get("answers"):
        plain["answers"] = json.loads(plain["answers"])
    return plain


def looks_at(session: Session, ids: set[str]) -> list[Look]:
    """Each look-up and change of these things that the trail knows, the oldest first."""
    found: list[AuditEntry] = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), _PART):
        part = wanted[start : start + _PART]
        found += session.scalars(select(AuditEntry).where(AuditEntry.object_id.in_(part))).all()
    return [
        Look(at=entry.at.isoformat(), what=words.done(entry.action), purpose=words.purpose(entry.purpose))
        for entry in sorted(found, key=lambda entry: entry.number)
    ]


def pack(session: Session, application: Application) -> bytes:
    """The ZIP."""
    known = everything(session, application)
    page = render_template(
        "privacy/report.html", groups=groups(known["data"]), known=known, moment=words.moment
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("oplysninger.json", json.dumps(known, ensure_ascii=False, indent=2, default=str))
        folder.writestr("oplysninger.html", page)
        for name, content in _sounds(session, personal_data.whose(session, application)):
            folder.writestr(name, content)
    return stream.getvalue()


def _sounds(session: Session, person: Person) -> list[tuple[str, bytes]]:
    rows = session.scalars(select(Recording).where(Recording.application_id.in_(person.applications)))
    heard = [(row, recordings.sound(row)) for row in rows]
    return [
        (f"optagelser/{row.id}.{sound.media_type.rsplit('/', 1)[-1]}", sound.content)
        for row, sound in heard
        if sound is not None
    ]


def groups(data: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The same for a reader: headings, and lines of name and text."""
    return [
        {"heading": words.table(name), "rows": [words.lines(row) for row in rows]}
        for name, rows in sorted(data.items(), key=lambda item: words.place_of(item[0]))
    ]


def line_of_command(application: Application, *, action: str = "export", purpose: str = PURPOSE) -> Line:
    """What the trail keeps where the command line wrote the report, or looked at something else."""
    return Line(
        at=clock.now(),
        staff_id="command line",
        action=action,
        object_kind="application",
        object_id=application.id,
        purpose=purpose,
    )
