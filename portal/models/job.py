"""Work that a page asks for and the worker does: to run a source, or to take in a partner's spreadsheet."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class JobKind(StrEnum):
    """What the worker is to do."""

    RUN = "run"
    SHEET = "sheet"


class JobState(StrEnum):
    """How far it is. A draft waits for the person who made it, everything else for the worker."""

    DRAFT = "draft"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(RandomId, Base):
    """One piece of work. A worker leases it; one whose worker died is taken up by the next.

    `source` names what it is about, which need not have run before. `payload` (JSON) is what the work needs
    and is forgotten when it is done, `result` is a receipt as plain values, and the progress counts ads.
    Nobody created what the schedule did.
    """

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_state", "state", "created_at"), Index("ix_job_source", "source", "state"))

    kind: Mapped[JobKind] = mapped_column(choice(JobKind))
    source: Mapped[str]
    state: Mapped[JobState] = mapped_column(choice(JobState), default=JobState.WAITING)
    created_at: Mapped[datetime]
    created_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    progress_done: Mapped[int] = mapped_column(default=0)
    progress_of: Mapped[int | None]
    result: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    payload_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    payload = Sealed()
