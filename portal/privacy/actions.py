"""Verbs about personal data; each is one transaction, with its line in the audit trail."""

from collections.abc import Mapping
from typing import Final

from portal import audit, erasing, purging, retention
from portal.db import db, settle
from portal.models.application import Application
from portal.models.staff import Staff
from portal.purging import Outcome

PURPOSE: Final = "deletion"


def choose(wanted: Mapping[str, int], *, by: Staff) -> None:
    """Keeps what these rules are about so many days from now on. Raises OutOfBoundsError."""
    session = db.session()
    kept = retention.days(session)
    for key, days in wanted.items():
        if days != kept[key]:
            retention.choose(session, key, days, by=by)
            session.flush()
            audit.changed("choose time", "retention", key, purpose=PURPOSE)
    session.commit()


def trust_the_clock() -> Outcome:
    """Runs the deletion that was refused, since a person says that the clock is right."""
    session = db.session()
    audit.changed("trust clock", "retention", "", purpose=PURPOSE)
    session.commit()
    return purging.run(session, clock_is_right=True)


def erase(application: Application) -> int:
    """Deletes all about the person of a case, who asked for it; gives how many rows went."""
    session, application_id = db.session(), application.id
    gone = erasing.erase_person(session, application)
    audit.changed("erase", "application", application_id, purpose=PURPOSE)
    session.commit()
    erasing.tell_the_file(session)
    settle()
    return gone
