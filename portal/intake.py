"""Hands an application in: a candidate, a reference, a promised day, and the first step of its case."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy.orm import Session

from portal import cases, clock, crypto, rows, same_person
from portal.models.application import Application, State
from portal.models.candidate import Candidate
from portal.models.staff import Staff

REFERENCE_LENGTH: Final = 8
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who an application is about, as the person or the helper wrote it."""

    name: str
    phone: str
    email: str
    place: str
    municipality_code: str | None


def submit(
    session: Session,
    application: Application,
    person: Person,
    *,
    consent_text: str,
    days: int,
    suspect: bool = False,
    taken_by: Staff | None = None,
    agreed: str = "",
    facts: Mapping[str, Any] = NOTHING,
) -> None:
    """Turns a draft into a received case with a candidate and a reference. The caller commits.

    `days` is how many working days the secretariat has for an answer. What somebody filled in for the
    person waits for the person's own yes. A `suspect` case is set aside until staff believe it. `taken_by`
    keyed it in while somebody was on the telephone, and `agreed` says how the person said yes to it.
    `facts` are other columns of the application that are written with it.
    """
    session.flush()
    to = State.QUARANTINED if suspect else State.RECEIVED
    cases.refuse_unless_allowed(application, to)
    candidate = Candidate(created_at=clock.now(), **vars(person))
    rows.add(session, candidate)
    filled_by = facts.get("filled_by", application.filled_by)
    agreed = agreed or ("self" if taken_by is None and filled_by not in cases.BY_OTHERS else "")
    facts = {
        **facts,
        **_sent(application, days),
        "candidate_id": candidate.id,
        "municipality_code": person.municipality_code,
        "consent_text": consent_text,
        **(_agreed(agreed, taken_by) if agreed else NOTHING),
    }
    cases.move(session, application, to, by=taken_by, **facts)
    session.expire(application, ["candidate"])
    same_person.get_to_know(session, candidate, application.answers)
    if not (agreed or suspect):
        cases.move(session, application, State.AWAITING_CONSENT, by=taken_by)


def _sent(application: Application, days: int) -> dict[str, Any]:
    now = clock.now()
    return {
        # A draft that was saved for later has its code already.
        "reference": application.reference or crypto.unmistakable(REFERENCE_LENGTH),
        "submitted_at": now,
        "answer_by": cases.answer_day(days=days, after=clock.today()),
        "consented_at": now,
    }


def _agreed(how: str, taken_by: Staff | None) -> dict[str, Any]:
    by_id = taken_by.id if taken_by else None
    return {"person_agreed_at": clock.now(), "person_agreed_how": how, "person_agreed_by_id": by_id}
