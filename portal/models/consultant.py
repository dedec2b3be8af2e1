"""A local consultant and the municipalities that are his or hers."""

from sqlalchemy import ForeignKey, UniqueConstraint
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
