"""Two cases of one person: that they were joined, and how to part them; or that they are two people."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId


class Merging(RandomId, Base):
    """One case became part of another. `added_wishes` are the postings that the other did not name before.

    Everything else stays where it was written, so that parting the two takes nothing from either.
    """

    __tablename__ = "merging"
    __table_args__ = (
        Index("ix_merging_application", "application_id"),
        Index("ix_merging_into", "into_id"),
    )

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    into_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    added_wishes: Mapped[list[str]] = mapped_column(JSON, default=list)
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))


class TwoPeople(Base):
    """Two candidates who look like one person and are not, as somebody has found.

    `first_id` is the smaller of the two.
    """

    __tablename__ = "two_people"

    first_id: Mapped[str] = mapped_column(ForeignKey("candidate.id", ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[str] = mapped_column(
        ForeignKey("candidate.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
