"""From an invitation to the first page: a person chooses how to sign in, and later changes it (P2, P7)."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from authenticator import Authenticator
from factories import PASSWORD, make_staff, sign_in
from portal import clock, invitations, totp
from portal.models.mail import OutboxMessage
from portal.models.staff import Role, Staff
from signing_in import (
    CODE,
    WAYS,
    give_code,
    give_passkey,
    give_password,
    hidden,
    is_in,
    make_passkey,
    paper_codes,
    passkey_form,
)
from strict_client import StrictClient

BASE = "http://localhost:8000"
NOON = "2026-11-23 12:00:05"


@pytest.fixture
def link(app: Flask, session: Session) -> str:
    """The path of the link that Nina was invited with."""
    address = invitations.invite(session, email="Nina@example.com", name="Nina Ny", roles=[Role.EDITOR])
    session.commit()
    return address.removeprefix(BASE)


def _begin(client: StrictClient, link: str) -> None:
    assert client.post(link, data=client.form(client.get(link))).location == WAYS


def _set_up_app(client: StrictClient) -> list[str]:
    """Types the code of an app that was told the secret; gives the codes for the paper."""
    page = client.get(f"{WAYS}/app")
    with client.session_transaction() as cookie:
        secret = cookie["code_secret"]
    return paper_codes(
        client.post(f"{WAYS}/app", data=client.form(page, code=totp.code(secret, clock.now())))
    )


def _choose_password(client: StrictClient, password: str = PASSWORD) -> None:
    page = client.get(f"{WAYS}/adgangskode")
    client.post(f"{WAYS}/adgangskode", data=client.form(page, password=password))


def test_p2_an_invited_person_chooses_a_password_and_an_app(app: Flask, link: str) -> None:
    client = app.test_client()
    _begin(client, link)
    assert client.get(f"{WAYS}/app").location == f"{WAYS}/adgangskode"
    _choose_password(client)
    assert not is_in(client)
    assert len(_set_up_app(client)) == 10
    assert is_in(client)
    # The same code would not do: it was used to set up the app.
    again = app.test_client()
    assert give_password(again, "nina@example.com").location == CODE


def test_p2_an_invited_person_needs_only_a_passkey(app: Flask, session: Session, link: str) -> None:
    client, key = app.test_client(), Authenticator()
    _begin(client, link)
    assert len(paper_codes(make_passkey(client, key))) == 10
    assert is_in(client)
    assert give_passkey(app.test_client(), key).location == "/personale"
    assert session.scalars(select(Staff.password_hash)).one() == ""
    assert give_password(app.test_client(), "nina@example.com", "").status_code == 422


def test_a_page_with_codes_that_is_sent_again_says_what_is_ready(app: Flask, link: str) -> None:
    """To reload it sends the form once more, and its token belongs to the session before."""
    client, key = app.test_client(), Authenticator()
    _begin(client, link)
    form = passkey_form(client.get(f"{WAYS}/noegle"))
    typed = hidden(form) | {"credential": key.make(str(form.get("data-options"))), "name": "Min telefon"}
    assert len(paper_codes(client.post(f"{WAYS}/noegle", data=typed))) == 10
    again = client.post(f"{WAYS}/noegle", data=typed, follow_redirects=True)
    assert "Her ser du, hvad der er klar." in again.text
    assert "Min telefon" in again.text


def test_an_invitation_works_until_it_was_followed_to_its_end(app: Flask, link: str) -> None:
    _begin(app.test_client(), link)
    client = app.test_client()
    _begin(client, link)
    make_passkey(client, Authenticator())
    assert app.test_client().get(link).status_code == 410
    assert app.test_client().post(link).status_code in {400, 410}


def test_an_invitation_lives_for_a_week(app: Flask, session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        link = invitations.invite(session, email="nina@example.com", name="Nina Ny", roles=[Role.EDITOR])
        session.commit()
        path = link.removeprefix(BASE)
        traveller.shift(timedelta(days=6, hours=23))
        assert app.test_client().get(path).status_code == 200
        traveller.shift(timedelta(hours=1))
        assert app.test_client().get(path).status_code == 410


def test_nobody_is_invited_twice(session: Session, link: str) -> None:
    with pytest.raises(invitations.TakenError):
        invitations.invite(session, email="nina@EXAMPLE.com", name="Nina", roles=[Role.ADMIN])


def test_p14_the_mail_of_an_invitation_names_nobody_and_holds_128_bits(
    app: Flask, session: Session, link: str
) -> None:
    nina = invitations.by_email(session, "nina@example.com")
    assert nina is not None
    with app.test_request_context():
        invitations.send(session, nina, BASE + link)
    session.commit()
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.address, "Nina" in mail.text, BASE + link in mail.text) == ("nina@example.com", False, True)
    assert len(link.rsplit("/", 1)[1]) == 43


def test_starting_over_takes_every_way_in(app: Flask, session: Session) -> None:
    staff, key = make_staff(session), Authenticator()
    here = sign_in(app.test_client(), staff)
    make_passkey(here, key)
    session.expire_all()
    link = invitations.again(session, staff)
    session.commit()
    assert not is_in(here)
    assert give_passkey(app.test_client(), key).status_code == 422
    assert give_password(app.test_client(), staff.email).status_code == 422
    assert invitations.is_waiting(session, staff)
    assert app.test_client().get(link.removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize("what", ["password", "app", "passkey", "codes"])
def test_p7_a_change_of_how_to_sign_in_ends_every_other_session(
    app: Flask, session: Session, what: str
) -> None:
    staff = make_staff(session)
    here, there, copy = (sign_in(app.test_client(), staff) for _ in range(3))
    with here.session_transaction() as cookie, copy.session_transaction() as copied:
        copied.update(cookie)
    assert is_in(copy)
    changes = {
        "password": lambda: _choose_password(here, "en helt anden kode"),
        "app": lambda: _set_up_app(here),
        "passkey": lambda: make_passkey(here, Authenticator()),
        "codes": lambda: here.post(f"{WAYS}/koder", data=here.form(here.get("/personale/mit-log-ind"))),
    }
    changes[what]()
    assert [is_in(client) for client in (here, there, copy)] == [True, False, False]


def test_new_codes_for_the_paper_end_the_old_ones(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    here = sign_in(app.test_client(), staff)
    typed = here.form(here.get("/personale/mit-log-ind"))
    old, new = (paper_codes(here.post(f"{WAYS}/koder", data=typed)) for _ in range(2))
    client = app.test_client()
    give_password(client, staff.email)
    assert [give_code(client, code).status_code for code in (old[0], new[0])] == [422, 302]


def test_how_to_sign_in_is_changed_only_shortly_after_signing_in(app: Flask, session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        client = sign_in(app.test_client(), make_staff(session))
        traveller.shift(timedelta(minutes=16))
        assert client.get(f"{WAYS}/adgangskode").location.startswith("/personale/log-ind?igen=1")
        page = client.get("/personale/log-ind?igen=1&next=/personale/mit-log-ind")
        assert "Log ind igen, før du ændrer" in page.text


def test_a_wrong_code_leaves_the_app_as_it_was(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    before = staff.code_secret
    client = sign_in(app.test_client(), staff)
    page = client.get(f"{WAYS}/app")
    assert client.post(f"{WAYS}/app", data=client.form(page, code="000000")).status_code == 422
    session.expire_all()
    assert session.get_one(Staff, staff.id).code_secret == before


def test_a_camera_and_a_person_are_shown_the_same_key(app: Flask, session: Session) -> None:
    client = sign_in(app.test_client(), make_staff(session))
    page = client.get(f"{WAYS}/app")
    with client.session_transaction() as cookie:
        secret = cookie["code_secret"]
    assert secret in page.text.replace(" ", "")
    picture = client.get(f"{WAYS}/app.svg")
    assert (picture.mimetype, picture.text[:40].startswith("<?xml")) == ("image/svg+xml", True)


def test_p9_new_passwords_and_codes_help_password_managers(app: Flask, link: str) -> None:
    client = app.test_client()
    _begin(client, link)
    assert 'autocomplete="new-password"' in client.get(f"{WAYS}/adgangskode").text
    _choose_password(client)
    page = client.get(f"{WAYS}/app").text
    assert (page.count('autocomplete="one-time-code"'), page.count('type="text"')) == (1, 1)
