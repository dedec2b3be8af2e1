"""The hand-over pack: a case as JSON and CSV for KLAPweb, a fact sheet for VITAS, each look written down."""

import csv
import io
import json
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, pdf
from portal.models.application import Application, FilledBy, State
from portal.models.audit import AuditEntry
from portal.models.placement import Placement, PlacementKind
from strict_client import StrictClient

S = State
ANSWERS = [{"key": "considerations", "question": "Hvad?", "value": ["quiet"], "text": "=Ro omkring mig"}]


@pytest.fixture
def ann(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_consultant(session).staff)


@pytest.fixture
def case(session: Session) -> Application:
    application = make_application(session, answers=ANSWERS)
    move_to(session, application, S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.TRIAL)
    place = Placement(
        application_id=application.id,
        kind=PlacementKind.TRIAL,
        created_at=clock.now(),
        staff_id=make_consultant(session, AARHUS, name="Bo Bistand").staff_id,
        starts_on=date(2026, 11, 23),
        ends_on=date(2026, 12, 18),
    )
    place.workplace = "Testmarked Slagelse"
    session.add(place)
    session.commit()
    return application


def _path(application: Application, file: str = "") -> str:
    return f"/personale/sag/{application.id}/overdragelse{file}"


def test_the_json_holds_the_whole_case(ann: StrictClient, case: Application) -> None:
    export = json.loads(ann.get(_path(case, "/klapweb.json")).data)
    assert export["format"] == "klapjob-case/1"
    assert export["person"]["name"] == "Kim Kandidat"
    assert (export["case"]["state"], export["case"]["consultant"]) == ("trial", "Ann Advis")
    assert export["answers"][0]["text"] == "=Ro omkring mig"
    assert export["placements"][0]["ends_on"] == "2026-12-18"
    assert [step["to"] for step in export["steps"]][-1] == "trial"


def test_p29_the_csv_holds_the_same_and_runs_nothing(ann: StrictClient, case: Application) -> None:
    data = ann.get(_path(case, "/klapweb.csv")).data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data), delimiter=";"))
    assert ["person", "name", "Kim Kandidat"] in rows
    assert ["answer", "Hvad?", "'=Ro omkring mig"] in rows
    assert ["placement 1", "workplace", "Testmarked Slagelse"] in rows


def test_the_page_has_the_facts_for_vitas(ann: StrictClient, case: Application) -> None:
    page = ann.get(_path(case)).text
    for told in ("Slagelse Kommune", "Testmarked Slagelse", "23-11-2026", "=Ro omkring mig", "data-copy"):
        assert told in page


def test_the_fact_sheet_is_a_pdf_or_a_page_to_print(ann: StrictClient, case: Application) -> None:
    sheet = ann.get(_path(case, "/vitas.pdf"))
    assert sheet.status_code == 200
    assert sheet.data.startswith(b"%PDF-") is pdf.is_available()


def test_p48_each_look_is_written_down_with_its_purpose(
    ann: StrictClient, session: Session, case: Application
) -> None:
    for file in ("", "/klapweb.json", "/klapweb.csv", "/vitas.pdf"):
        ann.get(_path(case, file))
    purposes = session.scalars(
        select(AuditEntry.purpose).where(AuditEntry.object_id == case.id).order_by(AuditEntry.number)
    )
    assert purposes.all() == [
        "form in VITAS",
        "hand-over to KLAPweb",
        "hand-over to KLAPweb",
        "form in VITAS",
    ]


@pytest.mark.parametrize("file", ["", "/klapweb.json", "/klapweb.csv", "/vitas.pdf"])
def test_p12_a_foreign_case_is_as_absent_as_none(ann: StrictClient, session: Session, file: str) -> None:
    foreign = make_application(session, person={"municipality_code": AARHUS})
    move_to(session, foreign, S.SCREENING, S.HANDED_OVER)
    assert ann.get(_path(foreign, file)).status_code == 404


@pytest.mark.parametrize("file", ["/klapweb.json", "/klapweb.csv", "/vitas.pdf"])
def test_p47_without_the_persons_own_yes_nothing_leaves_the_portal(
    client: StrictClient, session: Session, file: str
) -> None:
    sign_in(client, make_staff(session))
    application = make_application(session, filled_by=FilledBy.HELPER)
    assert client.get(_path(application, file)).status_code == 404


@pytest.mark.parametrize("file", ["/klapweb.json", "/klapweb.csv", "/vitas.pdf"])
def test_p48_what_was_taken_as_a_file_stands_as_that_in_the_trail(
    ann: StrictClient, session: Session, case: Application, file: str
) -> None:
    ann.get(_path(case, file))
    actions = session.scalars(select(AuditEntry.action).where(AuditEntry.object_id == case.id)).all()
    assert actions == ["export"]
