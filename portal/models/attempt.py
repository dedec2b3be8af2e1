"""Counted attempts: what rate limits remember, shared by all processes and kept over restarts."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class Attempt(Base):
    """How often something was tried in one window. `key` is a keyed hash: no address, no name."""

    __tablename__ = "attempt"

    key: Mapped[str] = mapped_column(primary_key=True)
    window_start: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
