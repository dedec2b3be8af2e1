"""Staff pages are plain too: LIX at most 35 over their running text, in every state of a case."""

import pytest
from sqlalchemy.orm import Session

from case_work import case_path, decide, send
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal.easyread import lix
from portal.models.application import FilledBy, State
from portal.models.staff import Role, StaffRole
from portal.screening import criteria, reasons, verbs, words
from reading import running_text
from strict_client import StrictClient

MOST = 35


def _score(text: str) -> float:
    return lix.measure(text).score


@pytest.mark.parametrize(
    "path", ["/personale", "/personale/mine", "/personale/post", "/personale/mit-log-ind"]
)
def test_a_page_of_staff(client: StrictClient, session: Session, path: str) -> None:
    ann = make_consultant(session)
    ann.staff.role_rows.append(StaffRole(role=Role.LEADER))
    session.commit()
    sign_in(client, ann.staff)
    assert _score(running_text(client.get(path).text)) <= MOST


def test_the_page_to_sign_in(client: StrictClient) -> None:
    assert _score(running_text(client.get("/personale/log-ind").text)) <= MOST


def test_the_page_of_who_has_no_role(client: StrictClient, session: Session) -> None:
    nina = make_staff(session)
    sign_in(client, nina)
    nina.role_rows = []
    session.commit()
    assert _score(running_text(client.get("/personale").text)) <= MOST


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_the_page_of_a_case(client: StrictClient, session: Session, state: State) -> None:
    make_consultant(session)
    sign_in(client, make_staff(session))
    application = make_application(session, state=state, fits="fleksjob", filled_by=FilledBy.HELPER)
    assert _score(running_text(client.get(case_path(application)).text)) <= MOST


def test_the_page_that_shows_both_texts(client: StrictClient, session: Session) -> None:
    make_consultant(session)
    sign_in(client, make_staff(session))
    application = move_to(session, make_application(session), State.SCREENING)
    page = client.get(case_path(application))
    decide(client, application, "spoerg")
    conflict = send(client, page, application, "luk", reason="other")
    assert _score(running_text(conflict.text)) <= MOST


def test_all_words_of_the_tables_together() -> None:
    lines = [verb.done for verb in verbs.VERBS] + list(reasons.WORDS.values())
    lines += [*words.STATE.values(), *words.SIGNAL.values(), *words.HOW_AGREED.values()]
    lines += [found.words for found in criteria.assess([], fits="fleksjob", filled_by=None).one_is_enough]
    assert _score("\n".join(lines)) <= MOST
