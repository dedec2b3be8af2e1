"""Verbs of the figures; each is one transaction, with its line in the audit trail."""

from portal import audit, clock
from portal.db import db
from portal.models.figure import YearlyFigure
from portal.models.staff import Staff


def enter(year: int, key: str, value: float, source: str, *, by: Staff) -> None:
    """Keeps a published figure; the one of the same year and key is replaced."""
    row = YearlyFigure(
        year=year, key=key, value=value, source=source, entered_at=clock.now(), entered_by_id=by.id
    )
    db.session.merge(row)
    audit.changed("enter", "yearly figure", f"{year} {key}", purpose="published figures")
    db.session.commit()
