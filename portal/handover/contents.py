"""What of a case is handed over, as plain values in a fixed order (see ``docs/handover.md``)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import answers, clock, routing
from portal.models.application import Application, Move, Wish
from portal.models.candidate import Candidate
from portal.models.placement import Placement
from portal.models.posting import Posting
from portal.places import municipalities

FORMAT: Final = "klapjob-case/1"
FITS: Final[Mapping[str, str]] = {
    "disability_pension": "Førtidspension",
    "fleksjob": "Fleksjob",
    "stu": "STU",
    "clarify": "Er ved at blive afklaret",
    "dont_know": "Ved det ikke",
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of the fact sheet: what it says, and the text to copy."""

    words: str
    text: str


def as_export(session: Session, application: Application) -> dict[str, Any]:
    """The whole case for a program: person, way, answers, wishes, placements and steps."""
    person = application.candidate
    return {
        "format": FORMAT,
        "exported_at": _moment(clock.now()),
        "case": _case(session, application),
        "person": {
            "name": person.name if person else "",
            "phone": person.phone if person else "",
            "email": person.email if person else "",
            "place": person.place if person else "",
        },
        "answers": [
            {"key": answer.key, "question": answer.question, "text": answer.text}
            for answer in answers.read(application.answers)
        ],
        "wishes": [_wish(posting) for posting in _wishes(session, application)],
        "placements": [_placement(row) for row in _placements(session, application)],
        "steps": [
            {
                "at": _moment(step.at),
                "from": step.from_state.value,
                "to": step.to_state.value,
                "reason": step.reason,
            }
            for step in _steps(session, application)
        ],
    }


def _case(session: Session, application: Application) -> dict[str, Any]:
    way = routing.route(session, application)
    return {
        "id": application.id,
        "reference": application.reference,
        "state": application.state.value,
        "state_since": _moment(application.state_since),
        "submitted_at": _moment(application.submitted_at),
        "filled_by": application.filled_by.value if application.filled_by else None,
        "scheme": application.fits or None,
        "municipality_code": application.municipality_code,
        "municipality": _municipality(application),
        "consultant": way.consultant.staff.name if way else None,
        "consent_at": _moment(application.consented_at),
        "person_agreed_at": _moment(application.person_agreed_at),
        "person_agreed_how": application.person_agreed_how or None,
    }


def as_lines(export: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The same export as rows of a spreadsheet: part, field, value."""
    rows = [("del", "felt", "indhold"), ("file", "format", export["format"])]
    rows += [
        (part, field, str(value or ""))
        for part in ("case", "person")
        for field, value in export[part].items()
    ]
    rows += [("answer", answer["question"] or answer["key"], answer["text"]) for answer in export["answers"]]
    for part, singular in (("wishes", "wish"), ("placements", "placement"), ("steps", "step")):
        for number, entry in enumerate(export[part], 1):
            rows += [(f"{singular} {number}", field, str(value or "")) for field, value in entry.items()]
    return rows


def as_facts(session: Session, application: Application) -> list[Fact]:
    """What the form in VITAS asks for and we know; what it asks besides is left to the consultant."""
    facts = [
        *_reached(application.candidate),
        ("Kommune", _municipality(application)),
        ("Ordning", FITS.get(application.fits, "")),
        *_at_work(_placements(session, application)[-1:]),
        *_told(application),
    ]
    return [Fact(words=words, text=text) for words, text in facts if text]


def _reached(person: Candidate | None) -> list[tuple[str, str]]:
    if person is None:
        return []
    return [("Navn", person.name), ("Telefon", person.phone), ("Mail", person.email), ("Bor", person.place)]


def _at_work(newest: Sequence[Placement]) -> list[tuple[str, str]]:
    """Where the person works, or tries to; nothing without a placement."""
    return [
        fact
        for place in newest
        for fact in (
            ("Arbejdsplads", place.workplace),
            ("Første dag", _day(place.starts_on)),
            ("Sidste dag", _day(place.ends_on) if place.ends_on else ""),
            ("Timer om ugen", f"{place.hours:g}".replace(".", ",") if place.hours else ""),
        )
    ]


def _told(application: Application) -> list[tuple[str, str]]:
    """The answers that matter at a workplace, as they were given."""
    stored = answers.read(application.answers)
    wanted = (
        ("hours", "Ønskede timer"),
        ("considerations", "Skånehensyn"),
        ("travel", "Kommer på arbejde"),
        ("trades", "Vil gerne arbejde med"),
    )
    found = ((words, answers.find(stored, key)) for key, words in wanted)
    return [(words, answer.text) for words, answer in found if answer]


def _wishes(session: Session, application: Application) -> list[Posting]:
    query = select(Posting).join(Wish, Wish.posting_id == Posting.id)
    return list(session.scalars(query.where(Wish.application_id == application.id).order_by(Wish.added_at)))


def _placements(session: Session, application: Application) -> list[Placement]:
    query = select(Placement).where(Placement.application_id == application.id)
    return list(session.scalars(query.order_by(Placement.created_at)))


def _steps(session: Session, application: Application) -> list[Move]:
    query = select(Move).where(Move.application_id == application.id)
    return list(session.scalars(query.order_by(Move.step)))


def _wish(posting: Posting) -> dict[str, Any]:
    return {
        "id": posting.id,
        "title": posting.title,
        "employer": posting.employer,
        "town": posting.town,
        "job_type": posting.job_type,
    }


def _placement(row: Placement) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "workplace": row.workplace,
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
        "hours": row.hours,
        "job_type": row.job_type or None,
    }


def _municipality(application: Application) -> str:
    code = application.municipality_code
    found = municipalities.by_code(code) if code else None
    return found.full_name if found else ""


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
