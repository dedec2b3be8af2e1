"""What is wrong at this moment and was told: one row for each alarm, gone when all is well again."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base
from portal.models.columns import choice


class AlarmKind(StrEnum):
    """What can be wrong: with a source, with the file that names them, or with the portal itself."""

    SILENT = "silent"
    FAILING = "failing"
    SHRUNK = "shrunk"
    HELD = "held"
    UNREADABLE = "unreadable"
    MAIL_WAITS = "mail_waits"
    NOT_DELETED = "not_deleted"
    NOT_BACKED_UP = "not_backed_up"
    SIGN_INS = "sign_ins"
    BROKEN_RULE = "broken_rule"
    LOOK_UPS = "look_ups"


class Alarm(Base):
    """An open alarm about one thing, such as a source of ads."""

    __tablename__ = "alarm"

    kind: Mapped[AlarmKind] = mapped_column(choice(AlarmKind), primary_key=True)
    about: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
