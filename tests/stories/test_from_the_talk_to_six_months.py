"""Kim talks with Ann, tries a job for four weeks, is hired, and is called after six months."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import HIRE, TRIAL, case_path, decide
from factories import make_application, make_consultant, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.placement import Placement, PlacementKind
from strict_client import StrictClient

S = State


@pytest.fixture
def ann(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_consultant(session).staff)


def _talked(session: Session) -> Application:
    return move_to(session, make_application(session), S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED)


def test_a_trial_a_hire_and_the_call(ann: StrictClient, session: Session) -> None:
    kim = _talked(session)
    decide(ann, kim, "praktik", **TRIAL)
    page = ann.get(case_path(kim)).text
    assert "Praktik: Testmarked Slagelse. Fra mandag 23. november 2026 til fredag 18. december 2026." in page
    assert "Det plejer at være 4 til 8 uger." not in page
    decide(ann, kim, "ansat", **HIRE)
    assert "12 timer om ugen. Skånejob." in ann.get(case_path(kim)).text

    # Half a year later Kim stands on the list of calls.
    kim.state_since = clock.now() - timedelta(days=190)
    session.commit()
    assert "Ansat for 6 måneder siden: ring (1)" in ann.get("/personale/mine").text
    decide(ann, kim, "ringet", reason="same_job")
    assert kim.state == S.FOLLOWED_UP
    assert "Har stadig det samme job" in ann.get(case_path(kim)).text


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ("2026-11-27", "Praktikken er 1 uge. Det plejer at være 4 til 8 uger."),
        ("2027-03-01", "Praktikken er 14 uger. Det plejer at være 4 til 8 uger."),
    ],
)
def test_a_trial_of_another_length_is_kept_and_the_page_says_so(
    ann: StrictClient, session: Session, ends: str, told: str
) -> None:
    kim = _talked(session)
    decide(ann, kim, "praktik", **(TRIAL | {"ends": ends}))
    assert kim.state == S.TRIAL
    assert told in ann.get(case_path(kim)).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"workplace": ""}, "Skriv, hvor personen arbejder."),
        ({"starts": "snart"}, "Det er ikke en dato."),
        ({"ends": "2026-11-01"}, "Den sidste dag skal ligge efter den første."),
    ],
)
def test_a_trial_without_place_and_days_is_not_kept(
    ann: StrictClient, session: Session, typed: dict[str, str], told: str
) -> None:
    kim = _talked(session)
    page = decide(ann, kim, "praktik", **(TRIAL | typed))
    assert page.status_code == 422
    assert told in page.text
    assert kim.state == S.TALKED
    assert session.scalars(select(Placement)).all() == []


def test_where_somebody_works_is_sealed_in_the_table(ann: StrictClient, session: Session) -> None:
    decide(ann, _talked(session), "praktik", **TRIAL)
    row = session.scalars(select(Placement)).one()
    assert (row.kind, row.workplace) == (PlacementKind.TRIAL, "Testmarked Slagelse")
    assert b"Testmarked" not in (row.workplace_sealed or b"")
