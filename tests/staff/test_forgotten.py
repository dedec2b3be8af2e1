"""A forgotten password: one answer for all, a link that works once, the second step stays (P4, P8)."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import PASSWORD, make_staff, sign_in
from portal.models.mail import OutboxMessage
from portal.models.sign_in import ForgottenPassword, StaffLink
from portal.models.staff import Staff
from portal.staff import forgetting
from signing_in import CODE, give_password, is_in
from strict_client import StrictClient

FORGOTTEN = "/personale/glemt-adgangskode"
NEW = "syv nye høns i haven"
NOON = "2026-11-23 12:00:05"


def _ask(client: StrictClient, email: str, address: str = "10.0.0.1") -> TestResponse:
    typed = client.form(client.get(FORGOTTEN), email=email)
    return client.post(FORGOTTEN, data=typed, environ_base={"REMOTE_ADDR": address})


def _mails(app: Flask, session: Session) -> list[OutboxMessage]:
    session.rollback()
    with app.test_request_context(method="POST"):
        forgetting.write_to_them(session)
    return list(session.scalars(select(OutboxMessage).order_by(OutboxMessage.created_at)))


def _link(mail: OutboxMessage) -> str:
    address = next(word for word in mail.text.split() if word.startswith("http"))
    return address.removeprefix("http://localhost:8000")


@pytest.fixture
def sanne(session: Session) -> Staff:
    return make_staff(session)


@pytest.fixture
def link(app: Flask, session: Session, sanne: Staff) -> str:
    """The link that was sent to Sanne."""
    _ask(app.test_client(), sanne.email)
    (mail,) = _mails(app, session)
    assert mail.address == sanne.email
    return _link(mail)


def _choose(client: StrictClient, link: str, password: str = NEW) -> TestResponse:
    return client.post(link, data=client.form(client.get(link), password=password))


def test_p4_known_unknown_and_closed_accounts_get_the_same_answer(
    app: Flask, session: Session, sanne: Staff
) -> None:
    make_staff(session, name="Lukket Konto", email="lukket@example.com", active=False)
    emails = (sanne.email, "lukket@example.com", "ingen@example.com")
    answers = [_ask(app.test_client(), email) for email in emails]
    assert len({(answer.status_code, answer.text) for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.keys())) for answer in answers}) == 1
    assert [mail.address for mail in _mails(app, session)] == [sanne.email]
    assert session.scalars(select(ForgottenPassword)).all() == []


@pytest.mark.parametrize("typed", ["", "  ", "sanne", "x" * 500, "a@b, c@d\x00"])
def test_what_is_no_mail_address_is_asked_for_again(app: Flask, session: Session, typed: str) -> None:
    page = _ask(app.test_client(), typed)
    assert page.status_code == 422
    assert "Skriv din mailadresse" in page.text
    assert _mails(app, session) == []


def test_p8_a_link_gives_a_new_password_and_works_once(client: StrictClient, link: str, sanne: Staff) -> None:
    assert _choose(client, link).location == "/personale/log-ind"
    assert give_password(client, sanne.email, PASSWORD).status_code == 422
    assert give_password(client, sanne.email, NEW).location == CODE
    assert client.get(link).status_code == 410
    assert client.post(link, data={"password": "noget helt fjerde her"}).status_code == 410


def test_p8_reading_the_page_of_a_link_changes_nothing(
    app: Flask, client: StrictClient, link: str, sanne: Staff
) -> None:
    """Programs that look at mails open the links in them."""
    for _ in range(3):
        assert app.test_client().get(link).status_code == 200
    assert _choose(client, link).status_code == 302


def test_p8_half_an_hour_is_what_a_link_lives(app: Flask, session: Session, sanne: Staff) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        client = app.test_client()
        _ask(client, sanne.email)
        address = _link(_mails(app, session)[0])
        traveller.shift(timedelta(minutes=29))
        assert client.get(address).status_code == 200
        traveller.shift(timedelta(minutes=1))
        assert client.get(address).status_code == 410


def test_p8_a_new_link_ends_the_one_before(app: Flask, session: Session, link: str, sanne: Staff) -> None:
    _ask(app.test_client(), sanne.email)
    newer = [one for mail in _mails(app, session) if (one := _link(mail)) != link]
    assert len(newer) == 1
    client = app.test_client()
    assert [client.get(address).status_code for address in (link, newer[0])] == [410, 200]


def test_p8_every_session_ends_and_the_second_step_stays(app: Flask, link: str, sanne: Staff) -> None:
    signed_in = sign_in(app.test_client(), sanne)
    client = app.test_client()
    _choose(client, link)
    assert not is_in(signed_in)
    give_password(client, sanne.email, NEW)
    assert not is_in(client)
    assert client.get(CODE).status_code == 200


def test_p8_the_database_keeps_no_link_and_no_typed_mail_in_the_clear(
    app: Flask, session: Session, link: str, sanne: Staff
) -> None:
    assert session.scalars(select(StaffLink.secret_hash)).one() not in link
    _ask(app.test_client(), sanne.email)
    session.rollback()
    assert sanne.email.encode() not in (session.scalars(select(ForgottenPassword)).one().email_sealed or b"")


def test_a_password_that_is_too_easy_leaves_the_link_as_it_was(client: StrictClient, link: str) -> None:
    assert _choose(client, link, "password1234").status_code == 422
    assert _choose(client, link).status_code == 302


def test_p17_a_link_without_the_token_of_the_form_changes_nothing(client: StrictClient, link: str) -> None:
    assert client.post(link, data={"password": NEW}).status_code == 422
    assert client.get(link).status_code == 200


def test_nobody_can_flood_a_mailbox(app: Flask, session: Session, sanne: Staff) -> None:
    with time_machine.travel(NOON, tick=False):
        answers = {_ask(app.test_client(), sanne.email, f"10.0.{n}.1").status_code for n in range(6)}
        assert answers == {200}
        assert len(session.scalars(select(ForgottenPassword)).all()) == 3


def test_one_network_may_ask_twenty_times_an_hour(app: Flask, sanne: Staff) -> None:
    with time_machine.travel(NOON, tick=False):
        answers = [_ask(app.test_client(), f"{n}@example.com").status_code for n in range(21)]
    assert answers == [200] * 20 + [429]


@pytest.mark.parametrize("secret", ["x", "å" * 50, "a" * 5000])
def test_a_made_up_link_is_dead(client: StrictClient, session: Session, secret: str) -> None:
    for path in ("ny-adgangskode", "velkommen"):
        assert client.get(f"/personale/{path}/{secret}").status_code == 410
