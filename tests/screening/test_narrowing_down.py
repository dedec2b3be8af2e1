"""The queue narrows down to some of its cases."""

import pytest
from sqlalchemy.orm import Session

from case_work import decide
from factories import make_application, make_staff, sign_in
from screening.queue_page import sections
from strict_client import StrictClient


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session))


def _named(name: str) -> dict[str, str]:
    return {"name": name}


def test_the_queue_narrows_down_to_a_scheme(sanne: StrictClient, session: Session) -> None:
    make_application(session, person=_named("Kim Kandidat"))
    make_application(session, person=_named("Finn Fleks"), fits="fleksjob")
    assert sections(sanne, "/personale?ordning=fleksjob") == {"Nye (1)": ["Finn F."]}


def test_the_queue_narrows_down_to_what_one_has_taken(sanne: StrictClient, session: Session) -> None:
    make_application(session, person=_named("Kim Kandidat"))
    decide(sanne, make_application(session, person=_named("Tage Taget")), "tag")
    assert sections(sanne, "/personale?hvem=mig") == {"Du har dem (1)": ["Tage T."]}
