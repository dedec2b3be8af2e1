"""What must never be so, counted every hour: each rule is a query that finds the rows that break it (P62)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from portal import cases, clock
from portal.models.alarm import AlarmKind
from portal.models.application import ENDS, OPEN, Application, CameBy, FilledBy, Move, State
from portal.models.candidate import Candidate
from portal.models.mail import OutboxMessage
from portal.models.posting import Posting, PostingState
from portal.models.staff import Staff, StaffSession

KINDS: Final = frozenset({AlarmKind.BROKEN_RULE})
RECEIPTS_KEPT: Final = timedelta(days=1)
"""Receipts are looked for so long after an application came in; later they may be gone, as they should."""


def _open_without_a_person() -> Select[Any]:
    return select(Application.id).where(Application.state.in_(OPEN), Application.candidate_id.is_(None))


def _sent_without_a_code() -> Select[Any]:
    return select(Application.id).where(
        Application.state != State.DRAFT,
        or_(Application.reference.is_(None), Application.submitted_at.is_(None)),
    )


def _sent_without_a_receipt() -> Select[Any]:
    written = exists().where(OutboxMessage.application_id == Application.id, OutboxMessage.kind == "receipt")
    return (
        select(Application.id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(
            Application.submitted_at > clock.now() - RECEIPTS_KEPT,
            Application.came_by == CameBy.WEB,
            Application.state.not_in(ENDS | {State.QUARANTINED}),
            Application.filled_by != FilledBy.REFERRED,
            Candidate.email_sealed.is_not(None),
            ~written,
        )
    )


def _state_without_its_step() -> Select[Any]:
    steps = select(Move.application_id, func.max(Move.step).label("step")).group_by(Move.application_id)
    last = steps.subquery()
    told = (
        select(Move.application_id)
        .join(last, and_(last.c.application_id == Move.application_id, last.c.step == Move.step))
        .where(Move.application_id == Application.id, Move.to_state == Application.state)
        .correlate(Application)
    )
    return select(Application.id).where(Application.state != State.DRAFT, ~told.exists())


def _passed_on_without_a_yes() -> Select[Any]:
    return select(Application.id).where(
        Application.state.in_(cases.WITH_CONSULTANT), Application.person_agreed_at.is_(None)
    )


def _taken_by_half() -> Select[Any]:
    return select(Application.id).where(
        Application.claimed_by_id.is_not(None) != Application.claimed_at.is_not(None)
    )


def _merged_into_nothing() -> Select[Any]:
    return select(Application.id).where(
        (Application.state == State.MERGED) != Application.merged_into_id.is_not(None)
    )


def _message_in_no_list() -> Select[Any]:
    ends = and_(OutboxMessage.sent_at.is_(None), OutboxMessage.failed_at.is_(None))
    return select(OutboxMessage.id).where(ends == OutboxMessage.next_attempt_at.is_(None))


def _open_long_after_the_last_day() -> Select[Any]:
    return select(Posting.id).where(
        Posting.state != PostingState.CLOSED, Posting.deadline < clock.today() - timedelta(days=2)
    )


def _signed_in_with_a_closed_account() -> Select[Any]:
    return (
        select(StaffSession.token_hash)
        .join(Staff, Staff.id == StaffSession.staff_id)
        .where(Staff.active.is_(False), StaffSession.ended_at.is_(None))
    )


RULES: Final[Mapping[str, Any]] = {
    "Åben sag uden person": _open_without_a_person,
    "Sendt ansøgning uden kode": _sent_without_a_code,
    "Sendt ansøgning uden kvittering": _sent_without_a_receipt,
    "Sag, hvor sidste skridt mangler": _state_without_its_step,
    "Givet videre uden personens ja": _passed_on_without_a_yes,
    "Halvt taget sag": _taken_by_half,
    "Samlet sag uden den anden": _merged_into_nothing,
    "Besked, som ingen sender": _message_in_no_list,
    "Åbent job efter sidste dag": _open_long_after_the_last_day,
    "Logget ind med lukket konto": _signed_in_with_a_closed_account,
}
"""Each rule by the words that staff read when it is broken."""


def broken(session: Session) -> Mapping[str, int]:
    """How many rows break each rule; all are 0 where all is well."""
    return {
        words: session.scalar(select(func.count()).select_from(query().subquery())) or 0
        for words, query in RULES.items()
    }


def wrong(session: Session) -> frozenset[tuple[AlarmKind, str]]:
    """The broken rules, as `portal.alarms.settle` takes them."""
    return frozenset((AlarmKind.BROKEN_RULE, words) for words, number in broken(session).items() if number)
