"""The demo's schools: a register with agreements, gatherings to come, and a teacher who wants a visit."""

from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.demo.people import address
from portal.models.gathering import GatheringKind
from portal.models.school import School
from portal.models.staff import Staff
from portal.schools import gatherings, register, visits

# name, town, municipality, contact, since when there is an agreement (days ago; None for none)
SCHOOLS: Final = (
    ("STU Demohøj", "Slagelse", "0330", "Lis Demo-Lærer", 200),
    ("STU Prøveby", "Aarhus", "0751", "Per Demo-Lærer", 30),
    ("Eksempelskolens STU", "Odense", "0461", "Mona Demo-Leder", None),
)
# kind, title, place, about, in how many days, from and to
GATHERINGS: Final = (
    (
        GatheringKind.CARAVAN,
        "Kom og hør om job i Slagelse",
        "Demotorvet 1, 4200 Slagelse",
        "Mød en konsulent. Se billeder fra jobs. Alle kan komme.",
        16,
        (10, 14),
    ),
    (
        GatheringKind.MEETING,
        "Møde for elever og forældre",
        "Prøvevej 2, 8000 Aarhus C",
        "Vi fortæller om skånejob og fleksjob. Du kan spørge om alt.",
        30,
        (17, 19),
    ),
)


def invite(session: Session) -> None:
    """Adds what is missing. Commits."""
    if session.scalar(select(School.id).limit(1)):
        return
    editor = session.scalars(select(Staff).where(Staff.email == address("erik"))).one()
    for school in SCHOOLS:
        register.keep(session, None, _facts(*school), by=editor)
    for kind, title, place, about, days, hours in GATHERINGS:
        first, last = (_at(days, hour) for hour in hours)
        plan = gatherings.Plan(
            kind=kind, title=title, place=place, about=about, starts_at=first, ends_at=last
        )
        gatherings.keep(session, None, plan, by=editor)
    visits.ask(
        session,
        visits.Wish(
            school=SCHOOLS[0][0],
            municipality_code="",
            starts_at=_at(12, 10),
            name=SCHOOLS[0][3],
            phone="20 00 02 00",
            email="lis@skole.example",
            more="Vi er otte elever. De fleste vil gerne høre om butik og dyr.",
        ),
    )


def _facts(name: str, place: str, code: str, contact: str, since: int | None) -> register.Facts:
    return register.Facts(
        name=name,
        municipality_code=code,
        place=place,
        contact_name=contact,
        contact_phone="20 00 02 00",
        contact_email=f"{contact.split(maxsplit=1)[0].lower()}@skole.example",
        starts_on=None if since is None else clock.today() - timedelta(days=since),
        ends_on=None,
        promised="" if since is None else "To besøg om året\nPraktik til elever på sidste år",
    )


def _at(days: int, hour: int) -> datetime:
    return datetime.combine(clock.today() + timedelta(days=days), time(hour), tzinfo=clock.COPENHAGEN)
