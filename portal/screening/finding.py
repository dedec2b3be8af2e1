"""Searches the people of open cases by what stands encrypted in the rows.

Names are sealed, so no index knows them. The few thousand open cases are opened one by one in memory, the
newest first and at most `BOUND` of them; nothing of it is kept (measured: 5,000 in about 0.3 s).
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, load_only

from portal import cases
from portal.models.application import OPEN, Application
from portal.models.candidate import Candidate
from portal.models.staff import Staff
from portal.screening import matching, queries, sections
from portal.screening.matching import Known
from portal.screening.sections import Wanted

BOUND: Final = 10_000
SHOWN: Final = 50
# Of people's details only what is searched is read; the place stays shut.
_SEARCHED: Final = load_only(Candidate.name_sealed, Candidate.phone_sealed, Candidate.email_sealed)


@dataclass(frozen=True, kw_only=True)
class Found:
    """How many cases fit, and the newest `SHOWN` of them; `cut` where there were more cases than `BOUND`."""

    count: int
    cases: tuple[Application, ...]
    cut: bool


def find(session: Session, staff: Staff, text: str, wanted: Wanted) -> Found:
    """The open cases that `staff` may see and that fit `text` and the filters of `wanted`.

    An ended case is found by its whole number only.
    """
    words = matching.words_of(text)
    query = (
        select(Application.id, Application.reference, Candidate)
        .join(Candidate)
        .where(
            cases.visible_to(staff),
            or_(Application.state.in_(sorted(OPEN)), Application.reference.in_(words)),
            *sections.narrowed(wanted.filters()),
        )
        .options(_SEARCHED)
        .order_by(Application.submitted_at.desc(), Application.id)
        .limit(BOUND)
    )
    rows = session.execute(query, wanted.filters()).all()
    hits = [row.id for row in rows if matching.fits(words, _known(row.Candidate, row.reference))]
    loaded = queries.with_people(session, hits[:SHOWN])
    return Found(
        count=len(hits),
        cases=tuple(loaded[case_id] for case_id in hits[:SHOWN]),
        cut=len(rows) == BOUND,
    )


def _known(candidate: Candidate, reference: str | None) -> Known:
    return Known(name=candidate.name, phone=candidate.phone, email=candidate.email, reference=reference or "")
