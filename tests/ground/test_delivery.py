"""The outbox: every mail is sent once, over a real SMTP server, whatever that server does (P54)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete
from sqlalchemy.orm import Session

from factories import make_application
from portal import clock, delivery, outbox
from portal.delivery import MailServer
from portal.models.mail import Channel, OutboxMessage
from postbox import Postbox, listening


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with listening() as postbox:
        yield postbox


@pytest.fixture
def server(postbox: Postbox) -> MailServer:
    return delivery.mail_server(postbox.url)


@pytest.fixture
def message(app: Flask, session: Session) -> OutboxMessage:
    application = make_application(session)
    return _queue(session, application.id)


def _queue(session: Session, application_id: str | None = None) -> OutboxMessage:
    message = OutboxMessage(
        kind="test",
        application_id=application_id,
        message_id="<1@localhost>",
        created_at=clock.now(),
        next_attempt_at=clock.now(),
        subject="Der er nyt",
        address="kim@example.com",
        text="Ring til os på 36 35 96 60.\n",
    )
    session.add(message)
    session.commit()
    return message


def _deliver(session: Session, server: MailServer) -> tuple[int, int]:
    return delivery.deliver_due(session, server, sender="KLAPjob <info@example.com>")


def test_a_queued_mail_is_sent_once(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    assert _deliver(session, server) == (1, 0)
    assert _deliver(session, server) == (0, 0)
    assert [mail.rcpt_tos for mail in postbox.mails] == [["kim@example.com"]]
    assert b"Message-ID: <1@localhost>" in postbox.mails[0].content


def test_after_delivery_the_address_and_the_words_are_gone(
    session: Session, server: MailServer, message: OutboxMessage
) -> None:
    _deliver(session, server)
    assert (message.address_sealed, message.text_sealed, message.html_sealed) == (None, None, None)
    assert message.sent_at is not None


def test_a_server_that_is_busy_is_tried_again_a_little_later(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    postbox.answers = ["451 busy"]
    assert _deliver(session, server) == (0, 1)
    assert _deliver(session, server) == (0, 0), "not at once"
    with time_machine.travel(clock.now() + timedelta(seconds=90), tick=False):
        assert _deliver(session, server) == (1, 0)
    assert len(postbox.mails) == 1


def test_a_server_that_is_not_there_loses_nothing(session: Session, message: OutboxMessage) -> None:
    nobody = delivery.mail_server("smtp://127.0.0.1:9")
    assert _deliver(session, nobody) == (0, 1)
    assert message.last_error == "ConnectionRefusedError"
    assert message.address == "kim@example.com"
    assert message.next_attempt_at is not None


def test_waits_grow_and_after_the_last_try_the_staff_take_over(
    session: Session, message: OutboxMessage
) -> None:
    nobody = delivery.mail_server("smtp://127.0.0.1:9")
    waits = []
    with time_machine.travel(clock.now(), tick=False) as traveller:
        for _ in range(delivery.MOST_ATTEMPTS):
            tried = clock.now()
            assert _deliver(session, nobody) == (0, 1)
            if message.next_attempt_at is not None:
                waits.append(message.next_attempt_at - tried)
                traveller.move_to(message.next_attempt_at)
    assert message.failed_at is not None
    assert waits[0] < timedelta(minutes=2)
    assert timedelta(hours=19) < waits[-1] < timedelta(hours=29)


def test_an_address_that_the_server_refuses_for_good_goes_to_the_staff_at_once(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    postbox.answers = ["550 no such person"]
    _deliver(session, server)
    assert message.failed_at is not None
    assert message.next_attempt_at is None


def test_a_mail_that_another_worker_is_sending_is_left_to_it(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    message.leased_until = clock.now() + timedelta(minutes=1)
    session.commit()
    assert _deliver(session, server) == (0, 0)
    with time_machine.travel(clock.now() + timedelta(minutes=2), tick=False):
        assert _deliver(session, server) == (1, 0), "a lease lapses when its worker has died"


@pytest.mark.parametrize(
    "address", ["", "kim", "a@example.com, b@example.com", "a@b.dk\0", "a@b.dk\r\nBcc: c@d.dk"]
)
def test_only_one_plain_address_can_be_queued(address: str) -> None:
    with pytest.raises(outbox.AddressError):
        outbox.clean_address(address)


@pytest.mark.parametrize(
    ("url", "tls"),
    [
        ("smtp://localhost:1025", ""),
        ("smtp://mail.example.com:587", "starttls"),
        ("smtps://u:p%40ss@mail.example.com", "implicit"),
    ],
)
def test_p42_only_this_machine_itself_gets_mail_without_tls(url: str, tls: str) -> None:
    assert delivery.mail_server(url).tls == tls


def test_p42_a_server_without_tls_elsewhere_gets_nothing(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    elsewhere = MailServer(host=server.host, port=server.port, tls="starttls", user="", password="")
    assert _deliver(session, elsewhere) == (0, 1)
    assert postbox.mails == []
    assert message.last_error == "SMTPNotSupportedError"


def test_a_setting_that_is_no_mail_server_is_refused_with_an_example() -> None:
    with pytest.raises(delivery.MailSettingError, match="smtp://user"):
        delivery.mail_server("https://mail.example.com")


def test_a_mail_that_is_deleted_while_it_is_being_sent_stops_no_other(
    session: Session, message: OutboxMessage
) -> None:
    _queue(session)
    sent = []

    def send(one: OutboxMessage) -> None:
        if not sent:
            # As when the person withdraws in this very moment.
            with Session(session.get_bind()) as other:
                other.execute(delete(OutboxMessage).where(OutboxMessage.id == one.id))
                other.commit()
        sent.append(one.id)

    assert delivery.deliver(session, Channel.MAIL, send) == (2, 0)
    assert len(set(sent)) == 2


def test_a_mail_that_cannot_be_opened_waits_and_lets_the_next_one_go(
    session: Session, server: MailServer, postbox: Postbox, message: OutboxMessage
) -> None:
    behind = _queue(session)
    message.address_sealed = behind.address_sealed
    session.commit()
    assert _deliver(session, server) == (1, 1)
    assert len(postbox.mails) == 1
    assert (message.attempts, message.last_error) == (1, "CannotOpenError")
    assert message.next_attempt_at is not None
    assert message.next_attempt_at > clock.now()
