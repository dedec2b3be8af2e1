"""Partners who send their ads themselves: the keys that let them in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId


class PartnerKey(RandomId, Base):
    """A bearer token for one source. Only its SHA-256 is kept; it works until it is revoked."""

    __tablename__ = "partner_key"
    __table_args__ = (Index("ix_partner_key_source", "source"),)

    source: Mapped[str] = mapped_column(ForeignKey("source.name"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
