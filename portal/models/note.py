"""A note on a case: what a colleague wrote, or how a telephone call went. Corrected, never erased."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class NoteKind(StrEnum):
    """What the note tells of: nothing special, a call that was answered, or one that was not."""

    NOTE = "note"
    REACHED = "reached"
    NOT_REACHED = "not_reached"


class Note(RandomId, Base):
    """What somebody wrote about a case, sealed.

    `corrects_id` is the note that this one takes the place of; the old one stays. `mentions_id` is a
    colleague who should read it, until `mention_seen_at`.
    """

    __tablename__ = "note"
    __table_args__ = (
        Index("ix_note_application", "application_id", "at"),
        Index("ix_note_mentions", "mentions_id", "mention_seen_at"),
    )

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    kind: Mapped[NoteKind] = mapped_column(choice(NoteKind), default=NoteKind.NOTE)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    corrects_id: Mapped[str | None] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    mentions_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    mention_seen_at: Mapped[datetime | None]
    text_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    text = Sealed()
