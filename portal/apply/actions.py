"""The verbs of the form: begin, name another job, save an answer, send, forget. Each is one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy.orm import Session

from portal import cases, clock, consents, crypto, intake, outbox, recordings, tickets
from portal.apply import call_me, engine, queries, residence, suspicion
from portal.apply.engine import Asked, Path
from portal.apply.kinds import Answer, Answers
from portal.apply.questions import FORM_VERSION
from portal.apply.suspicion import Finding, Sender
from portal.models.application import Application, FilledBy, State, Wish
from portal.models.posting import Posting
from portal.models.ticket import TicketKind


class IncompleteError(Exception):
    """A question of the path has no answer yet, so there is nothing to send."""


@dataclass(frozen=True, kw_only=True)
class Ready:
    """An application that only needs to be written: `facts` are columns, `voice` a recording it keeps."""

    person: intake.Person
    consent_text: str
    facts: Mapping[str, Any]
    voice: str
    found: Finding


def begin(
    session: Session,
    jobs: Sequence[Posting],
    *,
    instead_of: str | None = None,
    answers: Iterable[Answer] = (),
) -> str:
    """Begins a draft for these jobs (none is an open interest) and returns its token.

    The draft that the browser wrote before, if any, is deleted. `answers` are those that are there already:
    the page that came back where a draft was lost, or what somebody brings along.
    """
    _delete_draft(session, instead_of)
    token, now = crypto.token(), clock.now()
    draft = Application(
        token_hash=crypto.token_hash(token),
        form_version=FORM_VERSION,
        created_at=now,
        updated_at=now,
        state_since=now,
        wishes=[Wish(posting_id=job.id, added_at=now) for job in jobs],
    )
    draft.answers = queries.as_stored(answers)
    session.add(draft)
    session.commit()
    return token


def add_job(session: Session, draft: Application, job: Posting) -> None:
    """Names one more job in a draft; naming it twice changes nothing."""
    if job.id not in {wish.posting_id for wish in draft.wishes}:
        draft.wishes.append(Wish(posting_id=job.id, added_at=clock.now()))
    draft.updated_at = clock.now()
    session.commit()


def save_answer(session: Session, draft: Application, answer: Answer) -> None:
    """Keeps one answer; the others stay, those of branches left behind too."""
    answers = engine.with_answer(queries.answers_of(draft), answer)
    draft.answers = queries.as_stored(answers.values())
    draft.updated_at = clock.now()
    session.commit()


def speak(session: Session, draft: Application, asked: Asked, content: bytes | None) -> None:
    """Keeps a recording as the answer, or deletes the one that is there (None), or skips (no bytes).

    What was recorded before goes. Raises NoSoundError and TooLongError.
    """
    said = recordings.keep(session, draft, content).id if content else ""
    answers = {key: answer for key, answer in queries.answers_of(draft).items() if key != asked.key}
    if content is not None:
        text = engine.text_of(asked, said) or ""
        answers[asked.key] = Answer(key=asked.key, question=asked.heading, value=said, text=text)
    draft.answers = queries.as_stored(answers.values())
    draft.updated_at = clock.now()
    session.commit()
    # The old sound goes when the new one counts, so that at every moment there is one.
    recordings.drop(session, draft, but=[said])
    session.commit()


def make_ready(session: Session, draft: Application, path: Path, sender: Sender) -> Ready:
    """Reads and computes all that sending takes and that others need not wait for. It writes nothing.

    `path` is the one that the draft's answers take. Raises IncompleteError.
    """
    if engine.first_open(path) is not None:
        raise IncompleteError
    answers = {answer.key: answer for answer in engine.to_send(path)}
    return Ready(
        person=_person(answers),
        consent_text=consent_text(answers["consent"]) if "consent" in answers else call_me.CONSENT,
        facts=_facts(draft, answers),
        voice=_value(answers, "voice"),
        found=suspicion.look(session, draft, answers.values(), sender),
    )


def send(session: Session, draft: Application, ready: Ready, *, days: int) -> None:
    """Hands the draft in, with its receipt; whoever comes second finds it done.

    `days` is how many working days the secretariat has for an answer. What looks like a program's doing is
    set aside, and no mail goes out for it: the address may be a stranger's. A draft that has changed since
    it was made ready stays a draft.
    """
    suspect = suspicion.settle(session, ready.found)
    _keep_open_jobs(draft)
    consent, facts = ready.consent_text, ready.facts
    try:
        intake.submit(
            session, draft, ready.person, consent_text=consent, days=days, suspect=suspect, facts=facts
        )
    except (cases.StaleError, cases.MoveRefusedError):
        session.rollback()
        return
    recordings.drop(session, draft, but=[ready.voice])
    if not suspect:
        _thank(session, draft, ready.person)
    session.flush()
    suspicion.count(session, ready.found, suspect=suspect)
    session.commit()


def _thank(session: Session, draft: Application, person: intake.Person) -> None:
    """Queues the receipt, and where somebody else filled in the question for the person's own yes."""
    if person.email:
        queue_receipt(session, draft, person.email)
    if draft.state == State.AWAITING_CONSENT:
        consents.ask(session, draft)
    elif outbox.sends_sms() and not person.email:
        outbox.queue_sms(session, "receipt", to=person.phone, **_receipt_words(session, draft))


