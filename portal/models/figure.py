"""A yearly figure that the association publishes about itself, with its source."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class YearlyFigure(Base):
    """One figure of one year, entered by a leader. `key` names what is counted."""

    __tablename__ = "yearly_figure"

    year: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[float]
    source: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
