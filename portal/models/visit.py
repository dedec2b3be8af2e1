"""How often readers looked at something, by day, and how far the access logs have been read."""

from datetime import date

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class VisitCount(Base):
    """How often one thing was seen on one day in Copenhagen: `kind` is such as "job" or "leaflet"."""

    __tablename__ = "visit_count"
    __table_args__ = (Index("ix_visit_count_kind_subject", "kind", "subject"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


class LogPosition(Base):
    """How many bytes of one file of the access log are counted. Another `inode` is another file."""

    __tablename__ = "log_position"

    name: Mapped[str] = mapped_column(primary_key=True)
    inode: Mapped[int] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger)
