"""The outbox: queue an e-mail or an SMS in the transaction that causes it.

The worker delivers (see `portal.delivery`). What goes to applicants is a letter that staff may word
(`portal.letters`); the words of all else stand in ``templates/email/<kind>/``, as every subject does. No
message holds personal data: bodies say only that there is something to see, and where.
"""

from collections.abc import Mapping
from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email
from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, letters, rows
from portal.models.mail import Channel, OutboxMessage


class AddressError(ValueError):
    """Not exactly one usable e-mail address."""


def clean_address(text: str) -> str:
    """The one address in `text`, normalised. Raises AddressError for none, several, or control characters."""
    try:
        found = validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise AddressError("not one e-mail address") from None
    if "=?" in found.normalized:
        # An encoded word (RFC 2047): read as a header it turns into another address, or into several.
        raise AddressError("not one e-mail address")
    # Domains with letters such as ø travel in their ASCII form; not every server takes the other one.
    return found.ascii_email or found.normalized


def queue(
    session: Session,
    kind: str,
    *,
    to: str,
    application_id: str | None = None,
    delay: timedelta = timedelta(0),
    one_click: str = "",
    **words: object,
) -> OutboxMessage:
    """Writes one e-mail into the outbox; the caller commits it together with its cause.

    `kind` names the letter or the folder of templates, `words` what they show; `own_page` is where a person
    finds the own application; `one_click` is as in `OutboxMessage`. Raises AddressError.
    """
    address = clean_address(to)
    now = clock.now()
    words = {"own_page": own_page()} | words
    domain = urlsplit(current_app.config["SETTINGS"].base_url).hostname
    subject = _render(f"email/{kind}/subject.txt", **words).strip()
    text, html = _bodies(session, kind, subject, words)
    message = OutboxMessage(
        kind=kind,
        application_id=application_id,
        message_id=make_msgid(domain=domain),
        created_at=now,
        next_attempt_at=now + delay,
        subject=subject,
        address=address,
        text=text,
        html=html,
        one_click=one_click,
    )
    rows.add(session, message)
    return message


def own_page() -> str:
    """The address where a person finds the own application."""
    return f"{current_app.config['SETTINGS'].base_url}/min-ansoegning"


def sends_sms() -> bool:
    """Whether this portal has a gateway for SMS."""
    return bool(current_app.config["SETTINGS"].sms_url)


def _bodies(session: Session, kind: str, subject: str, words: Mapping[str, object]) -> tuple[str, str]:
    """An e-mail as plain text and as HTML."""
    letter = f"mail_{kind}"
    if letter not in letters.KINDS:
        plain = _render(f"email/{kind}/body.txt", **words).strip()
        return f"{plain}\n", _render(f"email/{kind}/body.html", **words)
    paragraphs = letters.text(session, letter, words)
    html = _render("email/letter.html", subject=subject, paragraphs=paragraphs)
    return f"{letters.plain(paragraphs)}\n", html


def _render(name: str, /, **words: object) -> str:
    """A template of words alone: no request, no session, nothing that pages are given."""
    return current_app.jinja_env.get_template(name).render(words)


def _short(session: Session, kind: str, words: Mapping[str, object]) -> str:
    """The words of an SMS: those of a letter, or of a template where staff do not word them."""
    letter = f"sms_{kind}"
    if letter not in letters.KINDS:
        return _render(f"email/{kind}/sms.txt", **words).strip()
    return letters.plain(letters.text(session, letter, words))


def queue_sms(
    session: Session,
    kind: str,
    *,
    to: str,
    application_id: str | None = None,
    delay: timedelta = timedelta(0),
    **words: object,
) -> OutboxMessage | None:
    """Writes one SMS into the outbox, as `queue` does for an e-mail; None where no SMS_URL is set.

    `to` is a number as `portal.reaching` writes it. The words are those of the letter ``sms_<kind>``.
    """
    if not sends_sms() or not to:
        return None
    settings, now = current_app.config["SETTINGS"], clock.now()
    message = OutboxMessage(
        kind=kind,
        channel=Channel.SMS,
        application_id=application_id,
        message_id=make_msgid(domain=urlsplit(settings.base_url).hostname),
        created_at=now,
        next_attempt_at=now + delay,
        subject="",
        address=to,
        text=_short(session, kind, {"own_page": own_page()} | words),
    )
    rows.add(session, message)
    return message


def take_back(session: Session, secret: str) -> None:
    """Deletes the messages of no case that hold a link with this secret and have not gone out.

    They are sealed, so each one is opened; only few wait at any moment. The caller commits.
    """
    waiting = select(OutboxMessage).where(
        OutboxMessage.application_id.is_(None), OutboxMessage.sent_at.is_(None)
    )
    for message in session.scalars(waiting):
        if secret and secret in message.text:
            session.delete(message)
