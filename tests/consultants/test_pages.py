"""The pages about consultants: municipalities change hands, holidays have a deputy, students an exception."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path, decide
from factories import AARHUS, SLAGELSE, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.audit import AuditEntry
from portal.models.consultant import Absence, Consultant, ConsultantMunicipality, RoutingException
from portal.models.mail import OutboxMessage
from portal.models.staff import Role, StaffRole
from strict_client import StrictClient

HOME = "/personale/konsulenter"


@pytest.fixture
def lene(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lene Leder"))


@pytest.fixture
def ann(session: Session) -> Consultant:
    return make_consultant(session)


def _post(client: StrictClient, page: str, path: str, **typed: str) -> TestResponse:
    token = client.form(client.get(page))["csrf_token"]
    return client.post(path, data={"csrf_token": token, **typed})


def test_the_overview_shows_what_everybody_has_to_do(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    page = lene.get(HOME).text
    assert "Ann Advis" in page
    assert "1 kommune\n" in page or "1 kommune<" in page
    assert "1 i gang<br>0 på venteliste" in page
    assert "97 kommuner har ingen konsulent" in page


def test_p15_a_municipality_that_changes_hands_takes_its_cases_along(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    _post(lene, f"{HOME}/{bo.id}", f"{HOME}/{bo.id}/kommune", kommune=SLAGELSE)
    assert session.get_one(ConsultantMunicipality, SLAGELSE).consultant_id == bo.id
    assert "Slagelse" not in [row.municipality_code for row in ann.municipalities]


def test_a_holiday_needs_a_deputy_and_days_in_order(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    today = clock.today().isoformat()
    yesterday = (clock.today() - timedelta(1)).isoformat()
    answer = _post(lene, f"{HOME}/{ann.id}", f"{HOME}/{ann.id}/vaek", first=today, last=yesterday)
    assert answer.status_code == 422
    assert "Vælg, hvem der er vikar." in answer.text
    assert "Den sidste dag skal ligge efter den første" in answer.text
    assert session.scalars(select(Absence)).all() == []


def test_an_exception_is_kept_and_deleted_with_a_line_in_the_audit_trail(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    _post(lene, HOME, f"{HOME}/undtagelse", fits="stu", municipality="", consultant=ann.id)
    rule = session.scalars(select(RoutingException)).one()
    assert (rule.fits, rule.municipality_code, rule.consultant_id) == ("stu", "", ann.id)
    assert "Elever på STU" in lene.get(HOME).text
    _post(lene, HOME, f"{HOME}/undtagelse/slet", fits="stu", municipality="")
    assert session.scalars(select(RoutingException)).all() == []
    kept = select(AuditEntry.action).where(AuditEntry.object_kind == "consultant")
    assert session.scalars(kept.order_by(AuditEntry.number)).all() == ["keep exception", "drop exception"]


def test_staff_choose_another_consultant_with_a_reason_who_then_hears_of_it(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    application = move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    refused = decide(lene, application, "vaelg-konsulent", consultant=bo.id)
    assert refused.status_code == 422
    assert "Skriv kort, hvorfor det skal være en anden." in refused.text
    decide(lene, application, "vaelg-konsulent", consultant=bo.id, note="Kender familien")
    case = session.get_one(Application, application.id)
    assert (case.consultant_id, case.consultant_by_hand) == (bo.id, True)
    told = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "handed_over"))
    assert [mail.address for mail in told] == [bo.staff.email]


def test_the_preview_says_who_stands_in_and_until_when(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    today = clock.today()
    session.add(Absence(consultant_id=ann.id, deputy_id=bo.id, first_on=today, last_on=today))
    application = move_to(session, make_application(session), State.SCREENING)
    page = lene.get(case_path(application)).text
    assert "Går til Bo Bistand, fordi personen bor i Slagelse Kommune. Ann Advis er væk til og med" in page


def test_nobody_without_the_role_is_given_a_municipality(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    bo.staff.role_rows = [StaffRole(role=Role.EDITOR)]
    session.commit()
    answer = _post(lene, f"{HOME}/{bo.id}", f"{HOME}/{bo.id}/kommune", kommune=SLAGELSE)
    assert answer.status_code == 422
    assert "Bo Bistand er ikke konsulent nu." in answer.text
    assert session.get_one(ConsultantMunicipality, SLAGELSE).consultant_id == ann.id


def test_p15_a_case_names_who_has_it_now_and_who_stands_in(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    case = make_application(session, consultant_id=bo.id)
    move_to(session, case, State.SCREENING, State.HANDED_OVER)
    page = lene.get(case_path(case)).text
    assert "Ann Advis, <a" in page
    assert "Vikar lige nu" not in page
    today = clock.today()
    session.add(Absence(consultant_id=ann.id, deputy_id=bo.id, first_on=today, last_on=today))
    session.commit()
    assert "Vikar lige nu: Bo Bistand, <a" in lene.get(case_path(case)).text
