"""Drafts kept for later: saved with a code and a link, reminded of once, then deleted (`portal.purging`)."""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, limits, outbox, tickets
from portal.apply import engine, queries
from portal.apply.kinds import Answer, Answers
from portal.crypto import CannotOpenError
from portal.models.application import Application, State
from portal.models.ticket import TicketKind

REMIND_BEFORE_END: Final = timedelta(days=7)
MOST_LINKS_A_DAY: Final = 5
_DAY: Final = timedelta(days=1)
# A program must not fill the disk with forms it never sends. Many schools, or all of one telephone company's
# readers, may share a network: it is far more than people begin, and nobody who has begun is ever stopped.
PER_NETWORK: Final[Mapping[timedelta, int]] = {timedelta(hours=1): 200, _DAY: 1000}
# What a draft knows beside its answers; the form asks none of it, so none of it is ever sent.
MAIL: Final = "save_mail"
PHONE: Final = "save_phone"
REMINDED: Final = "reminded"

log = logging.getLogger(__name__)


def are_too_many(session: Session, network: str) -> bool:
    """Counts one more draft that a network begins, and says whether it is one too many.

    The caller commits where it is begun; otherwise it was never counted.
    """
    return limits.is_over(session, "drafts begun", network, PER_NETWORK)


def save_for_later(session: Session, draft: Application, *, mail: str, phone: str) -> None:
    """Gives the draft a code, and sends a link by mail and SMS where they are given ("" where not).

    An address gets few of them a day, whoever asks: nobody can use the portal to fill another's mailbox.
    """
    tickets.reference_for(session, draft)
    _note(draft, {MAIL: mail, PHONE: phone})
    draft.updated_at = clock.now()
    session.flush()
    links = limits.count(session, "draft link", draft.id, window=_DAY)
    if links <= MOST_LINKS_A_DAY:
        mail, phone = _if_not_full(session, mail), _if_not_full(session, phone)
        _send_link(session, draft, "resume", mail=mail, phone=phone)
    session.commit()


def _if_not_full(session: Session, address: str) -> str:
    """The address; "" where it was sent enough links today."""
    if not address:
        return ""
    sent = limits.count(session, "draft link to", address.lower(), window=_DAY)
    return address if sent <= MOST_LINKS_A_DAY else ""


def mail_of(draft: Application) -> str:
    """The mail address that a draft knows, "" where it knows none."""
    answers = queries.answers_of(draft)
    return _kept(answers, MAIL) or contact_of(answers).get("email", "")


def contact_of(answers: Answers) -> dict[str, str]:
    """Phone and mail as they were answered; empty where they were not."""
    contact = answers.get("contact")
    return contact.value if contact and isinstance(contact.value, dict) else {}


def remind(session: Session) -> int:
    """Reminds those who saved a draft and left an address, a week before it goes; once. Gives how many.

    A draft that cannot be read is named by its id, and keeps nobody else from being reminded.
    """
    now = clock.now()
    old = select(Application).where(
        Application.state == State.DRAFT,
        Application.reference.is_not(None),
        Application.updated_at <= now - tickets.DRAFT_LIVES + REMIND_BEFORE_END,
        Application.updated_at > now - tickets.DRAFT_LIVES,
    )
    reminded = 0
    for draft in session.scalars(old).all():
        try:
            reminded += _remind_of(session, draft)
        except CannotOpenError:
            log.exception("A draft cannot be read.", extra={"case": draft.id})
    session.commit()
    return reminded


def _remind_of(session: Session, draft: Application) -> bool:
    """Whether there was somebody to remind. Raises CannotOpenError before anything is written."""
    mail = mail_of(draft)
    if not mail or _kept(queries.answers_of(draft), REMINDED):
        return False
    _note(draft, {REMINDED: "yes"})
    _send_link(session, draft, "draft_reminder", mail=mail, phone="")
    return True


def _send_link(session: Session, draft: Application, kind: str, *, mail: str, phone: str) -> None:
    if not (mail or phone):
        return
    token = tickets.issue(session, draft, TicketKind.LINK)
    link = tickets.address(token, TicketKind.LINK)
    last_day = clock.to_local(draft.updated_at + tickets.DRAFT_LIVES).date()
    if mail:
        outbox.queue(session, kind, to=mail, application_id=draft.id, link=link, last_day=last_day)
    if phone:
        outbox.queue_sms(session, kind, to=phone, application_id=draft.id, link=link)


def _note(draft: Application, facts: dict[str, str]) -> None:
    answers = queries.answers_of(draft)
    for key, value in facts.items():
        if value:
            answers = dict(engine.with_answer(answers, Answer(key=key, question="", value=value, text="")))
    draft.answers = queries.as_stored(answers.values())


def _kept(answers: Answers, key: str) -> str:
    found = answers.get(key)
    return found.value if found and isinstance(found.value, str) else ""
