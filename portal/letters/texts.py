"""The words of a letter as they count now: those of staff, or the default; filled in for one reader."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from flask import current_app
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from portal.letters import parts
from portal.letters.kinds import ALWAYS, FIELDS, KINDS, Field, Kind
from portal.letters.parts import Paragraph, Piece
from portal.models.letter import LetterText
from portal.saying import danish_date, telephone_link

_TABLE: Final = LetterText.metadata.tables[LetterText.__tablename__]
_NEWEST: Final = (
    select(_TABLE.c.text)
    .where(_TABLE.c.kind == bindparam("letter"))
    .order_by(_TABLE.c.changed_at.desc())
    .limit(1)
)


def text(session: Session, kind: str, words: Mapping[str, object] | None = None) -> tuple[Paragraph, ...]:
    """A letter in its paragraphs.

    `kind` is a key of KINDS, `words` the values of its fields by name (those of FIELDS): text, dates, or
    None. A line whose field has no value is left out. Raises KeyError for a kind that does not exist.
    """
    letter = KINDS[kind]
    return parts.fill(current(session, letter), values(letter, words or {}))


def current(session: Session, letter: Kind) -> str:
    """The words of a letter with its fields in braces."""
    return session.connection().scalar(_NEWEST, {"letter": letter.key}) or letter.default


def values(letter: Kind, words: Mapping[str, object]) -> dict[str, Piece]:
    """What each field of a letter is filled in with, by the name that stands in the text."""
    settings = current_app.config["SETTINGS"]
    known = {name: getattr(settings, name) for name in ALWAYS} | dict(words)
    # What an older version may use and this kind no longer knows counts as empty.
    return {field.shown: Piece("") for field in FIELDS.values()} | {
        FIELDS[name].shown: _piece(FIELDS[name], known.get(name)) for name in letter.may_use
    }


def examples(letter: Kind) -> dict[str, Piece]:
    """The same with made-up data, for a preview."""
    return values(letter, {name: FIELDS[name].example for name in (*letter.needs, *letter.fields)})


def _piece(field: Field, value: object) -> Piece:
    said = danish_date(value) if isinstance(value, date | datetime) else str(value or "")
    if not said or not field.links:
        return Piece(said)
    leads_to = {"tel": telephone_link(said), "mailto": f"mailto:{said}", "url": said}
    return Piece(said, leads_to[field.links])
