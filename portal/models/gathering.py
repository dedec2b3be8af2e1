"""Gatherings that everybody may come to: job caravans and information meetings."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice


class GatheringKind(StrEnum):
    """What happens: a job caravan visits a town, or we tell about KLAPjob."""

    CARAVAN = "caravan"
    MEETING = "meeting"


class Gathering(RandomId, Base):
    """One gathering, from `starts_at` to `ends_at` (UTC). `revision` counts its changes, as calendars want.

    A cancelled one stays in the calendar as such, so that whoever has noted it hears of it.
    """

    __tablename__ = "gathering"
    __table_args__ = (Index("ix_gathering_starts", "starts_at"),)

    kind: Mapped[GatheringKind] = mapped_column(choice(GatheringKind))
    title: Mapped[str]
    place: Mapped[str]
    about: Mapped[str] = mapped_column(Text, default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    cancelled: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
