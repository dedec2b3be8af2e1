"""Deleting in time: how long each kind of thing is kept, who was warned, what was deleted, when a run was."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class RetentionChoice(Base):
    """How many days an administrator lets something be kept; `key` is a rule of `portal.retention`."""

    __tablename__ = "retention_choice"

    key: Mapped[str] = mapped_column(primary_key=True)
    days: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))


class DeletionWarning(Base):
    """Somebody was told that a case will be deleted. It goes when something happens to the case."""

    __tablename__ = "deletion_warning"

    application_id: Mapped[str] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]


class DeletionRecord(Base):
    """Something was deleted: a keyed hash of its id, the rule, the time and how many rows; no content.

    Backups are older than that: who restores one deletes what stands here once more.
    """

    __tablename__ = "deletion_record"
    __table_args__ = (Index("ix_deletion_record_at", "at"), Index("ix_deletion_record_id_hash", "id_hash"))

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    id_hash: Mapped[str]
    rule: Mapped[str]
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class PurgeRun(Base):
    """One run of what deletes in time. `refused` says why nothing was deleted, "" where all was well."""

    __tablename__ = "purge_run"
    __table_args__ = (Index("ix_purge_run_at", "at"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    deleted: Mapped[int] = mapped_column(default=0)
    refused: Mapped[str] = mapped_column(default="")
