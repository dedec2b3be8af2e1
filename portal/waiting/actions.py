"""Verbs of the waiting list; each is one transaction."""

from typing import Final

from portal import audit
from portal.db import db
from portal.models.application import Application
from portal.models.staff import Staff
from portal.waiting import asking

PURPOSE: Final = "waiting list"


def answer(application: Application, *, still: bool) -> None:
    """The person answers by the link."""
    asking.hear(db.session(), application, still=still)
    db.session.commit()


def note_answer(application: Application, *, still: bool, by: Staff) -> None:
    """A colleague has called and heard the answer."""
    asking.hear(db.session(), application, still=still, by=by)
    audit.changed("waiting answer", "application", application.id, purpose=PURPOSE)
    db.session.commit()


def print_letter(application: Application) -> str:
    """Asks by a letter; gives the address that stands in it."""
    link = asking.letter(db.session(), application)
    audit.changed("waiting letter", "application", application.id, purpose=PURPOSE)
    db.session.commit()
    return link
