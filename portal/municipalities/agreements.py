"""The verbs of the register of agreements: begin it, change it, remind both sides in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.agreement import Agreement, Cooperation
from portal.models.staff import Staff
from portal.municipalities import endings, known_agreements, trail
from portal.places.municipalities import by_name

ASKED_BEFORE: Final = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What staff type of an agreement."""

    kind: Cooperation
    starts_on: date | None
    ends_on: date | None
    our_name: str
    our_email: str
    their_name: str
    their_role: str
    their_phone: str
    their_email: str
    promised: str


def seed(session: Session) -> int:
    """Begins an empty register with the agreements that are publicly known; gives how many. Commits.

    A register that holds anything stays as it is.
    """
    if session.scalar(select(Agreement.id).limit(1)):
        return 0
    rows = list(_known())
    session.add_all(rows)
    session.commit()
    return len(rows)


def _known() -> Iterator[Agreement]:
    known = known_agreements
    for kind, names in ((Cooperation.FORMAL, known.FORMAL), (Cooperation.EXTENDED, known.EXTENDED)):
        for name in names:
            yield _agreement(name, kind, None, None, known.SOURCE)
    for name, first, last, source in known.OVER:
        yield _agreement(name, Cooperation.FORMAL, first, last, source)


def _agreement(name: str, kind: Cooperation, first: date | None, last: date | None, source: str) -> Agreement:
    place = by_name(name)
    if place is None:
        raise ValueError(f"There is no municipality called {name}.")
    return Agreement(
        municipality_code=place.code,
        kind=kind,
        starts_on=first,
        ends_on=last,
        source=source,
        changed_at=clock.now(),
    )


def keep(session: Session, agreement: Agreement | None, code: str, terms: Terms, *, by: Staff) -> Agreement:
    """Writes down an agreement, or changes one. A new last day is reminded of anew. One transaction."""
    row = agreement or Agreement(municipality_code=code)
    if row.ends_on != terms.ends_on:
        row.renewal_asked_at = None
    row.kind, row.starts_on, row.ends_on = terms.kind, terms.starts_on, terms.ends_on
    row.our_name, row.our_email = terms.our_name, terms.our_email
    row.their_name, row.their_role = terms.their_name, terms.their_role
    row.their_phone, row.their_email = terms.their_phone, terms.their_email
    row.promised = terms.promised
    row.changed_at, row.changed_by_id = clock.now(), by.id
    session.add(row)
    trail.changed("keep", "agreement", row.id, by=by)
    session.commit()
    return row


def of_municipality(session: Session, code: str) -> list[Agreement]:
    """The agreements with a municipality, the newest first."""
    rows = session.scalars(select(Agreement).where(Agreement.municipality_code == code)).all()
    return sorted(rows, key=lambda row: (row.starts_on or date.min, row.changed_at), reverse=True)


def remind(session: Session) -> int:
    """Asks both sides, once, about agreements that end within 60 days; gives how many. The caller commits."""
    today = clock.today()
    ending = session.scalars(
        select(Agreement).where(
            Agreement.ends_on >= today,
            Agreement.ends_on <= today + ASKED_BEFORE,
            Agreement.renewal_asked_at.is_(None),
        )
    ).all()
    for agreement in ending:
        both = (agreement.our_email, agreement.their_email)
        endings.tell(session, "agreement_ending", agreement.municipality_code, agreement.ends_on, to=both)
        agreement.renewal_asked_at = clock.now()
    return len(ending)
