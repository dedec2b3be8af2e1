"""A candidate: the person an application is about. Who that is stands encrypted in the table."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, RandomId, Sealed


class Candidate(RandomId, Base):
    """A person who wants a job. The municipality is in the clear, because it decides who may see the case."""

    __tablename__ = "candidate"
    __table_args__ = (Index("ix_candidate_municipality", "municipality_code"),)

    created_at: Mapped[datetime]
    municipality_code: Mapped[str | None]
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    email_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    place_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    name = Sealed()
    phone = Sealed()
    email = Sealed()
    place = Sealed()

    applications: Mapped[list["Application"]] = relationship(back_populates="candidate")  # type: ignore[name-defined]  # noqa: F821 - SQLAlchemy finds the class by name


class CandidateKey(Base):
    """A blind index: what may show that two candidates are one person, as a keyed hash and nothing else.

    `kind` says of what, and each kind has hashes of its own (see `portal.same_person`).
    """

    __tablename__ = "candidate_key"
    __table_args__ = (Index("ix_candidate_key_value", "value", "kind"),)

    candidate_id: Mapped[str] = mapped_column(
        ForeignKey("candidate.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
