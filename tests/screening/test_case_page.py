"""The page of a case: everything that is known, what speaks for and against, and what happened."""

import pytest
from sqlalchemy.orm import Session

from case_work import case_path, decide, offered
from factories import make_application, make_consultant, make_posting, make_staff, move_to, sign_in
from portal import clock
from portal.models.application import FilledBy, State, Wish
from portal.models.posting import PostingState
from portal.models.staff import Role
from strict_client import StrictClient, parse

ANSWERS = [
    {"key": "fits", "question": "Hvad passer på dig?", "value": "disability_pension", "text": "Jeg får det"},
    {"key": "trades", "question": "Hvad vil du arbejde med?", "value": ["shop"], "text": "Butik"},
    {"key": "more", "question": "Er der mere?", "value": "Jeg elsker brød.", "text": "Jeg elsker brød."},
    {"key": "place", "question": "Hvor bor du?", "value": "", "text": ""},
]


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


def _facts(client: StrictClient, path: str) -> dict[str, str]:
    """What stands in the page's lists: term and description."""
    page = parse(client.get(path).text)
    rows = [row for row in page.iter("div") if "govuk-summary-list__row" in row.get("class", "")]
    return {
        "".join(row.find("dt").itertext()).strip(): " ".join("".join(row.find("dd").itertext()).split())
        for row in rows
    }


def test_it_shows_who_the_person_is_and_how_to_reach_them(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, answers=ANSWERS)
    facts = _facts(sanne, case_path(application))
    assert facts["Telefon"] == "20 11 22 33"
    assert facts["Mail"] == "kim@example.com"
    assert facts["Kommune"] == "Slagelse"
    assert facts["Hvem har skrevet"] == "Har selv skrevet. 3 ord i egne sætninger."


def test_it_shows_each_answer_with_its_question(sanne: StrictClient, session: Session) -> None:
    facts = _facts(sanne, case_path(make_application(session, answers=ANSWERS)))
    assert facts["Er der mere?"] == "Jeg elsker brød."
    assert facts["Hvor bor du?"] == "Sprunget over"


def test_it_shows_the_criteria_with_the_answer_they_come_from(sanne: StrictClient, session: Session) -> None:
    facts = _facts(sanne, case_path(make_application(session, answers=ANSWERS)))
    assert facts["Har fået førtidspension"] == "Ja Hvad passer på dig? Svar: Jeg får det"
    assert facts["Vil arbejde et sted, vi samarbejder med"] == "Ja Hvad vil du arbejde med? Svar: Butik"


def test_it_lists_wished_jobs_and_says_which_are_closed(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    closed = make_posting(session, easy_title="Hjælp i køkkenet", state=PostingState.CLOSED)
    for job in (make_posting(session), closed):
        session.add(Wish(application_id=application.id, posting_id=job.id, added_at=clock.now()))
        session.flush()
    session.commit()
    page = parse(sanne.get(case_path(application)).text)
    listed = [" ".join("".join(item.itertext()).split()) for item in page.iter("li")]
    assert "Medarbejder i bageren. Testmarked, Slagelse." in listed
    assert "Hjælp i køkkenet. Testmarked, Slagelse. Lukket" in listed


def test_it_tells_what_happened_newest_first(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    decide(sanne, application, "tag")
    decide(sanne, application, "spoerg", note="Hvilken ordning?")
    log = parse(sanne.get(case_path(application)).text).findall(".//ol[@class='kj-log']/li")
    told = [" ".join("".join(step.itertext()).split()).split(" · ")[1] for step in log]
    assert told == [
        "Sanne SekretærVenter på svar Hvilken ordning?",
        "Sanne SekretærI gang",
        "AnsøgerenNy",
    ]


def test_its_title_names_no_person(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    title = parse(sanne.get(case_path(application)).text).find("./head/title")
    assert title is not None
    assert title.text == f"Sag {application.reference} - KLAPjob"


def test_it_says_where_passing_on_leads_and_why(sanne: StrictClient, session: Session) -> None:
    page = sanne.get(case_path(make_application(session)))
    assert "Går til Ann Advis, fordi personen bor i Slagelse Kommune." in page.text


def test_it_asks_for_a_municipality_where_none_is_known(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, person={"municipality_code": None})
    move_to(session, application, State.SCREENING)
    page = sanne.get(case_path(application))
    assert "Vælg først en kommune." in page.text
    assert "videre" not in offered(page)
    assert "ret" in offered(page)


def test_it_says_when_nobody_works_in_the_municipality(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, person={"municipality_code": "0400"})
    move_to(session, application, State.SCREENING)
    assert "Der er ingen konsulent i Bornholms Regionskommune." in sanne.get(case_path(application)).text


def test_it_says_that_the_persons_own_yes_is_missing(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    page = sanne.get(case_path(application))
    assert "Vi mangler personens eget ja." in page.text
    assert offered(page) == ["brev", "tag", "ja", "ret", "ikke-for-os", "luk"]


def test_who_has_no_mail_must_be_called(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, person={"email": ""})
    move_to(session, application, State.SCREENING, State.NEEDS_INFO)
    assert (
        "Vi har ingen mail at skrive til. Ring, og fortæl det nye." in sanne.get(case_path(application)).text
    )


def test_the_consultant_sees_the_case_and_her_own_verbs(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    application = make_application(session, consultant_id=ann.id)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    sign_in(client, ann.staff)
    assert offered(client.get(case_path(application))) == ["accepter", "send-tilbage"]


def test_one_who_is_leader_and_consultant_may_do_both(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    ann.staff.role_rows += make_staff(session, Role.LEADER, name="Rolle Giver").role_rows
    session.commit()
    application = make_application(session)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    sign_in(client, ann.staff)
    assert offered(client.get(case_path(application))) == [
        "tag-tilbage",
        "accepter",
        "send-tilbage",
        "vaelg-konsulent",
        "luk",
    ]
