"""Accounts: invited by mail, with roles, closed at once, closed by themselves when nobody uses them."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import make_consultant, make_staff, sign_in
from portal import clock
from portal.accounts import actions
from portal.models.audit import AuditEntry
from portal.models.consultant import Consultant
from portal.models.mail import OutboxMessage
from portal.models.staff import Role, Staff
from strict_client import StrictClient

HOME = "/personale/konti"


@pytest.fixture
def adam(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.ADMIN, name="Adam Admin"))


def _post(client: StrictClient, path: str, **typed: object) -> TestResponse:
    token = client.form(client.get(HOME))["csrf_token"]
    return client.post(path, data={"csrf_token": token, **typed})


def _invite(client: StrictClient, **typed: object) -> TestResponse:
    values: dict[str, object] = {"name": "Nora Ny", "email": "Nora@example.com", "roles": ["consultant"]}
    return _post(client, f"{HOME}/ny", **(values | typed))


def _by_email(session: Session, email: str) -> Staff | None:
    return session.scalar(select(Staff).where(Staff.email == email))


def test_p8_somebody_is_invited_by_a_mail_with_a_link(adam: StrictClient, session: Session) -> None:
    answer = _invite(adam)
    nora = _by_email(session, "nora@example.com")
    assert nora is not None
    assert answer.location == f"{HOME}/{nora.id}"
    assert nora.roles == {Role.CONSULTANT}
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.kind, mail.address) == ("staff_invitation", "nora@example.com")
    assert "/personale/velkommen/" in mail.text
    assert "Inviteret" in adam.get(HOME).text


def test_a_mail_address_with_danish_letters_may_be_invited(adam: StrictClient, session: Session) -> None:
    answer = _invite(adam, email="nora@kødbyen.example.com")
    nora = _by_email(session, "nora@xn--kdbyen-bya.example.com")
    assert nora is not None
    assert answer.location == f"{HOME}/{nora.id}"


def test_who_becomes_a_consultant_may_be_given_municipalities(adam: StrictClient, session: Session) -> None:
    _invite(adam)
    nora = _by_email(session, "nora@example.com")
    assert nora is not None
    assert session.scalars(select(Consultant.staff_id)).all() == [nora.id]
    assert "Ret kommuner og ferie" in adam.get(f"{HOME}/{nora.id}").text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "nora"}, "Skriv en mailadresse"),
        ({"name": ""}, "Skriv navnet."),
        ({"roles": []}, "Vælg mindst én rolle."),
        ({"email": "adam@example.com"}, "Der er en konto med den mail i forvejen."),
    ],
)
def test_what_is_missing_is_said_and_nobody_invited(
    adam: StrictClient, session: Session, typed: dict[str, object], told: str
) -> None:
    page = _invite(adam, **typed)
    assert page.status_code == 422
    assert told in page.text
    assert session.scalars(select(OutboxMessage)).all() == []


def test_what_is_missing_is_told_in_the_order_of_the_page(adam: StrictClient) -> None:
    page = _invite(adam, name="", email="", roles=[]).text
    told = [page.index(words) for words in ("Skriv navnet.", "Skriv en mailadresse", "Vælg mindst én rolle.")]
    assert told == sorted(told)


def test_p7_a_closed_account_is_out_at_the_next_request(adam: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    browser = sign_in(adam.application.test_client(), ann.staff)
    assert browser.get("/personale/mine").status_code == 200
    _post(adam, f"{HOME}/{ann.staff.id}/luk")
    assert browser.get("/personale/mine").status_code == 302
    _post(adam, f"{HOME}/{ann.staff.id}/aabn")
    assert browser.get("/personale/mine").status_code == 302


def test_p7_a_changed_role_ends_the_sessions(adam: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    browser = sign_in(adam.application.test_client(), ann.staff)
    _post(adam, f"{HOME}/{ann.staff.id}", roles=["editor"])
    assert browser.get("/personale").status_code == 302
    session.refresh(ann.staff)
    assert ann.staff.roles == {Role.EDITOR}


def test_nobody_closes_or_weakens_the_own_account(adam: StrictClient, session: Session) -> None:
    own = _by_email(session, "adam@example.com")
    assert own is not None
    assert _post(adam, f"{HOME}/{own.id}", roles=["editor"]).status_code == 422
    _post(adam, f"{HOME}/{own.id}/luk")
    assert own.active


@pytest.mark.parametrize(("days", "closed"), [(90, 0), (91, 1)])
def test_p10_an_account_that_nobody_uses_for_90_days_is_closed(
    session: Session, days: int, closed: int
) -> None:
    then = clock.now() - timedelta(days=days - 0.5)
    used = make_staff(session, name="Ulla Ubrugt", last_login_at=then)
    never = make_staff(session, name="Aldrig Inde")
    never.created_at = then
    assert (actions.close_unused(session), actions.close_unused(session)) == (2 * closed, 0)
    session.commit()
    assert {used.active, never.active} == {not closed}


def test_the_review_list_names_everybody_with_roles_and_municipalities(
    adam: StrictClient, session: Session
) -> None:
    make_consultant(session)
    page = adam.get(f"{HOME}/gennemgang").text
    for told in ("Adam Admin", "Administrator", "Ann Advis", "Konsulent", "Slagelse", "Gennemgået af"):
        assert told in page


def test_p48_each_change_leaves_a_line_in_the_audit_trail(adam: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    _post(adam, f"{HOME}/{ann.staff.id}/luk")
    _post(adam, f"{HOME}/{ann.staff.id}/aabn")
    _post(adam, f"{HOME}/{ann.staff.id}/inviter")
    kept = select(AuditEntry.action).where(AuditEntry.object_kind == "account")
    assert session.scalars(kept.order_by(AuditEntry.number)).all() == ["close", "reopen", "invite again"]