def forget(session: Session, token: str | None) -> None:
    """Deletes the browser's draft; what was sent stays."""
    _delete_draft(session, token)
    session.commit()


def consent_text(consent: Answer) -> str:
    """The exact words that were agreed to: the question, what one had to read, and the yes."""
    return f"{consent.question}\n{consent.text}"


def _delete_draft(session: Session, token: str | None) -> None:
    former = tickets.of_browser(session, token, lock=True)
    if former is not None and queries.is_draft(former):
        recordings.drop(session, former)
        session.delete(former)


def _facts(draft: Application, answers: Answers) -> dict[str, Any]:
    """What screening sorts by stands in columns; of the answers only those that are sent are kept."""
    return {
        "form_version": FORM_VERSION,
        "filled_by": FilledBy(_value(answers, "who") or FilledBy.SELF),
        "fits": _value(answers, "fits"),
        "answers_sealed": Application.answers.closed(draft.id, queries.as_stored(answers.values())),
    }


def _keep_open_jobs(draft: Application) -> None:
    """Closed jobs go, so that the rest is an open interest."""
    named = {wish.posting_id: wish for wish in draft.wishes}
    jobs = [job.id for job in queries.open_jobs(draft)]
    if jobs != list(named):
        draft.wishes = [named.get(job) or Wish(posting_id=job, added_at=clock.now()) for job in jobs]


def _person(answers: Answers) -> intake.Person:
    contact = cast("dict[str, str]", answers["contact"].value) if "contact" in answers else {}
    return intake.Person(
        name=_value(answers, "name"),
        phone=contact.get("phone") or _value(answers, "call_phone"),
        email=contact.get("email", ""),
        place=_value(answers, "place"),
        municipality_code=_municipality(_values(answers, ("municipality_other", "municipality"))),
    )


def _municipality(values: Iterable[str]) -> str | None:
    first = next((value for value in values if value), None)
    return None if first in {None, residence.OTHER, residence.DONT_KNOW} else first


def _values(answers: Answers, keys: tuple[str, ...]) -> list[str]:
    return [_value(answers, key) for key in keys]


def _value(answers: Answers, key: str) -> str:
    return cast("str", answers[key].value) if key in answers else ""


def queue_receipt(session: Session, application: Application, to: str) -> None:
    """Queues the receipt with the link to the own page. The caller commits."""
    words = _receipt_words(session, application)
    outbox.queue(session, "receipt", to=to, answer_by=application.answer_by, **words)


def _receipt_words(session: Session, application: Application) -> dict[str, Any]:
    token = tickets.issue(session, application, TicketKind.LINK)
    return {
        "application_id": application.id,
        "reference": tickets.shown(application.reference),
        "link": tickets.address(token, TicketKind.LINK),
    }
