"""Verbs of arrivals; each is one transaction, with its line in the audit trail."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy.orm import Session

from portal import audit, clock, erasing
from portal.arrivals import taking
from portal.arrivals.reading import Read
from portal.arrivals.taking import Made
from portal.db import db
from portal.models.arrival import Arrival, ArrivalKind
from portal.models.staff import Staff

PURPOSE: Final = "first-day import"
_TAKE: Final[Mapping[ArrivalKind, Callable[..., list[Made]]]] = {
    ArrivalKind.PEOPLE: taking.take_person,
    ArrivalKind.CONSULTANTS: taking.take_consultant,
    ArrivalKind.CONTACTS: taking.take_contact,
}


def keep(kind: ArrivalKind, filename: str, rows: tuple[Read, ...], *, by: Staff) -> Arrival:
    """Keeps a spreadsheet, sealed, until somebody has looked at it."""
    rows = taking.checked(db.session(), kind, rows)
    arrival = Arrival(kind=kind, filename=filename[:200], created_at=clock.now(), created_by_id=by.id)
    arrival.made = []
    arrival.rows = json.dumps([dataclasses.asdict(row) for row in rows])
    db.session.add(arrival)
    _commit("upload", arrival)
    return arrival


def rows_of(arrival: Arrival) -> tuple[Read, ...]:
    """The rows of a spreadsheet that waits to be taken in."""
    return tuple(
        Read(number=row["number"], values=row["values"], wrong=tuple(row["wrong"]))
        for row in json.loads(arrival.rows or "[]")
    )


def take(arrival: Arrival, *, without: frozenset[int], by: Staff) -> int:
    """Takes in the rows that are in order, but for the numbers in `without`, and forgets the file."""
    session = db.session()
    rows = taking.checked(session, arrival.kind, rows_of(arrival))
    good = [row for row in rows if not row.wrong and row.number not in without]
    arrival.made = [made for row in good for made in _TAKE[arrival.kind](session, row.values, by=by)]
    arrival.taken_at, arrival.rows = clock.now(), ""
    _commit("take in", arrival)
    return len(good)


def drop(arrival: Arrival) -> None:
    """Throws a file away that was not taken in."""
    db.session.delete(arrival)
    _commit("drop", arrival)


def undo(arrival: Arrival) -> int:
    """Takes a whole import back; gives how many things stay because somebody has worked with them since."""
    session: Session = db.session()
    kept = [made for made in reversed(arrival.made) if not taking.undo(session, made)]
    arrival.made, arrival.undone_at = kept, clock.now()
    _commit("undo", arrival)
    erasing.tell_the_file(session)
    return len(kept)


def _commit(action: str, arrival: Arrival) -> None:
    db.session.flush()
    audit.changed(action, "arrival", arrival.id, purpose=PURPOSE)
    db.session.commit()
