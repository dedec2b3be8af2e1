"""Backups: when each was made, and when restoring it was proven."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base


class BackupRecord(Base):
    """One backup by the name of its file. `proven_at` is empty until it was restored and found whole.

    `rows` counts the rows of all tables, `size` the bytes of the encrypted file.
    """

    __tablename__ = "backup_record"

    name: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[datetime] = mapped_column(index=True)
    proven_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]
    size: Mapped[int]
    rows: Mapped[int]
