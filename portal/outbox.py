"""The outbox: queue an e-mail or an SMS in the transaction that causes it.

The worker delivers (see `portal.delivery`). Words stand in ``templates/email/<kind>/``. No message holds
personal data: subjects are fixed texts, and bodies say only that there is something to see, and where.
"""

from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email
from flask import current_app, render_template
from sqlalchemy.orm import Session

from portal import clock
from portal.models.mail import Channel, OutboxMessage


class AddressError(ValueError):
    """Not exactly one usable e-mail address."""


def clean_address(text: str) -> str:
    """The one address in `text`, normalised. Raises AddressError for none, several, or control characters."""
    try:
        return validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        raise AddressError("not one e-mail address") from None


def queue(
    session: Session,
    kind: str,
    *,
    to: str,
    application_id: str | None = None,
    delay: timedelta = timedelta(0),
    **words: object,
) -> OutboxMessage:
    """Writes one e-mail into the outbox; the caller commits it together with its cause.

    `kind` names the folder of templates, `words` what they show; `own_page` is where a person finds the own
    application. Raises AddressError.
    """
    address = clean_address(to)
    now = clock.now()
    base = current_app.config["SETTINGS"].base_url
    words = {"own_page": f"{base}/min-ansoegning"} | words
    domain = urlsplit(base).hostname
    message = OutboxMessage(
        kind=kind,
        application_id=application_id,
        message_id=make_msgid(domain=domain),
        created_at=now,
        next_attempt_at=now + delay,
        subject=render_template(f"email/{kind}/subject.txt", **words).strip(),
        address=address,
        text=render_template(f"email/{kind}/body.txt", **words).strip() + "\n",
        html=render_template(f"email/{kind}/body.html", **words),
    )
    session.add(message)
    return message


def queue_sms(
    session: Session, kind: str, *, to: str, application_id: str | None = None, **words: object
) -> OutboxMessage | None:
    """Writes one SMS into the outbox, as `queue` does for an e-mail; None where no SMS_URL is set.

    `to` is a number as `portal.reaching` writes it. The words stand in ``sms.txt`` of the kind.
    """
    settings = current_app.config["SETTINGS"]
    if not settings.sms_url or not to:
        return None
    now = clock.now()
    message = OutboxMessage(
        kind=kind,
        channel=Channel.SMS,
        application_id=application_id,
        message_id=make_msgid(domain=urlsplit(settings.base_url).hostname),
        created_at=now,
        next_attempt_at=now,
        subject="",
        address=to,
        text=render_template(f"email/{kind}/sms.txt", **words).strip(),
    )
    session.add(message)
    return message
