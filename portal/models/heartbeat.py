"""A heartbeat: somebody on the waiting list was asked whether the wish for a job still stands."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice


class AskedBy(StrEnum):
    """How the question went out; `call` means that only a telephone call can ask it."""

    MAIL = "mail"
    SMS = "sms"
    LETTER = "letter"
    CALL = "call"


class Heartbeat(RandomId, Base):
    """One question to one person on the waiting list, and the answer, once there is one.

    `reminded_at` is when the missing answer became a call for the consultant.
    """

    __tablename__ = "heartbeat"
    __table_args__ = (
        Index("ix_heartbeat_application", "application_id", "asked_at"),
        Index("ix_heartbeat_open", "answered_at", "asked_at"),
    )

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    asked_at: Mapped[datetime]
    asked_by: Mapped[AskedBy] = mapped_column(choice(AskedBy))
    answered_at: Mapped[datetime | None]
    still_wants: Mapped[bool | None]
    reminded_at: Mapped[datetime | None]
