"""The people who work with the portal, what they may do, and where they are signed in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class Role(StrEnum):
    """What a member of staff may do; a person may have several."""

    SECRETARIAT = "secretariat"
    LEADER = "leader"
    CONSULTANT = "consultant"
    EDITOR = "editor"
    ADMIN = "admin"


class Staff(RandomId, Base):
    """A member of staff. `email` is lower case; `password_hash` is "" where somebody has passkeys only.

    `code_secret` is shared with an app for codes (TOTP), `code_step` is the step of the last code used.
    """

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("email"),)

    name: Mapped[str]
    email: Mapped[str]
    password_hash: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    last_login_at: Mapped[datetime | None]
    code_secret_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    code_secret = Sealed()
    code_step: Mapped[int | None]

    role_rows: Mapped[list["StaffRole"]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(row.role for row in self.role_rows)

    def has(self, *roles: Role) -> bool:
        """Whether this person has at least one of `roles`."""
        return not self.roles.isdisjoint(roles)


class StaffRole(Base):
    """One role of one member of staff."""

    __tablename__ = "staff_role"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(choice(Role), primary_key=True)


class StaffSession(Base):
    """A browser that is signed in. Only the SHA-256 of its token is kept.

    `complete` is False between the password and the second step: then it opens no page of the staff's.
    """

    __tablename__ = "staff_session"
    __table_args__ = (Index("ix_staff_session_staff", "staff_id"),)

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    complete: Mapped[bool] = mapped_column(default=True)

    staff: Mapped[Staff] = relationship()
