"""A subscription: an address that wants to hear of new jobs for one search, and nothing else."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice
from portal.models.mail import Channel


class Frequency(StrEnum):
    """How often somebody wants to hear."""

    DAILY = "daily"
    WEEKLY = "weekly"


class Subscription(RandomId, Base):
    """One address (mail or telephone) and one search of the board.

    `finding_key` is a keyed hash of both, so that the same wish is kept once. `token` stands in every
    message's links; the database is searched by its hash. `confirmed_at` empty: the owner of the address has
    not said yes. `told_until` is the moment up to which new jobs have been told of. It goes at `expires_at`.
    """

    __tablename__ = "subscription"
    __table_args__ = (
        Index("ix_subscription_next", "next_at"),
        Index("ix_subscription_expires", "expires_at"),
    )

    finding_key: Mapped[str] = mapped_column(unique=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    frequency: Mapped[Frequency] = mapped_column(choice(Frequency))
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    told_until: Mapped[datetime]
    expires_at: Mapped[datetime]
    warned_at: Mapped[datetime | None]
    address_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    search_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    token_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    address = Sealed()
    search = Sealed()
    token = Sealed()
