"""When something that must happen again and again happened last, such as deletion."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base
from portal.models.columns import choice


class PulseOf(StrEnum):
    """What beats. `begun` beats once, when a worker runs for the first time."""

    BEGUN = "begun"
    WORKER = "worker"
    DELETION = "deletion"


class Pulse(Base):
    """The last time that something ended well."""

    __tablename__ = "pulse"

    of: Mapped[PulseOf] = mapped_column(choice(PulseOf), primary_key=True)
    at: Mapped[datetime]
