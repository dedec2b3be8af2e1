"""The register of agreements with municipalities: of which kind, from when to when, with whom, about what."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice


class Cooperation(StrEnum):
    """How closely a municipality works with us; `EXTENDED` has a leaflet of its own and a duty to inform."""

    FORMAL = "formal"
    EXTENDED = "extended"


class Agreement(RandomId, Base):
    """One agreement. A day that is not known is empty: then it lasts from before, or until further notice.

    `source` tells where it is known from. `renewal_asked_at` is when both sides were last reminded.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        Index("ix_agreement_municipality", "municipality_code"),
        Index("ix_agreement_ends", "ends_on"),
    )

    municipality_code: Mapped[str]
    kind: Mapped[Cooperation] = mapped_column(choice(Cooperation))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    our_name: Mapped[str] = mapped_column(default="")
    our_email: Mapped[str] = mapped_column(default="")
    their_name: Mapped[str] = mapped_column(default="")
    their_role: Mapped[str] = mapped_column(default="")
    their_phone: Mapped[str] = mapped_column(default="")
    their_email: Mapped[str] = mapped_column(default="")
    promised: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(default="")
    renewal_asked_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
