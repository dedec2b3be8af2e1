"""A member of staff's own desk: lists saved under a name, the keyboard, and text that outlived a session."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed


class SavedView(RandomId, Base):
    """A list of cases that somebody wants to see again: its filters, as the query of an address."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("staff_id", "name"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    name: Mapped[str]
    query: Mapped[str]
    created_at: Mapped[datetime]


class Desk(Base):
    """How somebody wants to work. Who has no row works as the portal comes: `shortcuts` are on."""

    __tablename__ = "desk"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    shortcuts: Mapped[bool] = mapped_column(default=True)


class KeptForm(RandomId, Base):
    """What somebody sent after the session had ended: kept, sealed, for the same person to send again.

    `form` is JSON: pairs of name and value, without secrets and tokens. `path` is where it was sent to.
    """

    __tablename__ = "kept_form"
    __table_args__ = (Index("ix_kept_form_staff", "staff_id", "at"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    path: Mapped[str]
    form_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    form = Sealed()
