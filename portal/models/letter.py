"""A letter as staff have worded it: each version with who and when; the newest counts."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId


class LetterText(RandomId, Base):
    """One version of a letter of `portal.letters.kinds`; an empty `text` is the default again.

    No letter holds anything about a person before it is filled in.
    """

    __tablename__ = "letter_text"
    __table_args__ = (Index("ix_letter_text_kind", "kind", "changed_at"),)

    kind: Mapped[str]
    text: Mapped[str]
    changed_at: Mapped[datetime]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
