"""An arrival: a spreadsheet of people, looked at first, then taken in as a whole, and undone as a whole."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class ArrivalKind(StrEnum):
    """Who stands in the spreadsheet."""

    PEOPLE = "people"
    CONSULTANTS = "consultants"
    CONTACTS = "contacts"


class Arrival(RandomId, Base):
    """One spreadsheet. Its rows are sealed until they are taken in, and then forgotten.

    `made` lists what it brought, as [kind of row, id] pairs, so that all of it can be taken back.
    """

    __tablename__ = "arrival"
    __table_args__ = (Index("ix_arrival_created", "created_at"),)

    kind: Mapped[ArrivalKind] = mapped_column(choice(ArrivalKind))
    filename: Mapped[str]
    created_at: Mapped[datetime]
    created_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    taken_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    made: Mapped[list[Any]] = mapped_column(JSON, default=list)
    rows_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    rows = Sealed()
