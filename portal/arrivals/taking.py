"""Takes rows in, and takes them back: what each brought is listed, so that nothing else is touched."""

import json
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import cases, clock, crypto, erasing, intake, invitations, same_person
from portal.arrivals.reading import Read, Values
from portal.easyread.trades import TRADES
from portal.models.application import Application, State
from portal.models.arrival import ArrivalKind
from portal.models.candidate import Candidate
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.heartbeat import Heartbeat
from portal.models.municipality import MunicipalityFacts
from portal.models.note import Note
from portal.models.staff import Role, Staff

IMPORTED: Final = "imported"
STATED: Final = "stated"
UNDONE: Final = "undone"
"""The rule of people who came by mistake: a backup may hold them still."""
FORM: Final = 0
"""No version of the form: these people answered none."""
NO_CONSULTANT: Final = "Mailen hører til en konto, der ikke er konsulent. Giv først kontoen rollen."
Made = list[Any]


def checked(session: Session, kind: ArrivalKind, rows: tuple[Read, ...]) -> tuple[Read, ...]:
    """The rows; one about a consultant is wrong where the mail belongs to somebody who is none."""
    if kind is not ArrivalKind.CONSULTANTS:
        return rows
    return tuple(
        replace(row, wrong=(NO_CONSULTANT,)) if not row.wrong and _is_another(session, row.values) else row
        for row in rows
    )


def _is_another(session: Session, values: Values) -> bool:
    staff = invitations.by_email(session, values["email"].lower())
    return staff is not None and not (staff.active and staff.has(Role.CONSULTANT))


def take_person(session: Session, values: Values, *, by: Staff) -> list[Made]:
    """Puts somebody on the waiting list, with the consent as the list states it. The caller commits."""
    since = _moment(values.get("since") or values["consent"])
    agreed = _moment(values["consent"])
    application = Application(
        token_hash=crypto.token_hash(crypto.token()),
        form_version=FORM,
        created_at=since,
        updated_at=since,
        state_since=since,
        fits=values.get("fits", ""),
        municipality_code=values["municipality"],
    )
    application.answers = _answers(values)
    application.candidate = candidate_of(values)
    application.submitted_at, application.consented_at = since, agreed
    application.consent_text = values.get("consent_how", "")
    application.person_agreed_at, application.person_agreed_how = agreed, STATED
    application.reference = crypto.unmistakable(intake.REFERENCE_LENGTH)
    session.add(application)
    cases.move(session, application, State.WAITING, by=by, reason=IMPORTED)
    application.state_since = since
    same_person.remember(session, application)
    return [["application", application.id, application.version]]


def candidate_of(values: Values) -> Candidate:
    """The person of a row."""
    return Candidate(
        created_at=clock.now(),
        municipality_code=values["municipality"],
        name=values["name"],
        phone=values.get("phone", ""),
        email=values.get("email", ""),
        place=values.get("place", ""),
    )


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), clock.COPENHAGEN)


def _answers(values: Values) -> str:
    trades = [key for key in values.get("trades", "").split(",") if key]
    rows = (
        ("trades", "Vil arbejde med", trades, ", ".join(TRADES[key].name for key in trades)),
        ("birth_year", "Fødselsår", values.get("birth_year", ""), values.get("birth_year", "")),
        ("more", "Andet", values.get("more", ""), values.get("more", "")),
    )
    return json.dumps(
        [
            {"key": key, "question": question, "value": value, "text": text}
            for key, question, value, text in rows
            if value
        ]
    )


