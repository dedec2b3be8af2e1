"""A mail that no server takes is shown to the office, until it is tried again or told in another way."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application, make_staff, sign_in
from portal import clock, outbox
from portal.models.mail import OutboxMessage
from strict_client import StrictClient

POST = "/personale/post"


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session))


@pytest.fixture
def stuck(app: Flask, session: Session) -> OutboxMessage:
    application = make_application(session)
    with app.test_request_context():
        queued = outbox.queue(session, "closed", to="kim@example.com", application_id=application.id)
    mail = session.get_one(OutboxMessage, queued.id)
    mail.failed_at, mail.next_attempt_at, mail.attempts = clock.now(), None, 14
    session.commit()
    return mail


def _press(client: StrictClient, path: str) -> None:
    token = client.form(client.get(POST))["csrf_token"]
    assert client.post(path, data={"csrf_token": token}).location == POST


def test_without_trouble_there_is_nothing_to_do(sanne: StrictClient) -> None:
    assert "kommet frem" not in sanne.get("/personale").text
    assert "Alle mails er sendt. Du skal ikke gøre noget." in sanne.get(POST).text


def test_the_queue_says_that_a_mail_is_stuck(sanne: StrictClient, stuck: OutboxMessage) -> None:
    page = sanne.get("/personale").text
    assert "En mail er ikke kommet frem." in page
    assert f'href="{POST}"' in page


def test_the_list_says_which_mail_to_whom_and_leads_to_the_case(
    sanne: StrictClient, stuck: OutboxMessage
) -> None:
    page = sanne.get(POST).text
    assert "Der er svar til dig" in page
    assert "kim@example.com" in page
    assert "Prøvet 14 gange." in page
    assert f'href="/personale/sag/{stuck.application_id}"' in page


def test_a_mail_can_be_tried_again(sanne: StrictClient, stuck: OutboxMessage, session: Session) -> None:
    _press(sanne, f"{POST}/{stuck.id}/igen")
    assert stuck.failed_at is None
    assert stuck.attempts == 0
    assert stuck.next_attempt_at <= clock.now()
    assert "Vi prøver at sende mailen igen." in sanne.get(POST).text


def test_a_mail_that_was_told_otherwise_goes_away(
    sanne: StrictClient, stuck: OutboxMessage, session: Session
) -> None:
    _press(sanne, f"{POST}/{stuck.id}/klaret")
    assert session.scalars(select(OutboxMessage)).all() == []


def test_a_mail_that_is_on_its_way_cannot_be_touched(
    sanne: StrictClient, stuck: OutboxMessage, session: Session
) -> None:
    stuck.failed_at = None
    session.commit()
    token = sanne.form(sanne.get(POST))["csrf_token"]
    assert sanne.post(f"{POST}/{stuck.id}/klaret", data={"csrf_token": token}).status_code == 404
    assert session.get(OutboxMessage, stuck.id) is not None
