"""The outbox: each e-mail or SMS is a row, written in the transaction that causes it, sent by the worker."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, RandomId, Sealed
from portal.models.columns import choice


class Channel(StrEnum):
    """How a message goes out."""

    MAIL = "mail"
    SMS = "sms"


class OutboxMessage(RandomId, Base):
    """One e-mail to one address, or one SMS to one number.

    The address and the words are sealed; they go when it is delivered. `one_click` is the address that a mail
    program may call to stop messages like this one (RFC 8058); "" for messages that answer somebody.

    `next_attempt_at` empty means nothing more will be tried: it is sent (`sent_at`), or it waits for
    a person (`failed_at`).
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index("ix_outbox_message_due", "next_attempt_at"),
        Index("ix_outbox_message_application", "application_id"),
    )

    kind: Mapped[str]
    channel: Mapped[Channel] = mapped_column(choice(Channel), default=Channel.MAIL)
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    message_id: Mapped[str]
    created_at: Mapped[datetime]
    next_attempt_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    last_error: Mapped[str] = mapped_column(default="")
    address_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    subject: Mapped[str]
    text_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    html_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    one_click_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    address = Sealed()
    text = Sealed()
    html = Sealed()
    one_click = Sealed()
