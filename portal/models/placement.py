"""A placement: where somebody tries a job, or is hired, from when to when, and for how many hours."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class PlacementKind(StrEnum):
    """A trial before hiring, or the job itself."""

    TRIAL = "trial"
    HIRE = "hire"


class Placement(RandomId, Base):
    """One trial or hire of one case. The workplace is sealed, since it tells where a person is.

    `hours` are a week's; `job_type` is a key of the ads. `ends_on` is empty for a hire.
    """

    __tablename__ = "placement"
    __table_args__ = (Index("ix_placement_application", "application_id", "created_at"),)

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    kind: Mapped[PlacementKind] = mapped_column(choice(PlacementKind))
    created_at: Mapped[datetime]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    hours: Mapped[float | None]
    job_type: Mapped[str] = mapped_column(default="")
    workplace_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    workplace = Sealed()
