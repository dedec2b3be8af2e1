"""Sends the demo's applications through the real form and along the real moves, as if it were days ago."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import cases, clock, crypto, intake, postings, routing
from portal.apply import actions, engine, queries
from portal.apply.engine import Asked
from portal.apply.kinds import Answer, Value
from portal.apply.questions import FORM_VERSION
from portal.demo.candidates import Candidate
from portal.demo.people import address
from portal.models.application import Application, CameBy, FilledBy, State, Wish
from portal.models.posting import Posting
from portal.models.staff import Staff

S = State
ANSWER_DAYS: Final = 5
# The way from what came in to where a case stands; a fleksjob goes by the visitation.
TO_CONSULTANT: Final = (S.SCREENING, S.HANDED_OVER)
WAYS: Final = {
    S.RECEIVED: (),
    S.AWAITING_CONSENT: (),
    S.SCREENING: (S.SCREENING,),
    S.NEEDS_INFO: (S.SCREENING, S.NEEDS_INFO),
    S.VISITATION: (S.SCREENING, S.VISITATION),
    S.HANDED_OVER: TO_CONSULTANT,
    S.ACCEPTED: (*TO_CONSULTANT, S.ACCEPTED),
    S.TALKED: (*TO_CONSULTANT, S.ACCEPTED, S.TALKED),
    S.WAITING: (*TO_CONSULTANT, S.ACCEPTED, S.TALKED, S.WAITING),
    S.TRIAL: (*TO_CONSULTANT, S.ACCEPTED, S.TALKED, S.TRIAL),
    S.HIRED: (*TO_CONSULTANT, S.ACCEPTED, S.TALKED, S.TRIAL, S.HIRED),
    S.NOT_IN_TARGET_GROUP: (S.SCREENING, S.NOT_IN_TARGET_GROUP),
    S.CLOSED: (S.SCREENING, S.CLOSED),
}
REASONS: Final = {S.NOT_IN_TARGET_GROUP: "finds_alone", S.CLOSED: "has_work"}


def send_in(session: Session, candidate: Candidate) -> bool:
    """Sends one application and moves it; False if it is there already. The caller commits."""
    token = crypto.token_hash(f"demo {candidate.name}")
    if session.scalar(select(Application.id).where(Application.token_hash == token)):
        return False
    sent_at = clock.now() - timedelta(days=candidate.days, hours=1)
    answers = _answers(candidate)
    application = Application(
        token_hash=token,
        form_version=FORM_VERSION,
        created_at=sent_at,
        updated_at=sent_at,
        state_since=sent_at,
        filled_by=FilledBy(candidate.who),
        fits=candidate.fits,
        wishes=[Wish(posting_id=job.id, added_at=sent_at) for job in _jobs(session, candidate)],
    )
    application.answers = queries.as_stored(answers.values())
    session.add(application)
    person = intake.Person(
        name=candidate.name,
        phone=candidate.phone,
        email=candidate.email,
        place=candidate.place,
        municipality_code=candidate.municipality or None,
    )
    consent = actions.consent_text(answers["consent"])
    intake.submit(session, application, person, consent_text=consent, days=ANSWER_DAYS)
    if person.email and candidate.days == 0 and not candidate.by_phone:
        # Receipts of other days have been sent, and are gone from the outbox.
        actions.queue_receipt(session, application, person.email)
    if candidate.by_phone:
        application.came_by, application.person_agreed_how = CameBy.PHONE, "phone"
    _go(session, application, candidate)
    _move_into_the_past(application, sent_at)
    return True


def _answers(candidate: Candidate) -> dict[str, Answer]:
    """Answers each question of the form's own path, in the words that it shows."""
    answers: dict[str, Answer] = {}
    while (step := engine.first_open(engine.walk(answers))) is not None:
        value = _value(step.asked, candidate)
        text = engine.text_of(step.asked, value)
        if text is None or (engine.is_empty(value) and not step.asked.optional):
            raise ValueError(f"{candidate.name}: the form does not offer {value!r} to {step.asked.key}")
        key = step.asked.key
        answers[key] = Answer(key=key, question=step.asked.heading, value=value, text=text)
    return answers


def _value(asked: Asked, candidate: Candidate) -> Value:
    values: dict[str, Value] = {
        "who": candidate.who,
        "person_knows": "yes",
        "helper_name": "Hanne Hjælper",
        "helper_role": "support",
        "helper_phone": "20 20 00 00",
        "answers_to": "both",
        "helper_mail": "hanne@demo.example",
        "name": candidate.name,
        "contact": {"phone": candidate.phone, "email": candidate.email},
        "place": candidate.place,
        "municipality": candidate.municipality,
        "fits": candidate.fits,
        "trades": list(candidate.trades),
        "tell_more": "yes" if candidate.more else "no",
        "more_how": "write" if candidate.more else "no",
        "more": candidate.more,
        "consent": "yes",
        **dict(candidate.also),
    }
    return values.get(asked.key, "")


def _jobs(session: Session, candidate: Candidate) -> list[Posting]:
    """Open ads of a trade the candidate likes, those nearby first."""
    if not candidate.jobs:
        return []
    liked = postings.open_postings().where(Posting.trade.in_(candidate.trades)).order_by(None)
    nearby = (Posting.municipality_code == candidate.municipality).desc()
    return list(session.scalars(liked.order_by(nearby.nulls_last(), Posting.id).limit(candidate.jobs)))


def _go(session: Session, application: Application, candidate: Candidate) -> None:
    way = WAYS[candidate.state]
    office = session.scalars(select(Staff).where(Staff.email == address("sanne"))).one()
    way_there = routing.route(session, application)
    consultant = way_there.consultant if way_there else None
    for state in way:
        if state in cases.WITH_CONSULTANT and consultant:
            application.consultant_id = consultant.id
        theirs = state in cases.WITH_CONSULTANT and state not in {S.VISITATION, S.HANDED_OVER}
        by = consultant.staff if theirs and consultant else office
        cases.move(session, application, state, by=by, reason=REASONS.get(state, ""))


def _move_into_the_past(application: Application, sent_at: datetime) -> None:
    """Spreads the steps of a case over the days since it was sent."""
    steps = sorted(application.moves, key=lambda move: move.step)
    days = (clock.now() - sent_at).days
    for number, move in enumerate(steps):
        move.at = sent_at + timedelta(days=days * number // len(steps), minutes=5 * number)
    application.submitted_at = application.consented_at = sent_at
    if application.person_agreed_at is not None:
        application.person_agreed_at = sent_at
    if application.candidate is not None:
        application.candidate.created_at = sent_at
    application.state_since = application.updated_at = steps[-1].at
    cases.promise_answer(application, days=ANSWER_DAYS, after=clock.to_local(sent_at).date())
