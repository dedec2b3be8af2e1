"""The audit trail: who looked at, searched or changed what, when, and for which purpose. Never values.

Its rows are a chain: the link of each is a keyed hash over the row and the link before it, so that no row is
changed, added or taken away in between unseen. Triggers of the database refuse every change of a row, and
its deletion unless its month is closed and its last link is kept in `audit_segment`.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class AuditEntry(Base):
    """One look-up or change by a member of staff. Rows are only ever added.

    `staff_id` and `object_id` are no foreign keys: the trail outlives what it speaks of. `fields` names what
    a change has changed, as `portal.changed_fields` writes it.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_object", "object_kind", "object_id"),
        Index("ix_audit_entry_at", "at"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    staff_id: Mapped[str]
    action: Mapped[str]
    object_kind: Mapped[str]
    object_id: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str]
    fields: Mapped[str] = mapped_column(default="", server_default="")
    link: Mapped[str]


class AuditHead(Base):
    """The end of the chain: the number and the link of the newest entry. It has one row, with the id 1."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    link: Mapped[str]


class AuditSegment(Base):
    """A closed month of the trail whose entries were dropped: where the chain goes on from.

    `month` is such as "2026-11". The chain goes on after entry `last_number`, whose link was `link`.
    """

    __tablename__ = "audit_segment"

    month: Mapped[str] = mapped_column(primary_key=True)
    last_number: Mapped[int]
    link: Mapped[str]
    entries: Mapped[int]
    dropped_at: Mapped[datetime]
