"""Plain factories with defaults, and the same made-up people throughout: Kim applies, Ann advises."""

import json
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from portal import cases, clock, crypto, intake, passwords, sessions, totp
from portal.db import db
from portal.models.application import Application, FilledBy, State
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.feed import Source
from portal.models.posting import Posting
from portal.models.staff import Role, Staff, StaffRole

PASSWORD = "fire tilfældige ord her"
CODE_SECRET = "KLAPJOBTESTSKLAPJOBTESTSKLAPJOBT"
_PASSWORD_HASH = passwords.hash_new(PASSWORD, email="anyone@example.com")
SLAGELSE = "0330"
AARHUS = "0751"


def make_source(session: Session, name: str = "jobnet", **changes: Any) -> Source:
    source = session.get(Source, name) or Source(name=name, format="jobnet", **changes)
    session.add(source)
    session.flush()
    return source


def make_posting(session: Session, **changes: Any) -> Posting:
    """An open ad for a skånejob in the bakery of a supermarket in Slagelse."""
    source = make_source(session, changes.pop("source", "jobnet"))
    values = {
        "source": source.name,
        "reference": crypto.unmistakable(6),
        "title": "Testmarked Slagelse - medarbejder i bageren",
        "easy_title": "Medarbejder i bageren",
        "slug": "medarbejder-i-bageren-slagelse",
        "employer": "Testmarked",
        "town": "Slagelse",
        "postal_code": "4200",
        "municipality_code": SLAGELSE,
        "area": "sjaelland",
        "lat": 55.4028,
        "lon": 11.3546,
        "trade": "shop",
        "job_type": "skaanejob",
        "published_on": clock.today(),
        "deadline": clock.today() + timedelta(days=30),
        "first_seen_at": clock.now(),
        "changed_at": clock.now(),
    }
    posting = Posting(**(values | changes))
    session.add(posting)
    session.commit()
    return posting


def make_staff(session: Session, *roles: Role, name: str = "Sanne Sekretær", **changes: Any) -> Staff:
    staff = Staff(
        name=name,
        email=changes.pop("email", f"{name.split(maxsplit=1)[0].lower()}@example.com"),
        password_hash=_PASSWORD_HASH,
        created_at=clock.now(),
        role_rows=[StaffRole(role=role) for role in roles or (Role.SECRETARIAT,)],
        **changes,
    )
    staff.code_secret = CODE_SECRET
    session.add(staff)
    session.commit()
    return staff


def make_consultant(session: Session, *municipalities: str, name: str = "Ann Advis") -> Consultant:
    """Ann advises in Slagelse unless other municipalities are named."""
    consultant = Consultant(
        staff=make_staff(session, Role.CONSULTANT, name=name),
        phone="20 00 00 00",
        district="Østdanmark",
        municipalities=[
            ConsultantMunicipality(municipality_code=code) for code in municipalities or (SLAGELSE,)
        ],
    )
    session.add(consultant)
    session.commit()
    return consultant


def make_application(
    session: Session,
    *,
    filled_by: FilledBy = FilledBy.SELF,
    person: dict[str, Any] | None = None,
    answers: list[dict[str, Any]] | None = None,
    **changes: Any,
) -> Application:
    """What Kim from Slagelse, who has førtidspension, sent a moment ago."""
    now = clock.now()
    application = Application(
        token_hash=crypto.token_hash(crypto.token()),
        form_version=1,
        created_at=now,
        updated_at=now,
        state_since=now,
        filled_by=filled_by,
        fits=changes.pop("fits", "disability_pension"),
    )
    application.answers = json.dumps(answers or [])
    session.add(application)
    who = {
        "name": "Kim Kandidat",
        "phone": "20 11 22 33",
        "email": "kim@example.com",
        "place": "4200 Slagelse",
        "municipality_code": SLAGELSE,
    } | (person or {})
    intake.submit(session, application, intake.Person(**who), consent_text="Ja", days=5)
    session.commit()
    for name, value in changes.items():
        setattr(application, name, value)
    session.commit()
    return application


def move_to(
    session: Session, application: Application, *states: State, by: Staff | None = None
) -> Application:
    for state in states:
        cases.move(session, application, state, by=by)
    session.commit()
    return application


def code() -> str:
    """What the app of everybody in the tests shows now."""
    return totp.code(CODE_SECRET, clock.now())


def sign_in(client: Any, staff: Staff) -> Any:
    """Signs `staff` in and gives the client back; the page for it is tested in tests/staff."""
    with client.application.test_request_context(method="POST"):
        token = sessions.start(db.session(), staff).token
        db.session.commit()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
        cookie["_fresh"] = True
    return client
