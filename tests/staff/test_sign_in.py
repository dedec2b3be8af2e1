"""Signing in: who gets in, what others are told, and that nobody learns who has an account (P4, P5)."""

from statistics import median
from time import perf_counter

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import PASSWORD, code, make_consultant, make_staff, sign_in
from portal import clock, crypto
from portal.models.staff import Role, StaffSession
from portal.staff import actions
from signing_in import CODE, SIGN_IN, WRONG, answer_without_what_was_typed, give_password
from strict_client import StrictClient, parse


def _show_code(client: StrictClient) -> TestResponse:
    return client.post(CODE, data=client.form(client.get(CODE), code=code()))


def test_the_right_password_and_code_lead_to_the_queue(client: StrictClient, session: Session) -> None:
    make_staff(session)
    response = give_password(client, "sanne@example.com", PASSWORD)
    assert (response.status_code, response.location) == (302, CODE)
    assert _show_code(client).location == "/personale"
    assert "Sanne Sekretær" in client.get("/personale").text


def test_the_mail_address_may_be_written_with_capitals_and_spaces(
    client: StrictClient, session: Session
) -> None:
    make_staff(session)
    assert give_password(client, " Sanne@Example.com ", PASSWORD).status_code == 302


def test_unknown_wrong_and_closed_accounts_get_the_same_answer(app: Flask, session: Session) -> None:
    make_staff(session)
    make_staff(session, name="Lukket Konto", email="lukket@example.com", active=False)
    tried = {
        "sanne@example.com": WRONG,
        "lukket@example.com": PASSWORD,
        "ingen@example.com": PASSWORD,
    }
    answers = [
        answer_without_what_was_typed(give_password(app.test_client(), email, password), email)
        for email, password in tried.items()
    ]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 422
    assert "Tjek mail og adgangskode, og prøv igen." in answers[0][2]


def test_an_unknown_account_takes_as_long_as_a_wrong_password(app: Flask, session: Session) -> None:
    make_staff(session)
    times: dict[str, list[float]] = {"sanne@example.com": [], "ingen@example.com": []}
    with app.test_request_context(method="POST"):
        for number in range(9):
            for email, taken in times.items():
                began = perf_counter()
                actions.take_first_step(email, WRONG, network=str(number), old_token=None)
                taken.append(perf_counter() - began)
    known, unknown = (median(taken) for taken in times.values())
    # Without a hash to check, an unknown account would be fifty times as fast.
    assert 0.5 < unknown / known < 2


def test_a_mistake_keeps_the_mail_and_forgets_the_password(client: StrictClient, session: Session) -> None:
    response = give_password(client, "kim@example.com", WRONG)
    page = parse(response.text)
    values = {field.get("name"): field.get("value") for field in page.iter("input")}
    assert values["email"] == "kim@example.com"
    assert values["password"] in {None, ""}
    assert WRONG not in response.text
    title = page.find("./head/title")
    assert title is not None
    assert title.text == "Fejl: Log ind - KLAPjob"


def test_p9_the_form_helps_password_managers_and_forbids_no_paste(client: StrictClient) -> None:
    page = parse(client.get(SIGN_IN).text)
    tokens = {field.get("name"): field.get("autocomplete") for field in page.iter("input")}
    assert tokens["email"] == "username webauthn"
    assert tokens["password"] == "current-password"
    assert [field for field in page.iter("input") if "onpaste" in field.attrib] == []


def test_p9_the_code_is_one_field_that_a_telephone_can_fill_in(
    client: StrictClient, session: Session
) -> None:
    give_password(client, make_staff(session).email, PASSWORD)
    fields = [field for field in parse(client.get(CODE).text).iter("input") if field.get("type") != "hidden"]
    assert [(field.get("name"), field.get("autocomplete")) for field in fields] == [("code", "one-time-code")]
    assert [name for field in fields for name in field.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("email", ["", "x" * 3000, "å\u0000\u202e@", "a@b, c@d", "' or 1=1 --"])
@pytest.mark.parametrize("password", ["", "x" * 5000, "\u0000", "🦊" * 40])
def test_whatever_is_typed_gets_the_same_kind_answer(
    client: StrictClient, session: Session, email: str, password: str
) -> None:
    assert give_password(client, email, password).status_code == 422


def test_a_form_from_another_site_lets_nobody_in_and_keeps_the_mail(
    client: StrictClient, session: Session
) -> None:
    make_staff(session)
    response = client.post(SIGN_IN, data={"email": "sanne@example.com", "password": PASSWORD})
    assert response.status_code == 422
    assert 'value="sanne@example.com"' in response.text
    assert client.get("/personale").status_code == 302


def test_signing_in_notes_the_time(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    began = clock.now()
    give_password(client, staff.email, PASSWORD)
    _show_code(client)
    session.refresh(staff)
    assert staff.last_login_at is not None
    assert staff.last_login_at >= began


def test_signing_in_throws_away_what_the_browser_carried(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    with client.session_transaction() as cookie:
        cookie["draft"] = "of somebody else"
    give_password(client, staff.email, PASSWORD)
    with client.session_transaction() as cookie:
        assert "draft" not in cookie


def test_signing_in_again_ends_the_session_before(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    sign_in(client, staff)
    with client.session_transaction() as cookie:
        token = cookie["_user_id"]
        csrf_token = client.form(client.get("/personale"))["csrf_token"]
    client.post(SIGN_IN, data={"email": staff.email, "password": PASSWORD, "csrf_token": csrf_token})
    _show_code(client)
    with client.session_transaction() as cookie:
        assert cookie["_user_id"] != token
    row = session.get_one(StaffSession, crypto.token_hash(token), populate_existing=True)
    assert row.ended_at is not None


def test_the_database_keeps_no_token(client: StrictClient, session: Session) -> None:
    sign_in(client, make_staff(session))
    with client.session_transaction() as cookie:
        token = cookie["_user_id"]
    assert session.scalars(select(StaffSession.token_hash)).all() == [crypto.token_hash(token)]


def test_a_consultant_starts_at_her_own_cases(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    sign_in(client, ann.staff)
    assert client.get("/personale").location == "/personale/mine"


@pytest.mark.parametrize(
    ("role", "start"), [(Role.EDITOR, "/personale/jobopslag"), (Role.ADMIN, "/personale/drift")]
)
def test_who_has_no_cases_starts_at_their_own_work(
    client: StrictClient, session: Session, role: Role, start: str
) -> None:
    sign_in(client, make_staff(session, role))
    assert client.get("/personale").location == start
    assert client.get(start).status_code == 200


def test_who_has_no_role_is_told_so_kindly(client: StrictClient, session: Session) -> None:
    nina = make_staff(session)
    sign_in(client, nina)
    nina.role_rows = []
    session.commit()
    page = client.get("/personale")
    assert page.status_code == 200
    assert "Der er ikke noget til dig her endnu." in page.text


def test_who_is_signed_in_already_need_not_do_it_again(client: StrictClient, session: Session) -> None:
    sign_in(client, make_staff(session))
    assert client.get(SIGN_IN).location == "/personale"
