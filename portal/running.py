"""Whether the portal itself runs as it should: mail goes out, deletion and backup ran, sign-ins work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock, delivery, failed_sign_ins, pulses
from portal.config import Settings
from portal.models.alarm import AlarmKind
from portal.models.backup import BackupRecord
from portal.models.pulse import PulseOf

NIGHTLY: Final = timedelta(hours=26)
"""What runs each night may begin, and take, an hour more than the night before."""
FAILED_SIGN_INS: Final = 50
"""In an hour. All staff on a Monday after the holidays fail less often."""
SUBJECTS: Final[Mapping[AlarmKind, str]] = {
    AlarmKind.MAIL_WAITS: "Mails og SMS",
    AlarmKind.NOT_DELETED: "Sletning",
    AlarmKind.NOT_BACKED_UP: "Sikkerhedskopi",
    AlarmKind.SIGN_INS: "Log-ind",
}
"""What each alarm is about, as staff read it."""
KINDS: Final = frozenset(SUBJECTS)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What counts. `begun` is when a worker first ran; None of the others is "never", or "not at the moment".

    `backs_up` is False where nobody expects backups, as in a demo.
    """

    begun: datetime
    mail_waiting_since: datetime | None = None
    deleted_at: datetime | None = None
    backed_up_at: datetime | None = None
    backs_up: bool = True
    failed_sign_ins: int = 0


def wrong_with(facts: Facts, now: datetime) -> frozenset[AlarmKind]:
    """What is wrong with the portal."""
    deleted, backed_up = facts.deleted_at or facts.begun, facts.backed_up_at or facts.begun
    mail = facts.mail_waiting_since
    checks = {
        AlarmKind.MAIL_WAITS: mail is not None and now - mail > delivery.MAY_WAIT,
        AlarmKind.NOT_DELETED: now - deleted > NIGHTLY,
        AlarmKind.NOT_BACKED_UP: facts.backs_up and now - backed_up > NIGHTLY,
        AlarmKind.SIGN_INS: facts.failed_sign_ins > FAILED_SIGN_INS,
    }
    return frozenset(kind for kind, wrong in checks.items() if wrong)


def facts(session: Session, settings: Settings) -> Facts:
    """What counts at this moment."""
    beats = pulses.last(session)
    return Facts(
        begun=beats.get(PulseOf.BEGUN, clock.now()),
        mail_waiting_since=delivery.waiting_since(session),
        deleted_at=beats.get(PulseOf.DELETION),
        backed_up_at=session.scalar(select(func.max(BackupRecord.made_at))),
        backs_up=settings.env == "production" or bool(settings.backup_recipient),
        failed_sign_ins=failed_sign_ins.lately(session),
    )


def wrong(session: Session, settings: Settings) -> frozenset[tuple[AlarmKind, str]]:
    """What is wrong at this moment: each kind with its subject, as `portal.alarms.settle` takes them."""
    kinds = wrong_with(facts(session, settings), clock.now())
    return frozenset((kind, SUBJECTS[kind]) for kind in kinds)
