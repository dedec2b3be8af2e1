"""A new application on the telephone: staff key in the same questions on one page."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_consultant, make_staff, sign_in
from portal.models.application import Application, CameBy, FilledBy, State
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from strict_client import StrictClient

PAGE = "/personale/ny-ansoegning"
KIM = {
    "name": "Kim Kandidat",
    "phone": "20112233",
    "place": "4200",
    "fits": "disability_pension",
    "agreed": "phone",
}
HELPED = {
    "who": "helper",
    "helper_name": "Bo Bostøtte",
    "helper_role": "support",
    "helper_phone": "20 44 55 66",
    "name": "Kim Kandidat",
    "agreed": "not_yet",
}


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


def _case(session: Session) -> Application:
    return session.scalars(select(Application)).one()


def test_what_is_keyed_in_lands_in_the_queue_marked_as_from_the_telephone(
    sanne: StrictClient, session: Session
) -> None:
    response = sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **KIM))
    assert response.status_code == 302
    case = _case(session)
    assert (case.state, case.came_by, case.filled_by) == (State.RECEIVED, CameBy.PHONE, FilledBy.SELF)
    assert (case.municipality_code, case.fits, case.person_agreed_how) == (
        SLAGELSE,
        "disability_pension",
        "phone",
    )
    assert case.candidate is not None
    assert (case.candidate.name, case.candidate.phone) == ("Kim Kandidat", "20 11 22 33")
    queue = sanne.get("/personale").text
    assert "Kim K." in queue
    assert "Telefon" in queue
    assert "Sanne Sekretær" in sanne.get(f"/personale/sag/{case.id}").text


def test_the_same_page_sent_twice_is_one_case(sanne: StrictClient, session: Session) -> None:
    sent = sanne.form(sanne.get(PAGE), **KIM)
    first, second = (sanne.post(PAGE, data=sent) for _ in range(2))
    assert first.location == second.location
    assert session.scalar(select(func.count()).select_from(Application)) == 1


def test_what_a_helper_tells_waits_for_the_persons_own_yes(sanne: StrictClient, session: Session) -> None:
    sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **HELPED))
    case = _case(session)
    assert (case.state, case.filled_by, case.person_agreed_at) == (
        State.AWAITING_CONSENT,
        FilledBy.HELPER,
        None,
    )


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("name", "Skriv, hvad du hedder."),
        ("phone", "Skriv et telefonnummer eller en mail."),
        ("agreed", "Vælg, hvem der siger ja."),
    ],
)
def test_what_is_needed_is_asked_for_and_the_rest_is_kept(
    sanne: StrictClient, session: Session, left_out: str, told: str
) -> None:
    typed = {**KIM, "more": "Vil gerne arbejde med blomster", left_out: ""}
    page = sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **typed))
    assert page.status_code == 422
    assert told in page.text
    assert "Vil gerne arbejde med blomster" in page.text
    assert session.scalar(select(Application.id)) is None


def test_a_cpr_number_is_refused_kindly(sanne: StrictClient) -> None:
    page = sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **KIM, more="010170-1234"))
    assert page.status_code == 422
    assert "Slet CPR-nummeret" in page.text


def test_answers_of_a_branch_that_was_not_taken_are_left_out(sanne: StrictClient, session: Session) -> None:
    sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **KIM, stu_status="done", school="Testskolen"))
    assert "Testskolen" not in _case(session).answers


def test_with_a_mail_the_person_gets_a_receipt(sanne: StrictClient, session: Session) -> None:
    sanne.post(PAGE, data=sanne.form(sanne.get(PAGE), **KIM, email="kim@example.com"))
    assert session.scalars(select(OutboxMessage)).one().kind == "receipt"


def test_a_consultant_keys_nothing_in(client: StrictClient, session: Session) -> None:
    ann = sign_in(client, make_staff(session, Role.CONSULTANT, name="Ann Advis"))
    assert ann.get(PAGE).status_code == 404
