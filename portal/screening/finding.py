"""Searches the people of open cases by what stands encrypted in the rows.

Names are sealed, so no index knows them. The few thousand open cases are opened one by one in memory, the
newest first and at most `BOUND` of them; nothing of it is kept. `make bench` measures it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portal import cases
from portal.models.application import OPEN, Application
from portal.models.candidate import Candidate
from portal.models.staff import Staff
from portal.screening import matching, queries, sections
from portal.screening.matching import Known
from portal.screening.queries import Listed
from portal.screening.sections import Wanted

BOUND: Final = 10_000
SHOWN: Final = 50


@dataclass(frozen=True, kw_only=True)
class Found:
    """How many cases fit, and the newest `SHOWN` of them; `cut` where there were more cases than `BOUND`."""

    count: int
    cases: tuple[Listed, ...]
    cut: bool


def find(session: Session, staff: Staff, text: str, wanted: Wanted) -> Found:
    """The open cases that `staff` may see and that fit `text` and the filters of `wanted`.

    An ended case is found by its whole number only.
    """
    words = matching.words_of(text)
    query = (
        select(
            Application.id,
            Application.reference,
            Candidate.id.label("person"),
            Candidate.name_sealed,
            Candidate.phone_sealed,
            Candidate.email_sealed,
        )
        .join(Candidate)
        .where(
            cases.visible_to(staff),
            or_(Application.state.in_(sorted(OPEN)), Application.reference.in_((*words, "".join(words)))),
            *sections.narrowed(wanted.filters()),
        )
        .order_by(Application.submitted_at.desc(), Application.id)
        .limit(BOUND)
    )
    rows = session.execute(query, wanted.filters()).all()
    known = _reader()
    hits = [row.id for row in rows if matching.fits(words, known(row))]
    loaded = queries.lines(session, hits[:SHOWN])
    return Found(
        count=len(hits),
        cases=tuple(loaded[case_id] for case_id in hits[:SHOWN]),
        cut=len(rows) == BOUND,
    )


def _reader() -> Callable[[Any], Known]:
    """Of people's details only what is searched is read; the place stays shut."""
    name, phone, email = Candidate.name.opener(), Candidate.phone.opener(), Candidate.email.opener()
    return lambda row: Known(
        name=name(row.person, row.name_sealed),
        phone=phone(row.person, row.phone_sealed),
        email=email(row.person, row.email_sealed),
        reference=row.reference or "",
    )
