"""What the pages about letters read: each letter as it counts now, and who worded it before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.letters.kinds import KINDS, Kind, Where
from portal.models.letter import LetterText
from portal.models.staff import Staff


@dataclass(frozen=True, kw_only=True)
class Version:
    """One version: what it says ("" is the default again), when it was saved, and by whom."""

    row: LetterText
    by: str


def versions(session: Session, letter: Kind) -> list[Version]:
    """All versions that staff have saved, the newest first."""
    query = (
        select(LetterText, Staff.name)
        .join(Staff, Staff.id == LetterText.staff_id)
        .where(LetterText.kind == letter.key)
        .order_by(LetterText.changed_at.desc())
    )
    return [Version(row=row, by=name) for row, name in session.execute(query)]


def worded_by_staff(session: Session) -> frozenset[str]:
    """The kinds whose default does not count now."""
    newest = {
        row.kind: row.text for row in session.scalars(select(LetterText).order_by(LetterText.changed_at))
    }
    return frozenset(kind for kind, text in newest.items() if text)


def by_place() -> Mapping[Where, Sequence[Kind]]:
    """All letters, by where they are read."""
    return {where: [kind for kind in KINDS.values() if kind.where is where] for where in Where}
