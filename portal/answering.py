"""Letters with an answer: written by staff with a decision, read by the person on the own page."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import clock
from portal.letters import Paragraph, parts
from portal.models.answer_letter import AnswerLetter
from portal.models.application import Application, State
from portal.models.staff import Staff


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


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A letter as staff typed it, in paragraphs and lists; it has no fields to fill in."""
    return parts.fill(text.replace("{", "(").replace("}", ")"), {})


def take_back(session: Session, application: Application) -> None:
    """Removes the letter about where the case stands now. The caller commits."""
    found = newest(session, application)
    if found is not None:
        session.execute(delete(AnswerLetter).where(AnswerLetter.id == found.id))
