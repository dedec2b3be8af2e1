"""What editors wrote of an ad: a draft, and what was approved, by whom, when, of which original."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class EditedText(Base):
    """The editors' record of one ad; the approved text itself stands in `Posting.approved`.

    `version` grows with each change, so that of two people who save at once the second is told. `original`
    is what the source said when the text was approved, to compare with what it says now.
    """

    __tablename__ = "edited_text"

    posting_id: Mapped[str] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    draft: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    saved_at: Mapped[datetime | None]
    saved_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    approved_at: Mapped[datetime | None]
    approved_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    original: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
