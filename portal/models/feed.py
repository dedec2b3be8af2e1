"""Where ads come from: a source, what each run of it did, and the entries that were refused."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class RunStatus(StrEnum):
    """How a run ended. Only `complete` and `unchanged` prove that an absent ad is absent."""

    RUNNING = "running"
    COMPLETE = "complete"
    UNCHANGED = "unchanged"
    INCOMPLETE = "incomplete"
    FAILED = "failed"


class Source(Base):
    """A feed as configured in FEEDS_FILE, with what the portal remembers about it.

    `memory` keeps the reader's validators (ETag, Last-Modified) by request, and moved addresses. A person
    pauses a source, which leaves its ads as they are, or turns it `off`, which closes them. `gone_at` is when
    its server said that the feed has ended for good (410); it runs again when a person says so.
    """

    __tablename__ = "source"

    name: Mapped[str] = mapped_column(primary_key=True)
    format: Mapped[str]
    rank: Mapped[int] = mapped_column(default=100)
    paused: Mapped[bool] = mapped_column(default=False)
    off: Mapped[bool] = mapped_column(default=False)
    gone_at: Mapped[datetime | None]
    memory: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    last_complete_at: Mapped[datetime | None]
    running_until: Mapped[datetime | None]


class FeedRun(RandomId, Base):
    """One run of one source: its receipt."""

    __tablename__ = "feed_run"
    __table_args__ = (Index("ix_feed_run_source_started", "source", "started_at"),)

    source: Mapped[str] = mapped_column(ForeignKey("source.name"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    status: Mapped[RunStatus] = mapped_column(choice(RunStatus), default=RunStatus.RUNNING)
    error: Mapped[str] = mapped_column(default="")
    responses: Mapped[int] = mapped_column(default=0)
    bytes: Mapped[int] = mapped_column(default=0)
    stated: Mapped[int | None]
    received: Mapped[int] = mapped_column(default=0)
    left_out: Mapped[int] = mapped_column(default=0)
    new: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    missing: Mapped[int] = mapped_column(default=0)
    closed: Mapped[int] = mapped_column(default=0)
    held: Mapped[int] = mapped_column(default=0)
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class RefusedEntry(RandomId, Base):
    """An entry that could not be taken in; it goes away when the same entry heals.

    `ignored_at` is when a person said that it needs no care; it needs some again when the entry changes.
    """

    __tablename__ = "refused_entry"
    __table_args__ = (Index("ix_refused_entry_source_reference", "source", "reference", unique=True),)

    source: Mapped[str] = mapped_column(ForeignKey("source.name"))
    reference: Mapped[str]
    reason: Mapped[str]
    payload_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    ignored_at: Mapped[datetime | None]

    payload = Sealed()
