"""The first day: people who wait, consultants and contacts come from a spreadsheet, looked at and undone."""

import io
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import SLAGELSE, make_application, make_consultant, make_staff, move_to, sign_in
from portal import erasing
from portal.models.application import Application, State
from portal.models.arrival import Arrival
from portal.models.candidate import Candidate
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.municipality import MunicipalityFacts
from portal.models.staff import Role, Staff
from strict_client import StrictClient

HOME = "/personale/indlaes"
PEOPLE = "Navn;Telefon;Mail;Postnr og by;Kommune;Ordning;Vil arbejde med;Venter siden;Samtykke dato\n"
GOOD = "Vera Venter;20 33 44 55;vera@example.com;4200 Slagelse;;Førtidspension;Butik;1-3-2026;1-3-2026\n"


@pytest.fixture
def lene(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lene Leder"))


def _upload(client: StrictClient, kind: str, text: str) -> TestResponse:
    token = client.form(client.get(HOME))["csrf_token"]
    sheet = (io.BytesIO(text.encode()), "liste.csv")
    return client.post(HOME, data={"csrf_token": token, "kind": kind, "sheet": sheet})


def _take(client: StrictClient, uploaded: TestResponse, **typed: str) -> TestResponse:
    token = client.form(client.get(uploaded.location))["csrf_token"]
    return client.post(uploaded.location, data={"csrf_token": token, **typed})


def _undo(client: StrictClient, uploaded: TestResponse) -> TestResponse:
    token = client.form(client.get(uploaded.location))["csrf_token"]
    return client.post(f"{uploaded.location}/fortryd", data={"csrf_token": token})


def _count(session: Session, table: type[Application] | type[Candidate] | type[Staff]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_nothing_is_stored_before_somebody_has_looked(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    assert "1 række er i orden" in lene.get(uploaded.location).text
    assert _count(session, Application) == 0


def test_people_come_in_as_waiting_with_their_consent_as_stated(lene: StrictClient, session: Session) -> None:
    _take(lene, _upload(lene, "people", PEOPLE + GOOD))
    vera = session.scalars(select(Application)).one()
    assert vera.candidate is not None
    assert (vera.state, vera.candidate.name, vera.municipality_code) == (
        State.WAITING,
        "Vera Venter",
        SLAGELSE,
    )
    assert vera.person_agreed_at is not None
    assert (vera.person_agreed_at.date().isoformat(), vera.person_agreed_how) == ("2026-03-01", "stated")
    assert vera.state_since.date().isoformat() == "2026-03-01"
    assert session.scalars(select(Arrival)).one().rows == ""


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (";20334455;;4200;;;;;1-3-2026", "Navnet mangler."),
        ("Vera;;;4200;;;;;1-3-2026", "Telefon eller mail mangler."),
        ("Vera;20334455;;;;;;;1-3-2026", "Kommunen mangler."),
        ("Vera;20334455;;;Atlantis;;;;1-3-2026", "Kommunen findes ikke."),
        ("Vera;20334455;;4200;;;;;", "Samtykket mangler."),
        ("Vera;20334455;;4200;;;;;1-3-2099", "Samtykke: skriv en dato"),
        ("Vera;12;;4200;;;;;1-3-2026", "Telefonnummeret passer ikke."),
        ("Vera;20334455;;4200;;Pilot;;;1-3-2026", "Ordningen findes ikke."),
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_the_row_left_out(
    lene: StrictClient, session: Session, row: str, told: str
) -> None:
    uploaded = _upload(lene, "people", f"{PEOPLE}{row}\n{GOOD}")
    assert told in lene.get(uploaded.location).text
    _take(lene, uploaded)
    assert _count(session, Application) == 1


def test_p43_a_row_with_a_cpr_number_is_refused_and_nothing_of_it_kept(
    lene: StrictClient, session: Session
) -> None:
    uploaded = _upload(lene, "people", f"{PEOPLE}Vera 010186-1234;20334455;;4200;;;;;1-3-2026\n{GOOD}")
    assert "ligner et CPR-nummer" in lene.get(uploaded.location).text
    assert "010186" not in session.scalars(select(Arrival)).one().rows


def test_who_is_known_already_is_shown_and_left_out_unless_asked_for(
    lene: StrictClient, session: Session
) -> None:
    make_application(session, person={"phone": "20 33 44 55", "name": "Vera Venter"})
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    assert "Ligner en, vi har i forvejen" in lene.get(uploaded.location).text
    _take(lene, uploaded)
    assert _count(session, Application) == 1
    _take(lene, _upload(lene, "people", PEOPLE + GOOD), dubletter="1")
    assert _count(session, Application) == 2


def test_the_same_person_twice_in_a_file_comes_in_once(lene: StrictClient, session: Session) -> None:
    _take(lene, _upload(lene, "people", PEOPLE + GOOD + GOOD))
    assert _count(session, Application) == 1


def test_a_whole_import_is_undone(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    _take(lene, uploaded)
    _undo(lene, uploaded)
    assert (_count(session, Application), _count(session, Candidate)) == (0, 0)


def test_whom_somebody_has_worked_with_since_stays(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    _take(lene, uploaded)
    vera = session.scalars(select(Application)).one()
    vera.version += 1
    session.commit()
    _undo(lene, uploaded)
    assert "1 bliver, fordi nogen har arbejdet med dem" in lene.get(HOME).text
    assert _count(session, Application) == 1


def test_whom_another_case_was_joined_to_stays(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    _take(lene, uploaded)
    vera = session.scalars(select(Application)).one()
    part = move_to(session, make_application(session), State.MERGED)
    part.merged_into_id = vera.id
    session.commit()
    _undo(lene, uploaded)
    assert _count(session, Application) == 2


def test_p45_who_came_by_mistake_is_named_as_deleted_for_older_backups(
    lene: StrictClient, session: Session, portal_folder: Path
) -> None:
    uploaded = _upload(lene, "people", PEOPLE + GOOD)
    _take(lene, uploaded)
    vera = session.scalars(select(Application.id)).one()
    _undo(lene, uploaded)
    told = (portal_folder / erasing.FILE).read_text()
    assert erasing.hashed("application", vera) in told


def test_consultants_are_invited_get_their_municipalities_and_go_again(
    lene: StrictClient, session: Session
) -> None:
    ann = make_consultant(session)
    sheet = (
        "Navn;Mail;Telefon;Distrikt;Kommuner\nBo Bistand;bo@example.com;20112233;Vestdanmark;Slagelse, Sorø\n"
    )
    uploaded = _upload(lene, "consultants", sheet)
    _take(lene, uploaded)
    bo = session.scalars(select(Consultant).where(Consultant.id != ann.id)).one()
    assert (bo.staff.email, bo.district) == ("bo@example.com", "Vestdanmark")
    assert session.get_one(ConsultantMunicipality, SLAGELSE).consultant_id == bo.id
    _undo(lene, uploaded)
    session.expire_all()
    assert session.get_one(ConsultantMunicipality, SLAGELSE).consultant_id == ann.id
    assert session.scalars(select(Staff).where(Staff.email == "bo@example.com")).all() == []


def test_contacts_are_kept_with_their_municipality(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "contacts", "Kommune;Navn;Telefon\nSlagelse;Jobcentret;58 57 00 00\n")
    _take(lene, uploaded)
    assert session.get_one(MunicipalityFacts, SLAGELSE).contact_name == "Jobcentret"
    _undo(lene, uploaded)
    assert session.get_one(MunicipalityFacts, SLAGELSE).contact_name == ""


def test_a_contact_that_somebody_has_put_right_since_stays(lene: StrictClient, session: Session) -> None:
    uploaded = _upload(lene, "contacts", "Kommune;Navn;Telefon\nSlagelse;Jobcentret;58 57 00 00\n")
    _take(lene, uploaded)
    session.get_one(MunicipalityFacts, SLAGELSE).contact_phone = "58 57 00 01"
    session.commit()
    _undo(lene, uploaded)
    session.expire_all()
    facts = session.get_one(MunicipalityFacts, SLAGELSE)
    assert (facts.contact_name, facts.contact_phone) == ("Jobcentret", "58 57 00 01")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["people", "consultants", "contacts"])
def test_a_template_can_be_sent_back_as_it_is(lene: StrictClient, kind: str, ending: str) -> None:
    made = lene.get(f"{HOME}/skabelon/{kind}.{ending}")
    token = lene.form(lene.get(HOME))["csrf_token"]
    sheet = (io.BytesIO(made.data), f"skabelon.{ending}")
    uploaded = lene.post(HOME, data={"csrf_token": token, "kind": kind, "sheet": sheet})
    assert "1 række er i orden" in lene.get(uploaded.location).text


def test_a_file_without_the_columns_is_refused(lene: StrictClient) -> None:
    answer = _upload(lene, "people", "Hund;Kat\n1;2\n")
    assert answer.status_code == 422
    assert "Filen mangler kolonnen Navn, Samtykke dato." in answer.text


def test_p12_an_administrator_sees_no_people(client: StrictClient, session: Session) -> None:
    admin = sign_in(client, make_staff(session, Role.ADMIN, name="Adam Admin"))
    assert "Folk på venteliste" not in admin.get(HOME).text
    assert _upload(admin, "people", PEOPLE + GOOD).status_code == 422


def test_a_list_makes_no_consultant_of_somebody_who_has_another_role(
    lene: StrictClient, session: Session
) -> None:
    make_staff(session, Role.EDITOR, name="Ea Editor", email="ea@example.com")
    uploaded = _upload(lene, "consultants", "Navn;Mail;Kommuner\nEa Editor;ea@example.com;Slagelse\n")
    assert "Giv først kontoen rollen." in lene.get(uploaded.location).text
    _take(lene, uploaded)
    assert session.scalars(select(Consultant)).all() == []
    assert session.scalars(select(ConsultantMunicipality)).all() == []
