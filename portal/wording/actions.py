"""Verbs of the pages about letters; each is one transaction, with its line in the audit trail."""

from sqlalchemy.orm import Session

from portal import audit, clock
from portal.letters.kinds import Kind
from portal.models.letter import LetterText
from portal.models.staff import Staff


def save(session: Session, letter: Kind, text: str, *, by: Staff) -> None:
    """Keeps a new version of a letter; it counts from now on."""
    _keep(session, letter, text, by=by)


def reset(session: Session, letter: Kind, *, by: Staff) -> None:
    """Lets the default count again; what was written before stays readable."""
    _keep(session, letter, "", by=by)


def _keep(session: Session, letter: Kind, text: str, *, by: Staff) -> None:
    session.add(LetterText(kind=letter.key, text=text, changed_at=clock.now(), staff_id=by.id))
    audit.changed("word" if text else "reset", "letter", letter.key, purpose="letters")
    session.commit()
