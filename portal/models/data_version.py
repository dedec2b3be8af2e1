"""The number of the last change of anything that public pages show; `portal.versions` counts it."""

from typing import Final

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base

ONLY_ROW: Final = 1


class DataVersion(Base):
    """One row. `number` grows with every transaction that writes what public pages show.

    `rebuilt` is the number of the last change after which ads must be read from the beginning, because rows
    were deleted or written past their `revision`.
    """

    __tablename__ = "data_version"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=ONLY_ROW)
    number: Mapped[int] = mapped_column(default=0)
    rebuilt: Mapped[int] = mapped_column(default=0)
