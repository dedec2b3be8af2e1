"""A job ad: what its source said, the easy text made from it, and whether it is open."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice
from portal.models.data_version import DataVersion

RUNS_TO_CLOSE: Final = 2
"""So many complete runs in a row must miss an ad before it closes, or waits for a person."""


class PostingState(StrEnum):
    """Whether readers see the ad."""

    OPEN = "open"
    CLOSED = "closed"
    DUPLICATE = "duplicate"


class ClosedReason(StrEnum):
    """Why an ad is no longer open."""

    GONE = "gone"
    DEADLINE = "deadline"
    FILLED = "filled"
    TAKEN_DOWN = "taken_down"


# The change that wrote an ad last: who keeps ads in memory asks for those with a higher one.
_VERSION = select(DataVersion.number).scalar_subquery()


class Posting(RandomId, Base):
    """One ad. `(source, reference)` names it at its source; `id` is the portal's own public name.

    `apply_key` and `twin_key` are the same for ads of several sources that are one job; "" says nothing.

    `easy` is the machine's reading of the ad, written anew by every import. `approved` is an editor's
    text, as `portal.easyread.easy_text` stores it; no import touches it. `easy_title`, `slug` and the
    search words are those of the text that is shown. `differs_since` is when the source began to say
    something else than it did when the text was approved. `closed_note` is the reason a person gave.
    """

    __tablename__ = "posting"
    __table_args__ = (
        UniqueConstraint("source", "reference"),
        Index("ix_posting_open", "state", "published_on", "id"),
        Index("ix_posting_area", "state", "area", "published_on"),
        Index("ix_posting_trade", "state", "trade", "published_on"),
        Index("ix_posting_municipality", "state", "municipality_code"),
        Index("ix_posting_apply_key", "apply_key"),
        Index("ix_posting_twin_key", "twin_key"),
        Index("ix_posting_revision", "revision"),
    )

    source: Mapped[str] = mapped_column(ForeignKey("source.name"))
    reference: Mapped[str]
    state: Mapped[PostingState] = mapped_column(choice(PostingState), default=PostingState.OPEN)
    closed_reason: Mapped[ClosedReason | None] = mapped_column(choice(ClosedReason))
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    closed_note: Mapped[str] = mapped_column(default="")
    duplicate_of_id: Mapped[str | None] = mapped_column(ForeignKey("posting.id"))

    title: Mapped[str]
    employer: Mapped[str] = mapped_column(default="")
    cvr: Mapped[str] = mapped_column(default="")
    body_html: Mapped[str] = mapped_column(Text, default="")
    url: Mapped[str] = mapped_column(default="")
    apply_url: Mapped[str] = mapped_column(default="")
    job_type: Mapped[str] = mapped_column(default="unknown")
    hours_min: Mapped[float | None]
    hours_max: Mapped[float | None]
    published_on: Mapped[date]
    deadline: Mapped[date | None]
    expires_on: Mapped[date | None]

    address: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    municipality_code: Mapped[str | None]
    area: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    place_known_by: Mapped[str] = mapped_column(default="")

    easy_title: Mapped[str] = mapped_column(default="")
    slug: Mapped[str] = mapped_column(default="")
    trade: Mapped[str] = mapped_column(default="other")
    easy: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    approved: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    differs_since: Mapped[datetime | None]

    apply_key: Mapped[str] = mapped_column(default="")
    twin_key: Mapped[str] = mapped_column(default="")
    listing_hash: Mapped[str] = mapped_column(default="")
    content_hash: Mapped[str] = mapped_column(default="")
    first_seen_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    missing_since: Mapped[datetime | None]
    missed_runs: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=_VERSION, onupdate=_VERSION)

    @property
    def twin_keys(self) -> tuple[str, ...]:
        """What tells that an ad of another source is the same job."""
        return tuple(filter(None, (self.apply_key, self.twin_key)))


class PostingToken(Base):
    """One search word of one ad, folded as `portal.danish` does; the same on every database."""

    __tablename__ = "posting_token"
    # Kept in the order of its key, so that all the ads of a word lie beside one another.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own way

    token: Mapped[str] = mapped_column(primary_key=True)
    posting_id: Mapped[str] = mapped_column(
        ForeignKey("posting.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    weight: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"confirm_deleted_rows": False}  # noqa: RUF012 - SQLAlchemy's own way
