"""An ad that we write ourselves for a company: a draft, then a posting of our own source."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice


class OwnAdState(StrEnum):
    """Where an own ad is. A published one with new words that wait for an editor is `waiting` too."""

    DRAFT = "draft"
    WAITING = "waiting"
    PUBLISHED = "published"
    CLOSED = "closed"


class OwnAd(RandomId, Base):
    """An own ad and its author, who is asked from time to time whether the job is still vacant.

    `content` is what was typed last; readers see what was published of it, in `posting_id`. `closed_silently`
    says that nobody answered, and that an editor should look.
    """

    __tablename__ = "own_ad"
    __table_args__ = (Index("ix_own_ad_state", "state"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    state: Mapped[OwnAdState] = mapped_column(choice(OwnAdState), default=OwnAdState.DRAFT)
    version: Mapped[int] = mapped_column(default=0)
    content: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    remark: Mapped[str] = mapped_column(Text, default="")
    saved_at: Mapped[datetime]
    saved_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    posting_id: Mapped[str | None] = mapped_column(ForeignKey("posting.id"), unique=True)
    confirmed_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    closed_silently: Mapped[bool] = mapped_column(default=False)
