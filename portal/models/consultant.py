"""Local consultants: their municipalities, who stands in for them, and who takes special cases."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, RandomId
from portal.models.staff import Staff


class Consultant(RandomId, Base):
    """A KLAPjob consultant. `district` is "Østdanmark" or "Vestdanmark"."""

    __tablename__ = "consultant"
    __table_args__ = (UniqueConstraint("staff_id"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    phone: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")

    staff: Mapped[Staff] = relationship(lazy="joined", innerjoin=True)
    municipalities: Mapped[list["ConsultantMunicipality"]] = relationship(cascade="all, delete-orphan")


class ConsultantMunicipality(Base):
    """Which consultant works in a municipality: one and only one."""

    __tablename__ = "consultant_municipality"

    municipality_code: Mapped[str] = mapped_column(primary_key=True)
    consultant_id: Mapped[str] = mapped_column(ForeignKey("consultant.id", ondelete="CASCADE"), index=True)


class RoutingException(Base):
    """Cases that go to another consultant than the municipality's: by what fits the person, such as "stu".

    `municipality_code` is "" where it holds in the whole country; one municipality's own rule goes before.
    """

    __tablename__ = "routing_exception"

    fits: Mapped[str] = mapped_column(primary_key=True)
    municipality_code: Mapped[str] = mapped_column(primary_key=True, default="")
    consultant_id: Mapped[str] = mapped_column(ForeignKey("consultant.id", ondelete="CASCADE"))

    consultant: Mapped[Consultant] = relationship()


class Absence(RandomId, Base):
    """Days on which a consultant is away, the first and the last included, and who stands in."""

    __tablename__ = "absence"
    __table_args__ = (
        Index("ix_absence_consultant", "consultant_id", "last_on"),
        Index("ix_absence_deputy", "deputy_id", "last_on"),
    )

    consultant_id: Mapped[str] = mapped_column(ForeignKey("consultant.id", ondelete="CASCADE"))
    deputy_id: Mapped[str] = mapped_column(ForeignKey("consultant.id", ondelete="CASCADE"))
    first_on: Mapped[date]
    last_on: Mapped[date]

    consultant: Mapped[Consultant] = relationship(foreign_keys=consultant_id)
    deputy: Mapped[Consultant] = relationship(foreign_keys=deputy_id)
