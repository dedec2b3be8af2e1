"""The register of STU schools: where they are, whom we talk to there, and what is agreed with them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId


class School(RandomId, Base):
    """One school, as staff keep it. The contact is somebody at work there, and is shown to staff only.

    `municipality_code` is "" where it is not known. The agreement lasts from its first to its last day; a day
    that is empty leaves that end open, and without a first day nothing is agreed.
    """

    __tablename__ = "school"

    name: Mapped[str]
    municipality_code: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    promised: Mapped[str] = mapped_column(Text, default="")
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
