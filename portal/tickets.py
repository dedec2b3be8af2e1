"""Ways to one's own application without a password: a browser's token, a link, or a code with four digits.

A code is the reference, eight unmistakable characters, together with the last four digits of a telephone
number that the application holds, or its postal code (promise 14). Links carry 256 random bits.
"""

import hmac
import json
import re
from datetime import timedelta
from typing import Any, Final

from flask import current_app
from sqlalchemy import bindparam, delete, exists, select
from sqlalchemy.orm import Session, with_expression

from portal import clock, crypto, joined, rows
from portal.models.application import Application, State, Wish
from portal.models.base import UtcDateTime
from portal.models.candidate import Candidate
from portal.models.recording import Recording
from portal.models.ticket import Ticket, TicketKind

DRAFT_LIVES: Final = timedelta(days=30)
REFERENCE_LENGTH: Final = 8
DIGITS: Final = 4
LASTS: Final = {
    TicketKind.BROWSER: timedelta(days=30),
    TicketKind.LINK: timedelta(days=365),
    TicketKind.CONSENT: timedelta(days=60),
    TicketKind.STILL: timedelta(days=120),
}
# The worker, which knows no request, writes these addresses too.
_PATHS: Final = {
    TicketKind.LINK: "/min-ansoegning/",
    TicketKind.CONSENT: "/ja/",
    TicketKind.STILL: "/stadig/",
}
# Most name no job and say nothing aloud. To ask along takes a tenth of what it takes to look.
_OWN: Final = (
    select(Application)
    .where(Application.token_hash == bindparam("token"))
    .options(
        with_expression(Application.has_wishes, exists().where(Wish.application_id == Application.id)),
        with_expression(
            Application.has_recordings, exists().where(Recording.application_id == Application.id)
        ),
    )
)
_LOCKED: Final = _OWN.with_for_update()
_BY_TICKET: Final = select(Application).where(
    Application.id.in_(
        select(Ticket.application_id).where(
            Ticket.token_hash == bindparam("token"),
            Ticket.kind.in_((TicketKind.BROWSER, TicketKind.LINK)),
            Ticket.expires_at > bindparam("now", type_=UtcDateTime()),
        )
    )
)
_PHONES: Final = ("call_phone", "save_phone", "helper_phone")
_POSTAL_CODE: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
# What is compared with where there is nothing to compare with, so that every try takes the same steps.
_NOTHING: Final = "----"
_USUAL_ANSWERS: Final = json.dumps([{"key": f"{number}", "value": "-" * 150} for number in range(15)])


def issue(session: Session, application: Application, kind: TicketKind) -> str:
    """Makes a new secret that opens an application, which is written, and returns it. The caller commits."""
    token, now = crypto.token(), clock.now()
    row = {
        "token_hash": crypto.token_hash(token),
        "application_id": application.id,
        "kind": kind,
        "created_at": now,
        "expires_at": now + LASTS[kind],
    }
    rows.add_values(session, Ticket, [row])
    return token


def address(token: str, kind: TicketKind) -> str:
    """The address that a ticket is sent out as; it comes from the settings, never from a request."""
    return f"{current_app.config['SETTINGS'].base_url}{_PATHS[kind]}{token}"


def find(session: Session, token: str, *kinds: TicketKind, lock: bool = False) -> Application | None:
    """The application that a ticket of one of these kinds opens; None for a wrong or old one.

    What was merged into another case leads on to that one, here and with a browser or a code. `lock` keeps
    others from changing it until the transaction ends.
    """
    query = (
        select(Application)
        .join(Ticket, Ticket.application_id == Application.id)
        .where(
            Ticket.token_hash == crypto.token_hash(token),
            Ticket.kind.in_(kinds),
            Ticket.expires_at > clock.now(),
        )
    )
    found = session.scalar(query.with_for_update(of=Application) if lock else query)
    return joined.goes_on_in(session, found) if found is not None and not is_too_old(found) else None


