"""SMS go out over a gateway that speaks GatewayAPI's JSON; here a stand-in on this machine (P41, P54)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_application
from portal import delivery, outbox, sms
from portal.models.mail import Channel, OutboxMessage


@dataclass
class Gateway:
    """A stand-in for the gateway: keeps what it gets, and answers with `status`."""

    url: str = ""
    status: int = 200
    got: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    standin = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            standin.got.append((self.path, self.headers["Authorization"], body))
            self.send_response(standin.status)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    standin.url = f"http://secret-token@127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield standin
    server.shutdown()
    thread.join()
    server.server_close()


def queue_one(app: Flask, session: Session, url: str, to: str = "20 11 22 33") -> OutboxMessage | None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, sms_url=url)
    case = make_application(session)
    message = outbox.queue_sms(
        session, "your_yes", to=to, application_id=case.id, link="https://job.example/ja/x"
    )
    session.commit()
    return session.get(OutboxMessage, message.id) if message else None


def test_without_a_gateway_no_sms_is_written(app: Flask, session: Session) -> None:
    assert queue_one(app, session, "") is None
    assert session.scalars(select(OutboxMessage)).all() == []


def test_an_sms_goes_out_once_in_the_gateways_own_format(
    app: Flask, session: Session, gateway: Gateway
) -> None:
    message = queue_one(app, session, gateway.url)
    assert message is not None
    assert sms.deliver_due(session, sms.gateway(gateway.url)) == (1, 0)
    assert sms.deliver_due(session, sms.gateway(gateway.url)) == (0, 0)
    ((path, authorization, body),) = gateway.got
    assert (path, authorization) == ("/rest/mtsms", "Token secret-token")
    assert body == {
        "sender": "KLAPjob",
        "message": (
            "Hej. En, du kender, har skrevet til KLAPjob for dig. Læs mere, og svar her: "
            "https://job.example/ja/x Eller ring: 36 35 96 60"
        ),
        "encoding": "UTF8",
        "recipients": [{"msisdn": 4520112233}],
        "userref": message.id,
    }


def test_number_and_words_go_when_it_is_sent(app: Flask, session: Session, gateway: Gateway) -> None:
    message = queue_one(app, session, gateway.url)
    assert message is not None
    sms.deliver_due(session, sms.gateway(gateway.url))
    session.refresh(message)
    assert (message.address, message.text, message.sent_at is not None) == ("", "", True)


def test_the_mail_server_never_gets_an_sms(app: Flask, session: Session, gateway: Gateway) -> None:
    message = queue_one(app, session, gateway.url)
    assert message is not None
    assert message.channel == Channel.SMS
    nobody = delivery.mail_server("smtp://127.0.0.1:9")
    assert delivery.deliver_due(session, nobody, sender="info@klapjob.dk") == (0, 0)


@pytest.mark.parametrize(("status", "final"), [(422, True), (400, True), (401, False), (500, False)])
def test_a_refusal_ends_and_trouble_is_tried_again(
    app: Flask, session: Session, gateway: Gateway, status: int, *, final: bool
) -> None:
    message = queue_one(app, session, gateway.url)
    assert message is not None
    gateway.status = status
    assert sms.deliver_due(session, sms.gateway(gateway.url)) == (0, 1)
    session.refresh(message)
    assert (message.failed_at is not None, message.next_attempt_at is None) == (final, final)
    assert message.last_error == "SendError"


def test_a_gateway_that_is_not_there_is_tried_again(app: Flask, session: Session) -> None:
    message = queue_one(app, session, "http://t@127.0.0.1:9")
    assert message is not None
    assert sms.deliver_due(session, sms.gateway("http://t@127.0.0.1:9")) == (0, 1)
    session.refresh(message)
    assert (message.failed_at, message.attempts) == (None, 1)


@pytest.mark.parametrize(("number", "digits"), [("20 11 22 33", 4520112233), ("+46701234567", 46701234567)])
def test_a_number_gets_its_country(number: str, digits: int) -> None:
    assert sms.msisdn(number) == digits


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://t@gatewayapi.com", sms.Gateway(url="https://gatewayapi.com/rest/mtsms", token="t")),
        ("https://a%2Fb@sms.example:444/v1/", sms.Gateway(url="https://sms.example:444/v1/", token="a/b")),
    ],
)
def test_the_setting_is_read(url: str, read: sms.Gateway) -> None:
    assert sms.gateway(url) == read


@pytest.mark.parametrize(
    "url", ["gatewayapi.com", "https://gatewayapi.com", "http://t@gatewayapi.com", "ftp://t@x"]
)
def test_a_setting_that_cannot_work_is_named(url: str) -> None:
    with pytest.raises(sms.SmsSettingError, match="SMS_URL must"):
        sms.gateway(url)
