"""A referral: somebody who works with a citizen tells us; it joins the queue as a case of its own.

It waits for the citizen's own yes, which is asked for by mail and SMS, as for relatives (`portal.consents`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from portal import clock, consents, crypto, intake
from portal.easyread.trades import TRADES
from portal.models.application import Application, FilledBy, State
from portal.places.municipalities import Municipality

FORM_VERSION: Final = 1
ROLES: Final[Mapping[str, str]] = {
    "jobcentre": "Jobcenter",
    "rehabilitation": "Rehabiliteringsteam",
    "social": "Socialforvaltning",
    "support": "Bostøtte eller bosted",
    "workshop": "Beskyttet værksted eller aktivitetstilbud",
    "school": "Skole eller STU",
    "other": "Andet",
}
HOW: Final[Mapping[str, str]] = {
    "talked": "I en samtale",
    "phone": "I telefonen",
    "written": "Skriftligt",
    "guardian": "Gennem værge eller fuldmagt",
}
FITS: Final[Mapping[str, str]] = {
    "disability_pension": "Førtidspension",
    "fleksjob": "Ret til fleksjob",
    "stu": "Går på STU",
    "clarify": "Er ved at blive afklaret",
    "dont_know": "Det ved jeg ikke",
}
CONSENT: Final = (
    "Borgeren har fået at vide, hvad jeg sender, og har sagt ja til, "
    "at KLAPjob får det og kontakter borgeren."
)


@dataclass(frozen=True, kw_only=True)
class Referral:
    """What a case worker wrote. `how` is how the citizen's yes was given; `trades` are keys of trades."""

    by_name: str
    by_role: str
    by_workplace: str
    by_phone: str
    by_email: str
    how: str
    name: str
    phone: str
    email: str
    place: str
    fits: str
    trades: tuple[str, ...] = ()
    more: str = ""


def refer(
    session: Session, referral: Referral, place: Municipality, *, days: int, suspect: bool
) -> Application:
    """Sends a referral into the queue and asks the citizen for the own yes. One transaction.

    `days` is as for `intake.submit`. A `suspect` one is set aside for staff, and nobody is written to.
    """
    now = clock.now()
    application = Application(
        token_hash=crypto.token_hash(crypto.token()),
        form_version=FORM_VERSION,
        created_at=now,
        updated_at=now,
        state_since=now,
        filled_by=FilledBy.REFERRED,
        fits=referral.fits,
    )
    application.answers = json.dumps(list(_answers(referral, place)), ensure_ascii=False)
    session.add(application)
    person = intake.Person(
        name=referral.name,
        phone=referral.phone,
        email=referral.email,
        place=referral.place or place.full_name,
        municipality_code=place.code,
    )
    intake.submit(session, application, person, consent_text=CONSENT, days=days, suspect=suspect)
    if application.state == State.AWAITING_CONSENT:
        consents.ask(session, application)
    session.commit()
    return application


def _answers(referral: Referral, place: Municipality) -> Iterator[dict[str, Any]]:
    """The answers in the words of the application form's questions, so that screening reads them alike."""
    role = ", ".join(filter(None, (ROLES[referral.by_role], referral.by_workplace)))
    yield _answer("who", "Hvem svarer?", "helper", f"Henvist fra {place.full_name}")
    yield _answer("helper_name", "Hvem henviser?", referral.by_name)
    yield _answer("referred_from", "Hvor arbejder du?", referral.by_role, role)
    yield _answer("helper_role", "Hvordan kender I hinanden?", "municipality", "Arbejder med borgeren")
    yield _answer("helper_phone", "Dit telefonnummer", referral.by_phone)
    yield _answer("helper_mail", "Din mail", referral.by_email)
    yield _answer("answers_to", "Hvem skal vi svare?", "both", "Borgeren og den, der henviser")
    yield _answer(
        "consent_given", "Hvordan har borgeren sagt ja?", referral.how, f"{HOW[referral.how]}. {CONSENT}"
    )
    yield _answer("name", "Hvad hedder borgeren?", referral.name)
    contact = {"phone": referral.phone, "email": referral.email}
    yield _answer("contact", "Hvordan når vi borgeren?", contact, ", ".join(filter(None, contact.values())))
    yield _answer("place", "Hvor bor borgeren?", referral.place or place.full_name)
    yield _answer("municipality", "Kommune", place.code, place.full_name)
    yield _answer("fits", "Hvad passer på borgeren?", referral.fits, FITS[referral.fits])
    if referral.trades:
        words = ", ".join(TRADES[key].name for key in referral.trades)
        yield _answer("trades", "Hvad vil borgeren gerne arbejde med?", list(referral.trades), words)
    if referral.more:
        yield _answer("more", "Hvad er godt at vide?", referral.more)


def _answer(key: str, question: str, value: Any, text: str = "") -> dict[str, Any]:
    return {"key": key, "question": question, "value": value, "text": text or str(value)}