def of_browser(session: Session, token: str | None, *, lock: bool = False) -> Application | None:
    """The application that a browser's token belongs to: sent, or a draft of the last 30 days; else None.

    `lock` keeps others from changing it until the transaction ends.
    """
    if token is None:
        return None
    known = {"token": crypto.token_hash(token), "now": clock.now()}
    found = session.scalar(_LOCKED if lock else _OWN, known)
    if found is None:
        found = session.scalar(_BY_TICKET.with_for_update() if lock else _BY_TICKET, known)
    return joined.goes_on_in(session, found) if found is not None and not is_too_old(found) else None


def is_too_old(application: Application) -> bool:
    """Whether it is a draft that nobody has touched for 30 days; it counts as gone already."""
    return application.state == State.DRAFT and application.updated_at < clock.now() - DRAFT_LIVES


def reference_for(session: Session, application: Application) -> str:
    """The code of an application, made when it is first asked for. The caller commits."""
    if application.reference is None:
        application.reference = crypto.unmistakable(REFERENCE_LENGTH)
        session.flush()
    return application.reference


def shown(reference: str | None) -> str:
    """A code as it is read aloud: "K7MA QX4T"."""
    code = (reference or "").upper()
    return f"{code[:4]} {code[4:]}"


def plain(code: str) -> str:
    """A code as somebody typed it, made comparable: no spaces and dashes, small letters."""
    return "".join(sign for sign in code.lower() if sign.isalnum())[:REFERENCE_LENGTH]


def by_code(session: Session, code: str, digits: str) -> Application | None:
    """The application with this code if the digits fit; None does not tell which of the two was wrong.

    Nor does the time: where there is none, as much is read, opened and compared (promise 14).
    """
    found = session.scalar(select(Application).where(Application.reference == plain(code)))
    if found is not None and is_too_old(found):
        found = None
    typed = "".join(sign for sign in digits if sign.isdecimal())[-DIGITS:].encode()
    known = known_digits(found if found is not None else _nobody(session))
    fits = [hmac.compare_digest(one.encode(), typed) for one in known or (_NOTHING,)]
    return joined.goes_on_in(session, found) if found is not None and any(fits) else None


def _nobody(session: Session) -> Application:
    """An application like others, of nobody, that stands in no table."""
    session.scalar(select(Candidate).where(Candidate.id == _NOTHING))
    nobody = Application(answers_sealed=None)
    nobody.answers = _USUAL_ANSWERS
    nobody.candidate = Candidate()
    nobody.candidate.phone, nobody.candidate.place = "00 00 00 00", "0000"
    return nobody


def known_digits(application: Application) -> tuple[str, ...]:
    """The last four digits of each number that it holds, and its postal code."""
    answers = {row["key"]: row["value"] for row in json.loads(application.answers or "[]")}
    candidate = application.candidate
    phones = [_text(answers, key) for key in _PHONES]
    phones += [answers["contact"].get("phone", "")] if isinstance(answers.get("contact"), dict) else []
    phones += [candidate.phone] if candidate else []
    digits = ["".join(filter(str.isdecimal, phone))[-DIGITS:] for phone in phones]
    digits += _POSTAL_CODE.findall(candidate.place if candidate else _text(answers, "place"))
    return tuple(dict.fromkeys(four for four in digits if len(four) == DIGITS))


def _text(answers: dict[str, Any], key: str) -> str:
    value = answers.get(key, "")
    return value if isinstance(value, str) else ""


def revoke(session: Session, application: Application) -> None:
    """Closes every way in but that of the browser that sent it. The caller commits."""
    session.execute(delete(Ticket).where(Ticket.application_id == application.id))


def purge(session: Session) -> None:
    """Removes tickets that open nothing any more. The caller commits."""
    session.execute(delete(Ticket).where(Ticket.expires_at <= clock.now()))
