"""A voice answer: whose it is and what kind of sound; the sound itself lies sealed in the store of files."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId


class Recording(RandomId, Base):
    """One recording of one application; `media_type` is told from its content, not by a browser."""

    __tablename__ = "recording"
    __table_args__ = (Index("ix_recording_application", "application_id"),)

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    media_type: Mapped[str]

    @property
    def key(self) -> str:
        """Where its sound lies in the store of files."""
        return f"voice/{self.id}"

    @property
    def place(self) -> str:
        """What its sound is bound to when it is sealed."""
        return f"{self.__tablename__}:{self.id}:sound"
