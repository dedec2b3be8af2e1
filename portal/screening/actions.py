"""Verbs of the queue that change rows. `decide` is one transaction; so is each action on a stuck mail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from flask import current_app, url_for
from sqlalchemy import delete
from sqlalchemy.orm import Session

from portal import answering, answers, audit, cases, clock, consents, outbox, routing, same_person
from portal.db import db
from portal.models.application import Application, State, VisitationVote
from portal.models.consultant import Consultant
from portal.models.mail import OutboxMessage
from portal.models.staff import Staff
from portal.routing import Route
from portal.screening import composing, helping, parts, placing, undoing, verbs
from portal.screening.decisions import Decision
from portal.screening.verbs import Part, Verb

# Closing for these reasons is news to the person; the others are what the person told us.
CLOSED_IS_NEWS: Final = frozenset({"no_contact", "other"})


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Who does what with which case, in which transaction."""

    session: Session
    application: Application
    verb: Verb
    decision: Decision
    by: Staff


def is_news(verb: Verb, reason: str) -> bool:
    """Whether the person gets a letter about a decision for this reason."""
    return bool(verb.letter) and (verb.to != State.CLOSED or reason in CLOSED_IS_NEWS)


def decide(application: Application, verb: Verb, decision: Decision, *, by: Staff) -> None:
    """Does what `by` decided over a case, with its mail and its line in the audit trail, and commits.

    Raises StaleError where the case has changed since it was shown, ClaimedError where somebody else
    has it, and MoveRefusedError where the verb does not fit the case or the person.
    """
    session = db.session()
    if application.version != decision.version:
        raise cases.StaleError
    if verb not in parts.offered(session, application, by):
        raise cases.MoveRefusedError(f"{verb.key} at {application.state}")
    if verb.parts == verbs.OFFICE:
        cases.claim(session, application, by)
    do = _DO.get(verb.key, _move)
    do(Deed(session=session, application=application, verb=verb, decision=decision, by=by))
    audit.changed(verb.key, "application", application.id, purpose="case work")
    session.commit()


def _move(deed: Deed) -> None:
    assert deed.verb.to is not None
    _move_to(deed, deed.verb.to)


def _move_to(deed: Deed, to: State) -> None:
    """Only a case in screening stays with the one who has it; all others wait for somebody else."""
    decision = deed.decision
    cases.move(deed.session, deed.application, to, by=deed.by, reason=decision.reason, note=decision.note)
    if to != State.SCREENING:
        cases.release(deed.application)


def _take(deed: Deed) -> None:
    """Taking a new case begins its screening; `decide` has written the claim."""
    if deed.application.state == State.RECEIVED:
        _move_to(deed, State.SCREENING)


def _let_go(deed: Deed) -> None:
    cases.release(deed.application)


def _believe(deed: Deed) -> None:
    """A suspect application turns out to be real; a helper's one then waits for the person's own yes."""
    _move(deed)
    if deed.application.person_agreed_at is None:
        cases.move(deed.session, deed.application, State.AWAITING_CONSENT, by=deed.by)
        consents.ask(deed.session, deed.application)


def _record_yes(deed: Deed) -> None:
    how = deed.decision.reason
    cases.correct(
        deed.session,
        deed.application,
        by=deed.by,
        reason=how,
        note=deed.decision.note,
        person_agreed_at=clock.now(),
        person_agreed_how=how,
        person_agreed_by_id=deed.by.id,
    )
    if deed.application.state == State.AWAITING_CONSENT:
        cases.move(deed.session, deed.application, State.SCREENING, by=deed.by)


def _correct_facts(deed: Deed) -> None:
    facts = deed.decision.facts or {}
    cases.correct(
        deed.session, deed.application, by=deed.by, reason="facts", note=deed.decision.note, **facts
    )
    if deed.application.candidate is not None:
        deed.application.candidate.municipality_code = deed.application.municipality_code
        same_person.remember(deed.session, deed.application)


def _choose_consultant(deed: Deed) -> None:
    """Who has the case from now on hears of it; before the hand-over there is nothing to hear of yet."""
    case, chosen = deed.application, (deed.decision.facts or {}).get("consultant_id")
    facts = {"consultant_id": chosen, "consultant_by_hand": chosen is not None}
    cases.correct(deed.session, case, by=deed.by, reason="by_hand", note=deed.decision.note, **facts)
    if case.state not in cases.WITH_CONSULTANT:
        return
    way = _route(deed)
    case.consultant_id = way.consultant.id
    _tell_consultant(deed, way.reached, "handed_over")


def _place(deed: Deed) -> None:
    """A trial or a hire, with where and when."""
    assert deed.decision.placement is not None
    _move(deed)
    placing.keep(deed.session, deed.application, deed.decision.placement, by=deed.by)


def _ask(deed: Deed) -> None:
    _move(deed)
    _write_letter(deed)
    _tell_person(deed, "needs_info")


def _work_again(deed: Deed) -> None:
    """A case comes back to the secretariat, with a new promise of when the person has an answer."""
    _move(deed)
    votes = delete(VisitationVote).where(VisitationVote.application_id == deed.application.id)
    deed.session.execute(votes)
    _forget_consultant(deed.application)
    cases.promise_answer(deed.application, days=current_app.config["SETTINGS"].answer_days)


