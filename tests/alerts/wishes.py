"""Wishes to hear of new jobs, made as a reader makes them, and the mails that come of them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.delivery import _as_email
from portal.models.mail import OutboxMessage
from portal.models.subscription import Subscription
from strict_client import StrictClient

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
KITCHEN = "/besked?fag=koekken"


def ask(client: StrictClient, address: str = KITCHEN, **typed: str) -> Any:
    page = client.get(address)
    sent = client.form(page) | {"adresse": "kim@example.com", "tit": "weekly"} | typed
    return client.post(address, data=sent)


def wish(session: Session) -> Subscription:
    return session.scalars(select(Subscription)).one()


def say_yes(client: StrictClient, session: Session) -> Subscription:
    address = f"/besked/{wish(session).token}"
    client.post(address, data=client.form(client.get(address)))
    return wish(session)


def mails(session: Session, kind: str) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind)))


def email(message: OutboxMessage) -> EmailMessage:
    return _as_email(message, "KLAPjob <info@klapjob.dk>")
