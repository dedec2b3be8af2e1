"""The demo's municipalities: agreements, made-up contacts, a leaflet that ends soon and one in draft."""

from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.demo.people import address
from portal.models.leaflet import Leaflet
from portal.models.municipality import MunicipalityFacts
from portal.models.staff import Staff
from portal.municipalities import agreements, leaflets
from portal.municipalities.leaflet_texts import BY_KEY

SLAGELSE: Final = "0330"
LYNGBY: Final = "0173"
HIRED: Final = 14
STATEMENT: Final = (
    "Et job giver mere end løn. Det giver kolleger, og det giver noget at stå op til. Derfor vil vi have, at "
    "alle borgere kender KLAPjob, og at alle medarbejdere ved, hvem de kan ringe til."
)


def cooperate(session: Session) -> None:
    """Adds what is missing. Commits."""
    agreements.seed(session)
    if session.scalar(select(Leaflet.id).limit(1)):
        return
    editor = session.scalars(select(Staff).where(Staff.email == address("erik"))).one()
    leader = session.scalars(select(Staff).where(Staff.email == address("lea"))).one()
    for code, name in ((LYNGBY, "Karin Demo-Kontakt"), (SLAGELSE, "Keld Demo-Kontakt")):
        session.add(
            MunicipalityFacts(
                code=code,
                contact_name=name,
                contact_role="Jobcentret",
                contact_phone="20 00 01 00",
                contact_email=f"{name.split()[0].lower()}@kommune.example",
                hired=HIRED,
                hired_year=clock.today().year - 1,
                changed_at=clock.now(),
            )
        )
    texts = {key: field.standard for key, field in BY_KEY.items()} | {
        "statement": STATEMENT,
        "statement_by": "Bo Demo-Borgmester, borgmester",
    }
    leaflet = leaflets.begin(session, LYNGBY, by=editor)
    leaflets.write(session, leaflet, texts, expires_on=clock.today() + timedelta(days=25), by=editor)
    leaflets.approve(session, leaflet, by=leader)
    leaflets.publish(session, leaflet, by=leader)
    leaflets.begin(session, SLAGELSE, by=editor)
