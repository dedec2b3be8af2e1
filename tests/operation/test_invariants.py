"""What must never be so reads 0 over honest work, and each rule finds the row that breaks it (P62)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, make_posting, make_staff, move_to
from portal import alarms, clock, invariants, sessions
from portal.apply.actions import queue_receipt
from portal.commands import worker
from portal.models.application import Application, Move, State
from portal.models.mail import OutboxMessage

ALL_WELL = dict.fromkeys(invariants.RULES, 0)


def honest(session: Session) -> Application:
    """A case on its way, with its receipt, and an open ad."""
    make_posting(session)
    make_consultant(session)
    application = make_application(session)
    queue_receipt(session, application, "kim@example.com")
    return move_to(session, application, State.SCREENING)


def _no_person(session: Session, case: Application) -> None:
    case.candidate_id = None


def _no_code(session: Session, case: Application) -> None:
    case.reference = None


def _no_receipt(session: Session, case: Application) -> None:
    session.execute(delete(OutboxMessage))


def _no_step(session: Session, case: Application) -> None:
    session.execute(delete(Move).where(Move.step == 2))


def _no_yes(session: Session, case: Application) -> None:
    move_to(session, case, State.HANDED_OVER)
    case.person_agreed_at = None


def _half_taken(session: Session, case: Application) -> None:
    case.claimed_at = clock.now()


def _merged(session: Session, case: Application) -> None:
    case.merged_into_id = make_application(session).id
    queue_receipt(session, session.get_one(Application, case.merged_into_id), "kim@example.com")


def _lost_message(session: Session, case: Application) -> None:
    message = OutboxMessage(kind="test", message_id="<1@x>", created_at=clock.now(), subject="Nyt")
    session.add(message)


def _old_ad(session: Session, case: Application) -> None:
    make_posting(session, deadline=clock.today() - timedelta(days=3))


def _closed_account(session: Session, case: Application) -> None:
    staff = make_staff(session, name="Lis Lukket")
    sessions._open(session, staff)
    staff.active = False


BREAKERS: dict[str, Callable[[Session, Application], None]] = {
    "Åben sag uden person": _no_person,
    "Sendt ansøgning uden kode": _no_code,
    "Sendt ansøgning uden kvittering": _no_receipt,
    "Sag, hvor sidste skridt mangler": _no_step,
    "Givet videre uden personens ja": _no_yes,
    "Halvt taget sag": _half_taken,
    "Samlet sag uden den anden": _merged,
    "Besked, som ingen sender": _lost_message,
    "Åbent job efter sidste dag": _old_ad,
    "Logget ind med lukket konto": _closed_account,
}


def test_p62_each_rule_reads_nothing_over_honest_work(session: Session) -> None:
    honest(session)
    assert invariants.broken(session) == ALL_WELL


@pytest.mark.parametrize("rule", invariants.RULES)
def test_p62_a_rule_finds_the_row_that_breaks_it(session: Session, rule: str) -> None:
    case = honest(session)
    BREAKERS[rule](session, case)
    session.flush()
    assert invariants.broken(session) == ALL_WELL | {rule: 1}


def test_p62_a_broken_rule_is_an_alarm_until_it_is_mended(session: Session) -> None:
    case = honest(session)
    case.claimed_at = clock.now()
    session.commit()
    worker.check_rules()
    assert [alarm.about for alarm in alarms.open_alarms(session)] == ["Halvt taget sag"]
    case.claimed_at = None
    session.commit()
    worker.check_rules()
    assert alarms.open_alarms(session) == []
