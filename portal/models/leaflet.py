"""Leaflets of municipalities: their texts version by version, and the manifest of the files made of them."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId
from portal.models.columns import choice


class LeafletState(StrEnum):
    """Where a version stands; one at most is published."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    REPLACED = "replaced"
    EXPIRED = "expired"


L = LeafletState
LEAFLET_MOVES: Final[Mapping[LeafletState, frozenset[LeafletState]]] = {
    L.DRAFT: frozenset({L.APPROVED}),
    L.APPROVED: frozenset({L.DRAFT, L.PUBLISHED}),
    L.PUBLISHED: frozenset({L.REPLACED, L.EXPIRED}),
    L.REPLACED: frozenset(),
    L.EXPIRED: frozenset(),
}


class Variant(StrEnum):
    """The files of one leaflet: folded A4, the same for a print shop, and large print."""

    FOLDED = "folded"
    PRINT_SHOP = "print_shop"
    LARGE = "large"


class Leaflet(RandomId, Base):
    """One version of a municipality's own leaflet; `number` counts them from 1. No version is ever deleted.

    `texts` are the words by field (see `portal.municipalities.leaflet_texts`); a field that is missing has
    its standard words. `uploaded` is the key in the store of a PDF that is used instead of the texts, or "".
    It is served up to and including `expires_on`.
    """

    __tablename__ = "leaflet"
    __table_args__ = (
        UniqueConstraint("municipality_code", "number"),
        Index("ix_leaflet_state", "state", "expires_on"),
    )

    municipality_code: Mapped[str]
    number: Mapped[int]
    state: Mapped[LeafletState] = mapped_column(choice(LeafletState), default=LeafletState.DRAFT)
    texts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    portrait: Mapped[str] = mapped_column(default="")
    uploaded: Mapped[str] = mapped_column(default="")
    uploaded_size: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    approved_at: Mapped[datetime | None]
    approved_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    published_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    expires_on: Mapped[date | None]
    reminded_at: Mapped[datetime | None]


class LeafletFile(RandomId, Base):
    """The manifest: which file is a municipality's leaflet now, in one variant.

    The file lies in the store under ``leaflet/<id>``; a new file has a new id. `number` is the version it
    shows, 0 for the standard one; `made_of` is a fingerprint of all that stands in it.
    """

    __tablename__ = "leaflet_file"
    __table_args__ = (UniqueConstraint("municipality_code", "variant"),)

    municipality_code: Mapped[str]
    variant: Mapped[Variant] = mapped_column(choice(Variant))
    number: Mapped[int]
    made_of: Mapped[str]
    made_at: Mapped[datetime]
    size: Mapped[int]
    sha256: Mapped[str]


class Photo(Base):
    """A picture of a consultant, as JPEG in the store under `key`."""

    __tablename__ = "photo"

    consultant_id: Mapped[str] = mapped_column(
        ForeignKey("consultant.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str]
