"""What every table shares: the declarative base, times in UTC, random ids and sealed columns."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, ClassVar, overload

from sqlalchemy import DateTime, Dialect, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from portal import crypto

ID_LENGTH = 10


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite keeps no zone, so it is taken off and put on again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone cannot be stored.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy passes it
        return None if value is None else value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """What reads a column: a list has hundreds of times, so SQLite's text is read in one step."""
        return _from_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _from_text(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{stored}+00:00") if stored else None


class Base(DeclarativeBase):
    """The declarative base; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime}


class RandomId:
    """A primary key that tells nothing: ten unmistakable characters, about 45 bits.

    It is set before all other attributes, because sealed columns are bound to it.
    """

    id: Mapped[str] = mapped_column(primary_key=True)

    def __init__(self, **values: Any) -> None:
        self.id = values.pop("id", None) or crypto.unmistakable(ID_LENGTH)
        super().__init__(**values)


class Sealed:
    """An attribute whose text is kept encrypted in the column ``<name>_sealed`` of the same row.

    Reading gives the text, or "" where nothing is stored. Raises CannotOpenError where the stored
    bytes do not belong to this row and column.
    """

    def __set_name__(self, owner: Any, name: str) -> None:
        self.owner, self.name = owner, name

    def _place(self, row_id: str) -> str:
        return f"{self.owner.__tablename__}:{row_id}:{self.name}"

    def opened(self, row_id: str, sealed: bytes | None) -> str:
        """The text of a column that was read by itself; "" where nothing is stored."""
        return self.opener()(row_id, sealed)

    def opener(self) -> Callable[[str, bytes | None], str]:
        """`opened` for a long list: the keys are looked up once for all of it."""
        ring = crypto.keyring()
        return lambda row_id, sealed: ring.open(sealed, place=self._place(row_id)) if sealed else ""

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed": ...
    @overload
    def __get__(self, row: object, owner: type) -> str: ...
    def __get__(self, row: Any | None, owner: type) -> "Sealed | str":
        if row is None:
            return self
        return self.opened(row.id, getattr(row, f"{self.name}_sealed"))

    def __set__(self, row: Any, value: str) -> None:
        setattr(row, f"{self.name}_sealed", self.closed(row.id, value))

    def closed(self, row_id: str, value: str) -> bytes | None:
        """What the column of this row keeps for a text, to be written by itself."""
        return crypto.keyring().seal(value, place=self._place(row_id)) if value else None
