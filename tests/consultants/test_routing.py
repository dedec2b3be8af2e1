"""Which consultant a case goes to: the municipality's, a special one, one chosen by hand; who stands in."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from factories import AARHUS, SLAGELSE, make_application, make_consultant, move_to
from portal import cases, clock, routing
from portal.models.application import Application, State
from portal.models.consultant import Absence, Consultant, RoutingException
from portal.models.staff import Role, StaffRole
from portal.routing import Because

S = State


@pytest.fixture
def ann(session: Session) -> Consultant:
    return make_consultant(session)


@pytest.fixture
def bo(session: Session) -> Consultant:
    return make_consultant(session, AARHUS, name="Bo Bistand")


def _handed_over(session: Session, **changes: object) -> Application:
    return move_to(session, make_application(session, **changes), S.SCREENING, S.HANDED_OVER)


def _sees(session: Session, consultant: Consultant, application: Application) -> bool:
    return cases.find(session, consultant.staff, application.id) is not None


def _away(session: Session, who: Consultant, deputy: Consultant, first: date, last: date) -> Absence:
    absence = Absence(consultant_id=who.id, deputy_id=deputy.id, first_on=first, last_on=last)
    session.add(absence)
    session.commit()
    return absence


@pytest.mark.parametrize(
    ("first", "last", "stands_in"), [(0, 0, True), (-3, 0, True), (1, 5, False), (-5, -1, False)]
)
def test_p15_a_deputy_sees_the_cases_on_the_days_of_the_absence_and_no_others(
    session: Session, ann: Consultant, bo: Consultant, first: int, last: int, stands_in: bool
) -> None:
    application, today = _handed_over(session), clock.today()
    _away(session, ann, bo, today + timedelta(first), today + timedelta(last))
    assert _sees(session, bo, application) is stands_in
    assert _sees(session, ann, application)


def test_what_comes_while_somebody_is_away_reaches_the_deputy(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    _away(session, ann, bo, clock.today(), clock.today())
    way = routing.route(session, make_application(session))
    assert way is not None
    assert (way.consultant, way.reached, way.because) == (ann, bo, Because.MUNICIPALITY)


def test_a_deputy_who_has_left_stands_in_for_nobody(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    _away(session, ann, bo, clock.today(), clock.today())
    bo.staff.active = False
    session.commit()
    way = routing.route(session, make_application(session))
    assert way is not None
    assert way.reached == ann


def _gives_up_the_role(session: Session, consultant: Consultant) -> None:
    consultant.staff.role_rows = [StaffRole(role=Role.EDITOR)]
    session.commit()


def test_nothing_goes_to_a_consultant_who_may_see_cases_no_more(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    _away(session, bo, ann, clock.today(), clock.today())
    by_hand = make_application(session, consultant_id=ann.id, consultant_by_hand=True)
    _gives_up_the_role(session, ann)
    assert routing.route(session, by_hand) is None
    assert routing.route(session, make_application(session)) is None
    assert routing.at_work(session) == [bo]
    assert routing.absence_of(session, bo) is None


def test_an_exception_for_who_may_see_cases_no_more_counts_no_more(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    session.add(RoutingException(fits="stu", municipality_code="", consultant_id=bo.id))
    session.commit()
    _gives_up_the_role(session, bo)
    way = routing.route(session, make_application(session, fits="stu"))
    assert way is not None
    assert way.consultant == ann


def test_students_go_to_the_consultant_for_students_wherever_they_live(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    session.add(RoutingException(fits="stu", municipality_code="", consultant_id=bo.id))
    session.commit()
    student, other = _handed_over(session, fits="stu"), _handed_over(session)
    way = routing.route(session, student)
    assert way is not None
    assert (way.consultant, way.because) == (bo, Because.EXCEPTION)
    assert (_sees(session, bo, student), _sees(session, ann, student)) == (True, False)
    assert (_sees(session, bo, other), _sees(session, ann, other)) == (False, True)


def test_the_rule_of_one_municipality_goes_before_that_of_the_whole_country(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    session.add(RoutingException(fits="stu", municipality_code="", consultant_id=bo.id))
    session.add(RoutingException(fits="stu", municipality_code=SLAGELSE, consultant_id=ann.id))
    session.commit()
    way = routing.route_of(session, SLAGELSE, "stu")
    assert way is not None
    assert way.consultant == ann


def test_an_exception_for_somebody_who_has_left_counts_no_more(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    session.add(RoutingException(fits="stu", municipality_code="", consultant_id=bo.id))
    bo.staff.active = False
    session.commit()
    student = _handed_over(session, fits="stu")
    way = routing.route(session, student)
    assert way is not None
    assert way.consultant == ann
    assert _sees(session, ann, student)


def test_whom_staff_chose_has_the_case_and_not_the_municipality(
    session: Session, ann: Consultant, bo: Consultant
) -> None:
    application = _handed_over(session, consultant_id=bo.id, consultant_by_hand=True)
    way = routing.route(session, application)
    assert way is not None
    assert (way.consultant, way.because) == (bo, Because.BY_HAND)
    assert (_sees(session, bo, application), _sees(session, ann, application)) == (True, False)


def test_the_load_counts_each_case_with_whom_it_is(session: Session, ann: Consultant, bo: Consultant) -> None:
    _handed_over(session)
    _handed_over(session)
    _handed_over(session, consultant_id=bo.id, consultant_by_hand=True)
    assert routing.load(session, [S.HANDED_OVER]) == {
        (ann.id, S.HANDED_OVER): 2,
        (bo.id, S.HANDED_OVER): 1,
    }


@pytest.fixture
def carl(session: Session) -> Consultant:
    return make_consultant(session, "0461", name="Carl Chance")


def test_p15_the_deputy_of_a_deputy_who_is_away_too_stands_in(
    session: Session, ann: Consultant, bo: Consultant, carl: Consultant
) -> None:
    application, today = _handed_over(session), clock.today()
    first, second = _away(session, ann, bo, today, today), _away(session, bo, carl, today, today)
    way = routing.route(session, application)
    assert way is not None
    assert (way.consultant, way.absences, way.reached) == (ann, (first, second), carl)
    assert _sees(session, carl, application)
    session.delete(second)
    session.commit()
    assert not _sees(session, carl, application)


def test_two_who_stand_in_for_each_other_make_no_circle(
    session: Session, ann: Consultant, bo: Consultant, carl: Consultant
) -> None:
    application, today = _handed_over(session), clock.today()
    _away(session, ann, bo, today, today)
    _away(session, bo, ann, today, today)
    way = routing.route(session, application)
    assert way is not None
    assert way.reached == bo
    assert [_sees(session, who, application) for who in (ann, bo, carl)] == [True, True, False]


def test_who_stands_in_for_a_deputy_that_has_left_sees_no_more_than_that_ones_own(
    session: Session, ann: Consultant, bo: Consultant, carl: Consultant
) -> None:
    application, today = _handed_over(session), clock.today()
    _away(session, ann, bo, today, today)
    _away(session, bo, carl, today, today)
    _gives_up_the_role(session, bo)
    way = routing.route(session, application)
    assert way is not None
    assert way.reached == ann
    assert not _sees(session, carl, application)
