"""Cases: every change of state goes through one map, and who may see a case is decided in one place."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import AARHUS, make_application, make_consultant, make_staff, move_to
from portal import cases, clock
from portal.models.application import ENDS, MOVES, Application, FilledBy, Move, State
from portal.models.staff import Role


def test_every_state_stands_in_the_map_of_moves() -> None:
    assert set(MOVES) == set(State)


def test_every_state_can_be_reached_from_a_draft() -> None:
    reached, todo = set(), [State.DRAFT]
    while todo:
        state = todo.pop()
        if state not in reached:
            reached.add(state)
            todo.extend(MOVES[state])
    assert reached == set(State)


def test_an_ended_case_can_only_be_reopened() -> None:
    assert {state: MOVES[state] for state in ENDS} == {state: {State.SCREENING} for state in ENDS}


def test_sending_writes_a_candidate_a_reference_and_a_first_move(session: Session) -> None:
    application = make_application(session)
    assert application.candidate is not None
    assert application.candidate.name == "Kim Kandidat"
    assert len(application.reference or "") == 8
    assert [(m.step, m.from_state, m.to_state) for m in application.moves] == [
        (1, State.DRAFT, State.RECEIVED)
    ]


def test_a_case_filled_in_by_a_helper_waits_for_the_persons_own_yes(session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    assert application.state == State.AWAITING_CONSENT
    assert application.person_agreed_at is None


def test_without_the_persons_yes_no_move_leads_to_a_consultant(session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    move_to(session, application, State.SCREENING)
    assert cases.allowed_moves(application) == {State.NEEDS_INFO} | ENDS
    with pytest.raises(cases.MoveRefusedError):
        cases.move(session, application, State.HANDED_OVER, by=None)


def test_a_move_that_the_map_does_not_hold_is_refused_and_changes_nothing(session: Session) -> None:
    application = make_application(session)
    with pytest.raises(cases.MoveRefusedError):
        cases.move(session, application, State.HIRED, by=None)
    session.commit()
    assert session.get_one(Application, application.id).state == State.RECEIVED


def test_a_move_on_a_case_that_somebody_else_has_moved_is_refused(session: Session) -> None:
    application = make_application(session)
    move_to(session, application, State.SCREENING)
    application.__dict__["version"] = 0
    with pytest.raises(cases.StaleError):
        cases.move(session, application, State.CLOSED, by=None)


def test_a_move_says_who_made_it(session: Session) -> None:
    staff = make_staff(session)
    application = move_to(session, make_application(session), State.SCREENING, by=staff)
    last = session.scalars(
        select(Move).where(Move.application_id == application.id).order_by(Move.step.desc())
    ).first()
    assert last is not None
    assert (last.staff_id, last.from_state, last.to_state) == (staff.id, State.RECEIVED, State.SCREENING)


def test_a_correction_is_a_step_that_leads_nowhere(session: Session) -> None:
    staff, application = make_staff(session), make_application(session)
    cases.correct(session, application, by=staff, reason="facts", note="ny", municipality_code=AARHUS)
    session.commit()
    last = application.moves[-1]
    assert (last.from_state, last.to_state, last.reason, last.note) == (
        State.RECEIVED,
        State.RECEIVED,
        "facts",
        "ny",
    )
    assert (application.municipality_code, application.version) == (AARHUS, 2)


def test_a_correction_of_what_somebody_else_has_changed_is_refused(session: Session) -> None:
    staff, application = make_staff(session), make_application(session)
    application.__dict__["version"] = 0
    with pytest.raises(cases.StaleError):
        cases.correct(session, application, by=staff, reason="facts", municipality_code=AARHUS)


def test_a_case_belongs_to_the_first_who_takes_it(session: Session) -> None:
    sanne, lene = make_staff(session), make_staff(session, Role.LEADER, name="Lene Leder")
    application = make_application(session)
    cases.claim(session, application, sanne)
    with pytest.raises(cases.ClaimedError):
        cases.claim(session, application, lene)
    assert cases.claimed_by(application) == sanne.id


def test_a_claim_that_is_let_go_is_free_for_others(session: Session) -> None:
    sanne, lene = make_staff(session), make_staff(session, Role.LEADER, name="Lene Leder")
    application = make_application(session)
    cases.claim(session, application, sanne)
    cases.release(application)
    cases.claim(session, application, lene)
    assert cases.claimed_by(application) == lene.id


def test_a_claim_lapses_after_thirty_minutes(session: Session) -> None:
    sanne, lene = make_staff(session), make_staff(session, Role.LEADER, name="Lene Leder")
    application = make_application(session)
    with time_machine.travel("2026-11-23 09:00:00", tick=False) as traveller:
        cases.claim(session, application, sanne)
        traveller.shift(timedelta(minutes=29, seconds=59))
        assert cases.claimed_by(application) == sanne.id
        traveller.shift(timedelta(seconds=1))
        assert cases.claimed_by(application) is None
        cases.claim(session, application, lene)
        assert cases.claimed_by(application) == lene.id


def test_the_promise_of_an_answer_ends_with_a_working_day(session: Session) -> None:
    application = make_application(session)
    with time_machine.travel("2026-12-22 09:00:00", tick=False):
        cases.promise_answer(application, days=5)
    # Christmas Day and the weekend do not count: 23, 24, 28, 29 and 30 December do.
    assert application.answer_by is not None
    assert clock.to_local(application.answer_by).isoformat() == "2026-12-30T23:59:59+01:00"


def test_the_secretariat_sees_all_cases(session: Session) -> None:
    application = make_application(session)
    assert cases.find(session, make_staff(session), application.id) is application


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMIN])
def test_editors_and_administrators_see_no_case(session: Session, role: Role) -> None:
    application = make_application(session)
    assert cases.find(session, make_staff(session, role), application.id) is None


def test_a_consultant_sees_a_case_only_after_it_was_handed_over_to_her(session: Session) -> None:
    ann = make_consultant(session)
    application = make_application(session)
    assert cases.find(session, ann.staff, application.id) is None
    application.consultant_id = ann.id
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    assert cases.find(session, ann.staff, application.id) is application


def test_a_case_follows_its_municipality_to_a_new_consultant_at_once(session: Session) -> None:
    ann, bo = make_consultant(session), make_consultant(session, AARHUS, name="Bo Bistand")
    application = make_application(session, consultant_id=ann.id)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    application.municipality_code = AARHUS
    session.commit()
    assert cases.find(session, ann.staff, application.id) is None
    assert cases.find(session, bo.staff, application.id) is application


def test_a_consultant_does_not_see_what_was_handed_to_another(session: Session) -> None:
    ann = make_consultant(session)
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    application = make_application(session, consultant_id=ann.id)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    assert cases.find(session, bo.staff, application.id) is None
