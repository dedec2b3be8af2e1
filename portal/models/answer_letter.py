"""A letter with an answer to one person: the words that a member of staff sent, as they stood."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.application import State
from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class AnswerLetter(RandomId, Base):
    """What a person is told about a decision, read on the own page; no mail holds it.

    `state` is what the case came to by the decision. `reasons` are the keys that filled the letter, with
    commas.
    """

    __tablename__ = "answer_letter"
    __table_args__ = (Index("ix_answer_letter_application", "application_id", "at"),)

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[State] = mapped_column(choice(State))
    reasons: Mapped[str] = mapped_column(default="")
    text_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    text = Sealed()
