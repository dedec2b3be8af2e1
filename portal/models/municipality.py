"""What staff know about a municipality beside its name and place: whom to write to, and who was hired."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class MunicipalityFacts(Base):
    """Facts of one municipality, as staff entered them; a municipality without a row has none.

    The contact is a person or an office at the municipality and stands on its page. `hired` is how many got
    a job in `hired_year`.
    """

    __tablename__ = "municipality_facts"

    code: Mapped[str] = mapped_column(primary_key=True)
    contact_name: Mapped[str] = mapped_column(default="")
    contact_role: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    hired: Mapped[int | None]
    hired_year: Mapped[int | None]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))


class JobWorth(Base):
    """What a job is worth to the whole public sector, as published: money in kroner for each person.

    The newest row counts. `before` and `after` are the shares in work, in percent. `caveat` is what a reader
    has to know to use the figures fairly.
    """

    __tablename__ = "job_worth"

    id: Mapped[int] = mapped_column(primary_key=True)
    cost: Mapped[int]
    saving: Mapped[int]
    years: Mapped[int]
    before: Mapped[int]
    after: Mapped[int]
    source: Mapped[str]
    source_year: Mapped[int]
    caveat: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
