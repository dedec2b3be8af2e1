"""Reads the notes on cases, and who among the colleagues may be mentioned in one."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from portal import cases, joined, routing
from portal.models.application import Application
from portal.models.note import Note, NoteKind
from portal.models.staff import Role, Staff, StaffRole
from portal.screening import queries, words

KIND: Final = {
    NoteKind.NOTE: "Note",
    NoteKind.REACHED: "Ringede. Vi talte sammen",
    NoteKind.NOT_REACHED: "Ringede. Ingen svarede",
}

_MENTIONS: Final = (
    select(Note, Application)
    .join(Application, Application.id == Note.application_id)
    .where(Note.mentions_id == bindparam("me"), Note.mention_seen_at.is_(None))
    .order_by(Note.at)
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A note in words; `mentions` is the colleague it is meant for, `mine` whether one may correct it."""

    note: Note
    who: str
    what: str
    mentions: str
    mine: bool
    earlier: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A note that a colleague wants one to read."""

    note: Note
    who: str
    name: str


def of_case(session: Session, application: Application, staff: Staff) -> tuple[Line, ...]:
    """The notes on a case and on those merged into it, newest first, each with the words it replaced."""
    ids = joined.ids_with(session, application)
    query = select(Note).where(Note.application_id.in_(ids)).order_by(Note.at.desc(), Note.id)
    rows = list(session.scalars(query))
    by_id = {row.id: row for row in rows}
    replaced = {row.corrects_id for row in rows}
    names = queries.staff_names(session, [name for row in rows for name in (row.staff_id, row.mentions_id)])
    return tuple(
        Line(
            note=row,
            who=names.get(row.staff_id, "En tidligere kollega"),
            what=KIND[row.kind],
            mentions=names.get(row.mentions_id or "", ""),
            mine=row.staff_id == staff.id and row.application_id == application.id,
            earlier=tuple(_earlier(row, by_id)),
        )
        for row in rows
        if row.id not in replaced
    )


def _earlier(note: Note, by_id: dict[str, Note]) -> list[Note]:
    before = by_id.get(note.corrects_id or "")
    return [before, *_earlier(before, by_id)] if before else []


def own(session: Session, application: Application, staff: Staff, note_id: str) -> Note | None:
    """A note that `staff` wrote on this case and that nobody has corrected yet."""
    note = session.get(Note, note_id)
    if note is None or (note.application_id, note.staff_id) != (application.id, staff.id):
        return None
    corrected = session.scalar(select(Note.id).where(Note.corrects_id == note.id).limit(1))
    return None if corrected else note


def mentions_of(session: Session, staff: Staff) -> tuple[Mention, ...]:
    """The notes that colleagues want `staff` to read, oldest first, on cases that are still to be seen."""
    rows = session.execute(_MENTIONS.where(cases.visible_to(staff)), {"me": staff.id}).all()
    names = queries.staff_names(session, [note.staff_id for note, _ in rows])
    return tuple(
        Mention(
            note=note,
            who=names.get(note.staff_id, "En tidligere kollega"),
            name=words.short_name(case.candidate.name if case.candidate else ""),
        )
        for note, case in rows
    )


def unseen(session: Session, staff: Staff, note_id: str) -> Note | None:
    """The note with this id if it waits for `staff` to read it, on a case that is still to be seen."""
    query = select(Note).join(Application, Application.id == Note.application_id)
    meant = (Note.mentions_id == staff.id, Note.mention_seen_at.is_(None), cases.visible_to(staff))
    return session.scalar(query.where(Note.id == note_id, *meant))


def colleagues(session: Session, application: Application, staff: Staff) -> list[tuple[str, str]]:
    """Who may be mentioned, (id, name): the office and the consultant of the case, but not oneself."""
    way = routing.route(session, application) if application.state in cases.WITH_CONSULTANT else None
    theirs = (way.consultant.staff_id, way.reached.staff_id) if way else ()
    office = StaffRole.role.in_([Role.SECRETARIAT, Role.LEADER])
    query = (
        select(Staff.id, Staff.name)
        .join(StaffRole)
        .where(
            Staff.active,
            Staff.id != staff.id,
            or_(office, Staff.id.in_(theirs)),
        )
        .distinct()
        .order_by(Staff.name)
    )
    return [(row.id, row.name) for row in session.execute(query)]
