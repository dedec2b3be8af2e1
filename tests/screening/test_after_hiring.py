"""After a trial and after a hire: why it came to nothing, and the call after six months with its outcomes."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from case_work import case_path, decide, form_on
from factories import make_application, make_consultant, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from strict_client import StrictClient, parse

S = State
TO_TRIAL = (S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.TRIAL)


@pytest.fixture
def ann(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_consultant(session).staff)


def _hired(session: Session, *, days_ago: int) -> Application:
    application = move_to(session, make_application(session), *TO_TRIAL, S.HIRED)
    application.state_since = clock.now() - timedelta(days=days_ago)
    session.commit()
    return application


def _headings(client: StrictClient) -> list[str]:
    tree = parse(client.get("/personale/mine").text)
    return ["".join(heading.itertext()).strip() for heading in tree.iter("h2")]


def test_a_trial_that_led_to_nothing_says_why(ann: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), *TO_TRIAL)
    decide(ann, application, "ikke-ansat", reason="workplace_no")
    assert application.state == State.WAITING
    assert "På venteliste: Arbejdspladsen sagde nej" in ann.get(case_path(application)).text


def test_without_a_reason_nothing_moves(ann: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), *TO_TRIAL)
    page = decide(ann, application, "ikke-ansat")
    assert page.status_code == 422
    assert "Vælg et svar: Hvorfor blev det ikke til noget?" in page.text
    assert application.state == State.TRIAL


@pytest.mark.parametrize(
    ("days", "heading"), [(181, "Ansat (1)"), (182, "Ansat for 6 måneder siden: ring (1)")]
)
def test_half_a_year_after_the_hire_somebody_is_to_call(
    ann: StrictClient, session: Session, days: int, heading: str
) -> None:
    _hired(session, days_ago=days)
    assert _headings(ann) == [heading]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("same_job", "Har stadig det samme job"),
        ("new_job", "Har et nyt job"),
        ("wants_job", "Har intet job og vil gerne have et"),
        ("no_job_wanted", "Har intet job og vil ikke have et"),
    ],
)
def test_the_call_has_four_outcomes(ann: StrictClient, session: Session, outcome: str, words: str) -> None:
    application = _hired(session, days_ago=200)
    decide(ann, application, "ringet", reason=outcome)
    assert application.state == State.FOLLOWED_UP
    assert f"Ringet op efter 6 måneder: {words}" in ann.get(case_path(application)).text
    assert _headings(ann) == ["Ringet op efter 6 måneder (1)"]


def test_who_wants_a_job_again_goes_back_to_the_waiting_list(ann: StrictClient, session: Session) -> None:
    application = _hired(session, days_ago=200)
    decide(ann, application, "ringet", reason="wants_job")
    assert form_on(ann.get(case_path(application)), "venteliste") is not None