def take_consultant(session: Session, values: Values, *, by: Staff) -> list[Made]:  # noqa: ARG001 - all kinds alike
    """Invites a consultant, or finds the one of this mail; gives the municipalities. The caller commits."""
    made: list[Made] = []
    staff = invitations.by_email(session, values["email"].lower())
    if staff is None:
        link = invitations.invite(
            session, email=values["email"], name=values["name"], roles={Role.CONSULTANT}
        )
        staff = session.scalars(select(Staff).where(Staff.email == values["email"].lower())).one()
        invitations.send(session, staff, link)
        made.append(["staff", staff.id])
    consultant = session.scalar(select(Consultant).where(Consultant.staff_id == staff.id))
    if consultant is None:
        consultant = Consultant(staff_id=staff.id)
        session.add(consultant)
    consultant.phone = values.get("phone") or consultant.phone or ""
    consultant.district = values.get("district") or consultant.district or ""
    session.flush()
    for code in filter(None, values.get("municipalities", "").split(",")):
        had = session.get(ConsultantMunicipality, code)
        made.append(["municipality", code, had.consultant_id if had else "", consultant.id])
        session.merge(ConsultantMunicipality(municipality_code=code, consultant_id=consultant.id))
    return made


def take_contact(session: Session, values: Values, *, by: Staff) -> list[Made]:
    """Keeps the contact of a municipality. The caller commits."""
    code = values["municipality"]
    facts = session.get(MunicipalityFacts, code) or MunicipalityFacts(code=code)
    before = _contact(facts)
    facts.contact_name, facts.contact_role = values.get("name", ""), values.get("role", "")
    facts.contact_phone, facts.contact_email = values.get("phone", ""), values.get("email", "")
    facts.changed_at, facts.changed_by_id = clock.now(), by.id
    session.add(facts)
    session.flush()
    return [["contact", code, before, _contact(facts)]]


def _contact(facts: MunicipalityFacts) -> list[str]:
    kept = (facts.contact_name, facts.contact_role, facts.contact_phone, facts.contact_email)
    return [value or "" for value in kept]


def undo(session: Session, made: Made) -> bool:
    """Takes one thing back; False where it stays, since somebody has worked with it. The caller commits."""
    kind, key, *more = made
    if kind == "application":
        return _undo_person(session, key, more[0])
    if kind == "municipality":
        return _undo_municipality(session, key, *more)
    if kind == "contact":
        return _undo_contact(session, key, *more)
    return _undo_staff(session, key)


def _undo_person(session: Session, application_id: str, version: int) -> bool:
    application = session.get(Application, application_id)
    if application is None:
        return True
    touched = [
        session.scalar(select(table.id).where(table.application_id == application_id).limit(1))
        for table in (Note, Heartbeat)
    ]
    joined = session.scalar(
        select(Application.id).where(Application.merged_into_id == application_id).limit(1)
    )
    if application.version != version or joined or any(touched):
        return False
    erasing.note(session, "application", application_id, rule=UNDONE, counts={"application": 1})
    person = application.candidate
    session.delete(application)
    session.flush()
    if person is not None:
        same_person.forget(session, person)
        session.delete(person)
    return True


def _undo_municipality(session: Session, code: str, before: str, since: str) -> bool:
    row = session.get(ConsultantMunicipality, code)
    if row is None or row.consultant_id != since:
        return False
    if before and session.get(Consultant, before) is not None:
        row.consultant_id = before
    else:
        session.delete(row)
    session.flush()
    return True


def _undo_contact(session: Session, code: str, before: list[str], since: list[str] | None = None) -> bool:
    """Lists of before 0.3 do not say what they wrote (`since`)."""
    facts = session.get(MunicipalityFacts, code)
    if facts is None:
        return True
    if since is not None and _contact(facts) != since:
        return False
    facts.contact_name, facts.contact_role, facts.contact_phone, facts.contact_email = before
    return True


def _undo_staff(session: Session, staff_id: str) -> bool:
    staff = session.get(Staff, staff_id)
    if staff is None:
        return True
    if not invitations.is_waiting(session, staff):
        return False
    consultant = session.scalar(select(Consultant).where(Consultant.staff_id == staff_id))
    has_cases = consultant and session.scalar(
        select(Application.id).where(Application.consultant_id == consultant.id).limit(1)
    )
    if has_cases:
        return False
    session.execute(delete(Consultant).where(Consultant.staff_id == staff_id))
    session.delete(staff)
    return True
