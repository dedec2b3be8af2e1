"""What staff sign in with beside a password: passkeys, recovery codes, links sent to them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice
from portal.models.staff import Staff


class Passkey(RandomId, Base):
    """A key pair of somebody's telephone, computer or security key: its public half (WebAuthn)."""

    __tablename__ = "passkey"
    __table_args__ = (UniqueConstraint("credential_id"), Index("ix_passkey_staff", "staff_id"))

    # As the browser writes it: base64url.
    credential_id: Mapped[str]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    public_key: Mapped[bytes]
    sign_count: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    staff: Mapped[Staff] = relationship()


class SpentChallenge(Base):
    """A challenge that was answered: it is never answered again. Kept until it would be too old anyway."""

    __tablename__ = "spent_challenge"

    challenge_hash: Mapped[str] = mapped_column(primary_key=True)
    spent_at: Mapped[datetime]


class RecoveryCode(Base):
    """A code on paper that signs in once, for a lost telephone. Only a keyed hash is kept."""

    __tablename__ = "recovery_code"
    __table_args__ = (Index("ix_recovery_code_staff", "staff_id"),)

    code_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    used_at: Mapped[datetime | None]


class LinkKind(StrEnum):
    """What a link lets its reader do: begin with a new account, or choose a new password."""

    INVITATION = "invitation"
    RESET = "reset"


class StaffLink(Base):
    """A link that was sent to a member of staff. Only a keyed hash of its secret is kept."""

    __tablename__ = "staff_link"
    __table_args__ = (Index("ix_staff_link_staff", "staff_id"),)

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    kind: Mapped[LinkKind] = mapped_column(choice(LinkKind))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    staff: Mapped[Staff] = relationship()


class ForgottenPassword(RandomId, Base):
    """Somebody asked for a new password; the worker looks whether there is such an account, and then writes.

    So the page answers in the same time whether there is one or not.
    """

    __tablename__ = "forgotten_password"

    asked_at: Mapped[datetime]
    email_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    email = Sealed()
