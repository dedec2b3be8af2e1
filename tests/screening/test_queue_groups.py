"""The groups of the queue in their order: what needs doing first stands first, each case in one place."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path, decide
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, tickets
from portal.models.application import Application, FilledBy, State
from portal.models.ticket import TicketKind
from screening.queue_page import sections
from strict_client import StrictClient

S = State
TO_THE_WAITING_LIST = (S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.WAITING)


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session))


@pytest.fixture
def asked(session: Session) -> Application:
    """Staff have asked Kim for more."""
    return move_to(session, make_application(session), S.SCREENING, S.NEEDS_INFO)


def _say(client: StrictClient, session: Session, case: Application, page: str, **typed: str) -> TestResponse:
    """Kim opens the own page and says something there, in a browser without anybody of the staff."""
    link = tickets.issue(session, case, TicketKind.LINK)
    session.commit()
    kim = client.application.test_client()
    kim.get(f"/min-ansoegning/{link}")
    path = f"/min-ansoegning/{page}"
    return kim.post(path, data=kim.form(kim.get(path), **typed))


def _answer(client: StrictClient, session: Session, case: Application) -> None:
    assert _say(client, session, case, "mere", words="Jeg får førtidspension.").status_code == 303


def _waiting(session: Session, name: str, *, call_in: int | None) -> Application:
    case = move_to(session, make_application(session, person={"name": name}), *TO_THE_WAITING_LIST)
    case.call_on = None if call_in is None else clock.today() + timedelta(days=call_in)
    session.commit()
    return case


def test_the_groups_stand_in_the_order_of_what_needs_doing(
    sanne: StrictClient, session: Session, asked: Application
) -> None:
    _answer(sanne, session, asked)
    move_to(session, make_application(session), S.SCREENING, S.NEEDS_INFO)
    make_application(session, state=S.QUARANTINED)
    _waiting(session, "Vente Person", call_in=0)
    make_application(session, filled_by=FilledBy.HELPER)
    make_application(session)
    make_application(session, answer_by=clock.now() - timedelta(hours=1))
    assert list(sections(sanne)) == [
        "Over tiden (1)",
        "Nye (1)",
        "Svar er kommet (1)",
        "Mangler personens ja (1)",
        "Venter på svar fra personen (1)",
        "Venteliste: ring (1)",
        "Mistænkelige (1)",
    ]


def test_who_has_answered_stands_under_it_and_not_with_what_is_under_way(
    sanne: StrictClient, session: Session, asked: Application
) -> None:
    move_to(session, make_application(session, person={"name": "Gang Person"}), S.SCREENING)
    _answer(sanne, session, asked)
    assert sections(sanne) == {"Svar er kommet (1)": ["Kim K."], "I gang (1)": ["Gang P."]}
    assert sections(sanne, "/personale?gruppe=svar") == {"Svar er kommet (1)": ["Kim K."]}
    assert sections(sanne, "/personale?gruppe=i-gang") == {"I gang (1)": ["Gang P."]}


def test_an_answer_that_comes_late_is_an_answer_and_has_a_promise_of_its_own(
    sanne: StrictClient, session: Session, asked: Application
) -> None:
    asked.answer_by = clock.now() - timedelta(days=9)
    session.commit()
    _answer(sanne, session, asked)
    session.refresh(asked)
    assert list(sections(sanne)) == ["Svar er kommet (1)"]
    assert asked.answer_by is not None
    assert asked.answer_by > clock.now()


def test_a_new_number_in_a_case_under_way_is_something_to_see(sanne: StrictClient, session: Session) -> None:
    case = move_to(session, make_application(session), S.SCREENING)
    assert list(sections(sanne)) == ["I gang (1)"]
    _say(sanne, session, case, "telefon", phone="20 99 88 77")
    assert list(sections(sanne)) == ["Svar er kommet (1)"]


def test_what_staff_do_with_an_answer_takes_it_out_of_the_group(
    sanne: StrictClient, session: Session, asked: Application
) -> None:
    _answer(sanne, session, asked)
    decide(sanne, asked, "ret")
    decide(sanne, asked, "giv-fri")
    assert list(sections(sanne)) == ["I gang (1)"]


def test_an_answer_that_somebody_took_and_let_go_is_not_lost(
    sanne: StrictClient, session: Session, asked: Application
) -> None:
    _answer(sanne, session, asked)
    decide(sanne, asked, "tag")
    assert list(sections(sanne)) == ["Du har dem (1)"]
    decide(sanne, asked, "giv-fri")
    assert list(sections(sanne)) == ["Svar er kommet (1)"]


def test_the_queue_has_who_waits_and_is_to_be_called_and_leads_to_the_others(
    sanne: StrictClient, session: Session
) -> None:
    for name, days in (("Nu Person", 0), ("Sidst Person", -3), ("Senere Person", 1), ("Aldrig Person", None)):
        _waiting(session, name, call_in=days)
    assert sections(sanne) == {"Venteliste: ring (2)": ["Nu P.", "Sidst P."]}
    assert 'href="/personale/venteliste"' in sanne.get("/personale?gruppe=venteliste-ring").text
    assert sections(sanne, "/personale?gruppe=hos-konsulent") == {
        "Hos konsulenten (2)": ["Senere P.", "Aldrig P."]
    }


def test_the_case_of_who_is_to_be_called_leads_to_where_the_answer_is_written(
    sanne: StrictClient, session: Session
) -> None:
    case = _waiting(session, "Vente Person", call_in=0)
    answer = f"/personale/venteliste/{case.id}"
    assert f'href="{answer}"' in sanne.get(case_path(case)).text
    sent = sanne.form(sanne.get(answer)) | {"svar": "ja"}
    assert (
        "Godt. Personen bliver på ventelisten."
        in sanne.post(f"{answer}/svar", data=sent, follow_redirects=True).text
    )


def test_a_consultants_call_stands_in_the_own_list_as_before(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    _waiting(session, "Vente Person", call_in=0)
    sign_in(client, ann.staff)
    assert sections(client, "/personale/mine") == {"Ring (1)": ["Vente P."]}


def test_a_long_group_that_is_found_at_once_goes_on_across_its_states(
    sanne: StrictClient, session: Session
) -> None:
    for n in range(30):
        case = make_application(session, person={"name": f"Person{n:02} Test"}, call_on=clock.today())
        for state in (State.SCREENING, State.NEEDS_INFO)[: n % 3]:
            move_to(session, case, state)
    overview = sections(sanne)
    first = sections(sanne, "/personale?gruppe=ring")["Ring (30)"]
    second = sections(sanne, "/personale?gruppe=ring&side=2")["Ring (30)"]
    assert first + second == [f"Person{n:02} T." for n in range(30)]
    assert (list(overview), overview["Ring (30)"], len(first)) == (["Ring (30)"], first[:5], 25)
