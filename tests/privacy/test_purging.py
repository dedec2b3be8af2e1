"""P44, P59: what was kept long enough is deleted in the night, with a warning before and a record after."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, make_staff, move_to
from portal import cases, clock, purging, retention
from portal.models.application import Application, FilledBy, State
from portal.models.candidate import Candidate
from portal.models.deletion import DeletionRecord, DeletionWarning, PurgeRun
from portal.models.mail import Channel, OutboxMessage
from portal.models.pulse import Pulse, PulseOf
from portal.models.staff import Role
from portal.models.subscription import Frequency, Subscription
from portal.retention import RULES, OutOfBoundsError

NOT_OURS = State.NOT_IN_TARGET_GROUP


def aged(session: Session, state: State, days: int, **changes: object) -> Application:
    """A case that came to `state` so many days ago, and with which nothing has happened since."""
    application = make_application(session, **changes)
    then = clock.now() - timedelta(days=days)
    session.execute(
        update(Application)
        .where(Application.id == application.id)
        .values(state=state, state_since=then, updated_at=then)
    )
    session.commit()
    session.expire_all()
    return application


def left(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Application)) or 0


def warned_long_ago(session: Session) -> None:
    session.execute(update(DeletionWarning).values(at=clock.now() - timedelta(days=15)))
    session.commit()


def test_p44_each_state_has_a_rule_or_follows_another_case() -> None:
    assert set(retention.OF_STATE) | retention.FOLLOWS == set(State)
    assert set(retention.OF_STATE.values()) <= set(retention.RULES)


@pytest.mark.parametrize(
    ("state", "rule", "days"),
    [
        (State.DRAFT, "draft", 30),
        (State.QUARANTINED, "quarantined", 180),
        (State.WITHDRAWN, "withdrawn", 30),
    ],
)
def test_p44_what_is_past_its_time_goes_and_the_day_before_it_stays(
    session: Session, state: State, rule: str, days: int
) -> None:
    aged(session, state, days - 1)
    aged(session, state, days + 1)
    assert purging.run(session).deleted == {rule: 1}
    assert left(session) == 1


@pytest.mark.parametrize(
    ("state", "rule", "days"),
    [
        (NOT_OURS, "not_in_target_group", 180),
        (State.CLOSED, "closed", 365),
        (State.FOLLOWED_UP, "followed_up", 730),
        (State.WAITING, "idle", 730),
    ],
)
def test_p44_a_person_is_told_two_weeks_before(session: Session, state: State, rule: str, days: int) -> None:
    aged(session, state, days + 1)
    outcome = purging.run(session)
    assert (outcome.deleted, outcome.warned, left(session)) == ({}, 1, 1)
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "deletion_soon")).one()
    assert mail.address == "kim@example.com"
    warned_long_ago(session)
    assert purging.run(session).deleted == {rule: 1}
    assert left(session) == 0


@pytest.mark.parametrize(("gateway", "told"), [("", False), ("https://t@sms.example", True)])
def test_p44_who_has_no_mail_is_on_the_list_to_call_unless_an_sms_was_sent(
    app: Flask, session: Session, gateway: str, told: bool
) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], sms_url=gateway)
    aged(session, NOT_OURS, 181, person={"email": ""})
    purging.run(session)
    sent = session.scalars(select(OutboxMessage.channel)).all()
    assert ([one.is_told for one in purging.coming(session)], sent) == ([told], [Channel.SMS] * told)


def test_p44_an_address_that_cannot_be_read_keeps_nobody_else_from_being_told(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    rule = RULES["closed"]
    broken, _ = (aged(session, State.CLOSED, rule.days) for _ in range(2))
    session.execute(
        update(Candidate).where(Candidate.id == broken.candidate_id).values(email_sealed=b"broken")
    )
    session.commit()
    session.expire_all()
    assert purging.run(session).warned == 2
    assert session.scalar(select(func.count()).select_from(OutboxMessage)) == 1
    assert [coming.is_told for coming in purging.coming(session)].count(False) == 1
    [line] = [line for line in caplog.records if line.message == "An address cannot be read."]
    assert line.__dict__["case"] == broken.id


def test_p44_a_second_run_finds_nothing_more(session: Session) -> None:
    for _number in range(3):
        aged(session, State.WITHDRAWN, 31)
    assert purging.run(session).deleted == {"withdrawn": 3}
    assert purging.run(session).deleted == {}


def test_p44_who_comes_back_in_time_keeps_the_case(session: Session) -> None:
    application = aged(session, NOT_OURS, 181)
    purging.run(session)
    warned_long_ago(session)
    move_to(session, application, State.SCREENING)
    assert purging.run(session).deleted == {}
    assert session.scalars(select(DeletionWarning)).all() == []


def test_p44_an_open_case_that_is_worked_on_stays(session: Session) -> None:
    application = aged(session, State.WAITING, 2000)
    cases.correct(session, application, by=None, reason="still_yes")
    session.commit()
    assert purging.run(session).warned == 0


def test_p44_a_case_without_the_persons_yes_goes_sooner_and_without_a_letter(session: Session) -> None:
    aged(session, State.CLOSED, 31, filled_by=FilledBy.HELPER)
    aged(session, State.CLOSED, 31)
    outcome = purging.run(session)
    assert (outcome.deleted, outcome.warned, left(session)) == ({"no_yes": 1}, 0, 1)


def test_p44_the_record_tells_what_and_why_but_not_whose(session: Session) -> None:
    application = aged(session, State.WITHDRAWN, 31)
    purging.run(session)
    record = session.scalars(select(DeletionRecord)).one()
    assert (record.kind, record.rule, record.counts["application"], record.counts["candidate"]) == (
        "application",
        "withdrawn",
        1,
        1,
    )
    assert application.id not in repr(vars(record))
    assert "Kim" not in repr(vars(record))


def test_p44_an_administrators_choice_counts_within_its_bounds(session: Session) -> None:
    admin = make_staff(session, Role.ADMIN)
    retention.choose(session, "withdrawn", 7, by=admin)
    session.commit()
    aged(session, State.WITHDRAWN, 8)
    assert purging.run(session).deleted == {"withdrawn": 1}
    with pytest.raises(OutOfBoundsError):
        retention.choose(session, "withdrawn", 1000, by=admin)
    with pytest.raises(OutOfBoundsError):
        retention.choose(session, "draft", 60, by=admin)


def test_p44_mails_that_went_out_a_year_ago_are_forgotten(session: Session) -> None:
    make_consultant(session)
    make_application(session)
    old = clock.now() - timedelta(days=366)
    session.execute(update(OutboxMessage).values(created_at=old, sent_at=old, next_attempt_at=None))
    session.commit()
    mails = session.scalar(select(func.count()).select_from(OutboxMessage)) or 0
    assert purging.run(session).deleted == ({"mail": mails} if mails else {})


def test_p44_a_run_beats_so_that_its_silence_is_heard(session: Session) -> None:
    purging.run(session)
    assert session.get(Pulse, PulseOf.DELETION) is not None


def test_p44_there_is_one_run_a_day(session: Session) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 1, 0, tzinfo=clock.COPENHAGEN), tick=False) as clock_hand:
        assert purging.run_if_due(session) is not None
        clock_hand.shift(timedelta(hours=20))
        assert purging.run_if_due(session) is None
        clock_hand.shift(timedelta(hours=4))
        assert purging.run_if_due(session) is not None


def test_p59_after_a_jump_of_the_clock_nothing_is_deleted_until_a_person_says_so(session: Session) -> None:
    aged(session, State.WITHDRAWN, 1)
    purging.run(session)
    with time_machine.travel(clock.now() + timedelta(days=3650)):
        assert purging.run(session).refused == purging.CLOCK
        assert purging.run(session).refused == purging.CLOCK
        assert left(session) == 1
        assert purging.run(session, clock_is_right=True).deleted == {"withdrawn": 1}


def test_p44_alerts_past_their_time_are_forgotten_by_the_command_too(app: Flask, session: Session) -> None:
    over = clock.now() - timedelta(days=1)
    session.add(
        Subscription(
            finding_key="k",
            token_hash="h",
            channel=Channel.MAIL,
            frequency=Frequency.DAILY,
            created_at=over,
            told_until=over,
            expires_at=over,
        )
    )
    session.commit()
    assert app.test_cli_runner().invoke(args=["privacy", "purge"]).exit_code == 0
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Subscription)) == 0


def test_p59_an_hour_back_is_no_jump(session: Session) -> None:
    purging.run(session)
    with time_machine.travel(clock.now() - timedelta(hours=1)):
        assert purging.run(session).refused == ""


def test_p59_the_command_says_what_to_do_after_a_jump(app: Flask, session: Session) -> None:
    session.add(PurgeRun(at=clock.now() - timedelta(hours=49)))
    session.commit()
    runner = app.test_cli_runner()
    refused = runner.invoke(args=["privacy", "purge"])
    assert (refused.exit_code, "--clock-is-right" in refused.output) == (1, True)
    assert runner.invoke(args=["privacy", "purge", "--clock-is-right"]).exit_code == 0


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 dag"),
        (30, "30 dage"),
        (35, "35 dage"),
        (61, "2 måneder"),
        (65, "65 dage"),
        (180, "6 måneder"),
        (365, "1 år"),
        (730, "2 år"),
    ],
)
def test_times_are_said_in_plain_danish(days: int, words: str) -> None:
    assert retention.in_words(days) == words
