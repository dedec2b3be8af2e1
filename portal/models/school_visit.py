"""Visits to a school that a teacher has asked for."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class VisitState(StrEnum):
    """Where a visit stands: asked for, agreed on, or called off."""

    ASKED = "asked"
    AGREED = "agreed"
    OFF = "off"


class SchoolVisit(RandomId, Base):
    """One visit. Who asks, and what was written, is sealed; it is deleted some time after the day.

    `secret` stands in the teacher's link, which finds the visit by `secret_hash`. `revision` counts changes.
    """

    __tablename__ = "school_visit"
    __table_args__ = (Index("ix_school_visit_starts", "starts_at"),)

    secret_hash: Mapped[str] = mapped_column(unique=True)
    state: Mapped[VisitState] = mapped_column(choice(VisitState), default=VisitState.ASKED)
    school: Mapped[str]
    municipality_code: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    asked_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    secret_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    email_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    more_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    secret = Sealed()
    name = Sealed()
    phone = Sealed()
    email = Sealed()
    more = Sealed()
