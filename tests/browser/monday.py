"""What lies in the queue on a Monday morning: 30 new applications, and one case for each other story."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_application, move_to
from portal import clock
from portal.demo import people
from portal.models.application import Application, State
from portal.models.consultant import Absence, Consultant
from portal.models.staff import Staff

NEW = (
    "Asta Birk Carla Dagny Ebbe Flora Gorm Hella Iben Jeppe Klara Laust Molly Nils Olga "
    "Palle Quint Rosa Sejr Tilde Ulrik Vibe Walther Xenia Yvonne Zander Ærling Østen Åge Bodil"
).split()
# Bent's, who is on holiday while Anna does his work.
GREVE = "0253"
UNDER_WAY = (
    {"name": "Tora Delt", "phone": "20 31 00 01", "email": "tora@demo.example"},
    {
        "name": "Frode Ferie",
        "phone": "20 31 00 02",
        "email": "frode@demo.example",
        "municipality_code": GREVE,
    },
    {"name": "Uno Papir", "phone": "20 31 00 03", "email": ""},
    {"name": "Christian Dobbelt", "phone": "20 31 00 04", "email": ""},
    {"name": "Kristian Dobbelt", "phone": "+45 20310004", "email": ""},
    {"name": "Fie Afvist", "phone": "20 31 00 05", "email": "fie@demo.example"},
)


def fill(session: Session) -> None:
    """Makes the demo's staff and the cases, and commits."""
    people.hire(session)
    session.commit()
    bent, anna, sanne = (_of(session, name) for name in ("bent", "anna", "sanne"))
    today = clock.today()
    absence = {"first_on": today, "last_on": today + timedelta(days=14)}
    session.add(
        Absence(consultant_id=_consultant(session, bent), deputy_id=_consultant(session, anna), **absence)
    )
    for number, name in enumerate(NEW):
        person = {
            "name": f"{name} Morgen",
            "phone": f"20 30 00 {number:02}",
            "email": f"ny{number}@demo.example",
        }
        _came(session, person, hours=len(NEW) - number)
    for person in UNDER_WAY:
        move_to(session, _came(session, person, hours=60), State.SCREENING, by=sanne)
    session.commit()


def _came(session: Session, person: dict[str, Any], *, hours: int) -> Application:
    came = clock.now() - timedelta(hours=hours)
    return make_application(session, person={"municipality_code": SLAGELSE} | person, submitted_at=came)


def _of(session: Session, name: str) -> Staff:
    return session.scalars(select(Staff).where(Staff.email == people.address(name))).one()


def _consultant(session: Session, staff: Staff) -> str:
    return session.scalars(select(Consultant.id).where(Consultant.staff_id == staff.id)).one()