def _forget_consultant(application: Application) -> None:
    """Whom somebody chose by hand stays chosen."""
    if not application.consultant_by_hand:
        application.consultant_id = None


def _pass_on(deed: Deed) -> None:
    to = verbs.pass_on_to(deed.application)
    _give_to_consultant(deed, to, "visitation" if to == State.VISITATION else "handed_over")


def _vote_yes(deed: Deed) -> None:
    """The second of two yeses hands the case over."""
    case = deed.application
    part = parts.voting_part(deed.session, case, deed.by)
    vote = VisitationVote(
        application_id=case.id, role=part.value, staff_id=deed.by.id, at=clock.now(), yes=True
    )
    deed.session.add(vote)
    cases.correct(deed.session, case, by=deed.by, reason="visitation_yes", note=deed.decision.note)
    if {vote.role for vote in parts.votes(deed.session, case)} == {Part.CONSULTANT, Part.LEADER}:
        # The note stands with the yes; the move needs none.
        silent = replace(deed, decision=Decision(version=case.version))
        _give_to_consultant(silent, State.HANDED_OVER, "handed_over")


def _not_for_us(deed: Deed) -> None:
    _move(deed)
    _write_letter(deed)
    _tell_person(deed, "not_in_target_group")


def _close(deed: Deed) -> None:
    """A person who does not want to any more has withdrawn; everything else is closed by us."""
    reason = deed.decision.reason
    _move_to(deed, State.WITHDRAWN if reason == "withdrew" else State.CLOSED)
    if is_news(deed.verb, reason):
        _write_letter(deed)
        _tell_person(deed, "closed")


def _undo(deed: Deed) -> None:
    """As if it had not been decided; only the two steps in the history tell of it."""
    undoing.take_mails_back(deed.session, deed.application)
    answering.take_back(deed.session, deed.application)
    if deed.application.state in cases.WITH_CONSULTANT:
        _forget_consultant(deed.application)
    cases.take_back(deed.session, deed.application, by=deed.by)


def _give_to_consultant(deed: Deed, to: State, mail: str) -> None:
    case = deed.application
    way = _route(deed)
    case.consultant_id = way.consultant.id
    _move_to(deed, to)
    _tell_consultant(deed, way.reached, mail)
    if to == State.HANDED_OVER:
        _tell_person(deed, "passed_on")


def _route(deed: Deed) -> Route:
    way = routing.route(deed.session, deed.application)
    if way is None:
        raise cases.MoveRefusedError("nobody works in this municipality")
    return way


def _write_letter(deed: Deed) -> None:
    """Keeps the letter for the own page: as it was seen, or else as it puts itself together."""
    decision = deed.decision
    text = decision.letter or composing.compose(deed.session, deed.verb, decision.reason, decision.details)
    reasons = (decision.reason, *decision.details)
    answering.write(deed.session, deed.application, text, reasons=reasons, by=deed.by)


def _tell_person(deed: Deed, kind: str) -> None:
    """Queues mails, else SMS, that say only that there is something; without both, somebody must call."""
    case = deed.application
    said, person = answers.read(case.answers), case.candidate
    addresses = helping.addresses(said, person.email if person else "")
    numbers = () if addresses else helping.numbers(said, person.phone if person else "")
    words: dict[str, Any] = {"application_id": case.id, "delay": undoing.TIME_TO_REGRET}
    for address in addresses:
        outbox.queue(deed.session, kind, to=address, **words)
    for number in numbers:
        outbox.queue_sms(deed.session, kind, to=number, **words)


def _tell_consultant(deed: Deed, consultant: Consultant, kind: str) -> None:
    base = current_app.config["SETTINGS"].base_url
    outbox.queue(
        deed.session,
        kind,
        to=consultant.staff.email,
        application_id=deed.application.id,
        delay=undoing.TIME_TO_REGRET,
        case_address=base + url_for("screening.case", application_id=deed.application.id),
    )


_DO: Final[Mapping[str, Callable[[Deed], None]]] = {
    "fortryd": _undo,
    "tag": _take,
    "giv-fri": _let_go,
    "rigtig": _believe,
    "ja": _record_yes,
    "ret": _correct_facts,
    "vaelg-konsulent": _choose_consultant,
    "praktik": _place,
    "ansat": _place,
    "svar": _work_again,
    "spoerg": _ask,
    "videre": _pass_on,
    "visiter-ja": _vote_yes,
    "visiter-nej": _work_again,
    "tag-tilbage": _work_again,
    "send-tilbage": _work_again,
    "genaabn": _work_again,
    "ikke-for-os": _not_for_us,
    "luk": _close,
    "slut": _close,
}


def try_mail_again(message: OutboxMessage) -> None:
    """Gives a message that no server took to the worker once more."""
    message.failed_at, message.attempts, message.next_attempt_at = None, 0, clock.now()
    audit.changed("retry", "mail", message.id, purpose="mail trouble")
    db.session.commit()


def drop_mail(message: OutboxMessage) -> None:
    """Takes a message off the list, because somebody has told the person in another way."""
    audit.changed("drop", "mail", message.id, purpose="mail trouble")
    db.session.delete(message)
    db.session.commit()
