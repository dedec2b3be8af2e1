"""Letters with an answer, read on the own page or on paper: those of staff, else the standard ones."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import clock, letters, routing
from portal.letters import Paragraph, parts
from portal.models.answer_letter import AnswerLetter
from portal.models.application import Application, State
from portal.models.consultant import Consultant
from portal.models.staff import Staff

STANDARD: Final[Mapping[State, str]] = {
    State.QUARANTINED: "reading",
    State.RECEIVED: "reading",
    State.SCREENING: "reading",
    State.VISITATION: "reading",
    State.AWAITING_CONSENT: "your_yes",
    State.NEEDS_INFO: "needs_info",
    State.HANDED_OVER: "with_consultant",
    State.ACCEPTED: "with_consultant",
    State.TALKED: "waiting",
    State.WAITING: "waiting",
    State.TRIAL: "working",
    State.HIRED: "working",
    State.FOLLOWED_UP: "followed_up",
    State.NOT_IN_TARGET_GROUP: "another_way",
    State.CLOSED: "closed",
    State.MERGED: "merged",
    State.WITHDRAWN: "withdrawn",
}


def write(
    session: Session, application: Application, text: str, *, reasons: Iterable[str], by: Staff
) -> AnswerLetter:
    """Keeps a letter about where the case stands now. The caller commits."""
    letter = AnswerLetter(
        application_id=application.id,
        at=clock.now(),
        staff_id=by.id,
        state=application.state,
        reasons=",".join(filter(None, reasons)),
    )
    letter.text = text
    session.add(letter)
    return letter


def newest(session: Session, application: Application) -> AnswerLetter | None:
    """The last letter about where the case stands now; None where there is none, or it has moved on."""
    query = select(AnswerLetter).where(
        AnswerLetter.application_id == application.id,
        AnswerLetter.state == application.state,
        AnswerLetter.at >= application.state_since,
    )
    return session.scalar(query.order_by(AnswerLetter.at.desc(), AnswerLetter.id).limit(1))


def letter(session: Session, application: Application, state: State) -> tuple[Paragraph, ...]:
    """The paragraphs of what staff wrote about this state of the case; none where they wrote nothing."""
    found = newest(session, application) if state == application.state else None
    return paragraphs(found.text) if found else ()


def told(session: Session, application: Application, state: State) -> tuple[Paragraph, ...]:
    """What a person is told about a state of the case: what staff wrote, else the standard letter."""
    written = letter(session, application, state)
    if written:
        return written
    consultant = consultant_of(session, application) if names_consultant(state) else None
    words = {
        "answer_by": application.answer_by,
        "consultant": consultant.staff.name if consultant else "",
        "consultant_phone": consultant.phone if consultant else "",
    }
    return letters.text(session, STANDARD[state], words)


def consultant_of(session: Session, application: Application) -> Consultant | None:
    """Whose the case is now: a municipality that changes hands takes its people along."""
    way = routing.route(session, application)
    return way.consultant if way else None


def names_consultant(state: State) -> bool:
    """Whether the standard letter of a state names the consultant, so that a photo belongs beside it."""
    return STANDARD[state] == "with_consultant"


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A letter as staff typed it, in paragraphs and lists; it has no fields to fill in."""
    return parts.fill(text.replace("{", "(").replace("}", ")"), {})


def take_back(session: Session, application: Application) -> None:
    """Removes the letter about where the case stands now. The caller commits."""
    found = newest(session, application)
    if found is not None:
        session.execute(delete(AnswerLetter).where(AnswerLetter.id == found.id))
