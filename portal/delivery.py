"""Delivers the outbox, mail over SMTP: leases a message, sends it, and never again what a server has taken.

A message whose acknowledgement is lost may arrive twice, with the same Message-ID; that is the price of
never losing one. What no server takes ends in a list for the staff.
"""

import random
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from sqlalchemy import case, func, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from portal import clock
from portal.crypto import CannotOpenError
from portal.models.mail import Channel, OutboxMessage

LEASE: Final = timedelta(minutes=2)
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=24)
MOST_ATTEMPTS: Final = 14
TIMEOUT_SECONDS: Final = 20
LONGEST_SECONDS: Final = 60
"""A mail is sent or given up well within its lease."""
MAY_WAIT: Final = timedelta(minutes=30)
"""A message that waits longer is a reason to look."""
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class SendError(Exception):
    """A channel did not take a message; `final` where it never will. The words hold nothing personal."""

    def __init__(self, words: str, *, final: bool = False) -> None:
        super().__init__(words)
        self.final = final


class MailSettingError(ValueError):
    """SMTP_URL cannot be used; the message says why."""


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """Where mail goes out. Without TLS only to this machine itself."""

    host: str
    port: int
    tls: str
    user: str
    password: str


def mail_server(url: str) -> MailServer:
    """Reads SMTP_URL: ``smtp://localhost:1025``, ``smtp://user:secret@host:587`` (STARTTLS), ``smtps://…:465``.

    Raises MailSettingError.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise MailSettingError("SMTP_URL must look like smtp://user:secret@host:587 or smtps://host:465.")
    plain_tls = "" if parts.hostname in LOOPBACK else "starttls"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        tls="implicit" if parts.scheme == "smtps" else plain_tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def deliver_due(session: Session, server: MailServer, *, sender: str) -> tuple[int, int]:
    """Sends the mail that is due. Gives how many were sent and how many were not."""

    def send(message: OutboxMessage) -> None:
        with _connect(server) as smtp:
            smtp.send_message(_as_email(message, sender))

    return deliver(session, Channel.MAIL, send)


def deliver(session: Session, channel: Channel, send: Callable[[OutboxMessage], None]) -> tuple[int, int]:
    """Sends what is due of a channel, one transaction a message. Gives how many were sent, how many not.

    `send` raises OSError, SMTPException or SendError where a message did not go out. One that cannot be
    opened or written as a mail waits like any other that did not, and lets those behind it go.
    """
    sent = failed = 0
    while (message := _lease_next(session, channel)) is not None:
        try:
            send(message)
        except (OSError, smtplib.SMTPException, SendError, CannotOpenError, ValueError) as error:
            _note_failure(message, error)
            failed += 1
        else:
            _note_success(message)
            sent += 1
        _keep(session)
    return sent, failed


def _keep(session: Session) -> None:
    """Commits what came of a message, unless it was deleted meanwhile, as when its person withdrew."""
    try:
        session.commit()
    except StaleDataError:
        session.rollback()


def waiting_since(session: Session) -> datetime | None:
    """Since when the oldest message has been waiting to go out; None where none is late or tried in vain.

    A message that may wait, such as a letter that can still be taken back, waits from its own time on.
    """
    since = case((OutboxMessage.attempts > 0, OutboxMessage.created_at), else_=OutboxMessage.next_attempt_at)
    waits = or_(OutboxMessage.attempts > 0, OutboxMessage.next_attempt_at <= clock.now())
    oldest: datetime | None = session.scalar(
        select(func.min(since)).where(OutboxMessage.next_attempt_at.is_not(None), waits)
    )
    return oldest


def _lease_next(session: Session, channel: Channel) -> OutboxMessage | None:
    now = clock.now()
    free = or_(OutboxMessage.leased_until.is_(None), OutboxMessage.leased_until < now)
    due = (
        select(OutboxMessage.id)
        .where(OutboxMessage.next_attempt_at <= now, OutboxMessage.channel == channel, free)
        .order_by(OutboxMessage.next_attempt_at)
        .limit(1)
    )
    if session.get_bind().dialect.name == "postgresql":
        due = due.with_for_update(skip_locked=True)
    leased = session.scalar(
        update(OutboxMessage)
        .where(OutboxMessage.id == due.scalar_subquery(), free)
        .values(leased_until=now + LEASE)
        .returning(OutboxMessage)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    session.commit()
    return leased


@contextmanager
def _connect(server: MailServer) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    smtp: smtplib.SMTP
    if server.tls == "implicit":
        smtp = smtplib.SMTP_SSL(timeout=TIMEOUT_SECONDS, context=context)
    else:
        smtp = smtplib.SMTP(timeout=TIMEOUT_SECONDS)
    # What the constructor notes when it connects by itself: the name that the certificate must bear.
    smtp._host = server.host  # type: ignore[attr-defined]  # noqa: SLF001
    # A server that drips its answer byte by byte never runs into a timeout between two bytes.
    hang_up = threading.Timer(LONGEST_SECONDS, _hang_up, [smtp])
    hang_up.start()
    try:
        code, words = smtp.connect(server.host, server.port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, words)
        if server.tls == "starttls":
            smtp.starttls(context=context)
        if server.user:
            smtp.login(server.user, server.password)
        yield smtp
    finally:
        hang_up.cancel()
        # After the acknowledgement nothing may fail any more; a polite QUIT is not worth a second mail.
        smtp.close()


def _hang_up(smtp: smtplib.SMTP) -> None:
    if smtp.sock is not None:
        with suppress(OSError):
            smtp.sock.shutdown(socket.SHUT_RDWR)


def _as_email(message: OutboxMessage, sender: str) -> EmailMessage:
    email = EmailMessage()
    email["From"] = sender
    email["To"] = message.address
    email["Subject"] = message.subject
    email["Message-ID"] = message.message_id
    email["Date"] = format_datetime(message.created_at)
    email["Auto-Submitted"] = "auto-generated"
    email["Content-Language"] = "da"
    if message.one_click:
        email["List-Unsubscribe"] = f"<{message.one_click}>"
        email["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    email.set_content(message.text)
    if message.html:
        email.add_alternative(message.html, subtype="html")
    return email


def _note_success(message: OutboxMessage) -> None:
    message.sent_at = clock.now()
    message.next_attempt_at = message.leased_until = None
    message.address = message.text = message.html = message.one_click = ""


def _note_failure(message: OutboxMessage, error: Exception) -> None:
    now = clock.now()
    message.attempts += 1
    message.leased_until = None
    # The type only: a server's own words may repeat the address.
    message.last_error = type(error).__name__
    if _is_final(error) or message.attempts >= MOST_ATTEMPTS:
        message.next_attempt_at = None
        message.failed_at = now
    else:
        message.next_attempt_at = _next_attempt(now, message.attempts)


def _is_final(error: Exception) -> bool:
    """Whether the server said no for good (RFC 5321, reply codes of 500 and more)."""
    if isinstance(error, SendError):
        return error.final
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 500


def _next_attempt(now: datetime, attempts: int) -> datetime:
    wait = min(FIRST_WAIT * 2.0 ** (attempts - 1), LONGEST_WAIT)
    return now + wait * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
