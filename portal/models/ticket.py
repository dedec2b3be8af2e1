"""A ticket: a secret that opens one application without a password, in a link or in a browser's cookie."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.application import Application
from portal.models.base import Base
from portal.models.columns import choice


class TicketKind(StrEnum):
    """What a ticket opens: the own pages, by a link or in a browser; the page for the person's own yes,
    or the question whether somebody on the waiting list still wants a job.
    """

    BROWSER = "browser"
    LINK = "link"
    CONSENT = "consent"
    STILL = "still"


class Ticket(Base):
    """One way in. The table knows the secret's hash only; it goes with its application."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_application", "application_id"),
        Index("ix_ticket_expires", "expires_at"),
    )

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    kind: Mapped[TicketKind] = mapped_column(choice(TicketKind))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    application: Mapped[Application] = relationship()
