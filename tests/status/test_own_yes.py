"""The person's own yes after somebody else filled in: asked for, given by a press, lapsing (P47)."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, MOTHER, fill_in, path_of, send
from case_work import decide
from factories import make_application, make_staff, sign_in
from portal import cases, clock, consents
from portal.models.application import Application, FilledBy, State
from portal.models.audit import AuditEntry
from portal.models.mail import OutboxMessage
from strict_client import StrictClient, parse

HELPED = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}


def mother_sends(client: StrictClient, session: Session) -> str:
    """Kim's mother files; gives the address that Kim gets by mail."""
    fill_in(client, HELPED)
    send(client)
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "your_yes")).one()
    assert mail.address == "kim@example.com"
    link = re.search(r"http://localhost:8000(/ja/\S{43})", mail.text)
    assert link
    return link[1]


def the_case(session: Session) -> Application:
    session.rollback()
    session.expire_all()
    return session.scalars(select(Application)).one()


def token_on(page) -> str:
    return str(parse(page.text).find(".//input[@name='csrf_token']").get("value"))  # type: ignore[union-attr]


def say_yes(client: StrictClient, link: str):
    return client.post(link, data=client.form(client.get(link)))


def test_opening_the_link_says_nothing_yet(app: Flask, client: StrictClient, session: Session) -> None:
    link = mother_sends(client, session)
    page = app.test_client().get(link)
    assert "Ja, det må I gerne" in page.text
    assert the_case(session).person_agreed_at is None


def test_the_secret_of_the_link_is_told_to_no_other_page(
    app: Flask, client: StrictClient, session: Session
) -> None:
    page = parse(app.test_client().get(mother_sends(client, session)).text)
    links = [link.get("href") for link in page.findall(".//a[@rel='nofollow']")]
    assert "/laesning" in links
    assert not [link for link in links if "tilbage" in str(link)]


def test_a_press_records_the_yes_and_the_case_moves_on(
    app: Flask, client: StrictClient, session: Session
) -> None:
    kim = app.test_client()
    link = mother_sends(client, session)
    assert path_of(say_yes(kim, link)) == link
    case = the_case(session)
    assert (case.state, case.person_agreed_how) == (State.SCREENING, "link")
    assert case.person_agreed_at is not None
    assert "Tak for dit ja" in kim.get(link).text


def test_pressing_twice_counts_once(app: Flask, client: StrictClient, session: Session) -> None:
    kim = app.test_client()
    link = mother_sends(client, session)
    form = kim.form(kim.get(link))
    for _ in range(2):
        assert kim.post(link, data=form).status_code == 303
    assert [move.to_state for move in the_case(session).moves].count(State.SCREENING) == 1


def test_pressing_in_several_windows_at_once_counts_once(
    app: Flask, client: StrictClient, session: Session
) -> None:
    link = mother_sends(client, session)
    windows = [app.test_client() for _ in range(4)]
    forms = [window.form(window.get(link)) for window in windows]
    together = Barrier(len(windows))

    def press(number: int) -> int:
        together.wait()
        return windows[number].post(link, data=forms[number]).status_code

    with ThreadPoolExecutor(len(windows)) as pool:
        assert list(pool.map(press, range(len(windows)))) == [303] * len(windows)
    assert [move.to_state for move in the_case(session).moves].count(State.SCREENING) == 1


def test_a_yes_counts_in_a_case_that_was_opened_again(
    app: Flask, client: StrictClient, session: Session
) -> None:
    link = mother_sends(client, session)
    case = the_case(session)
    for state in (State.CLOSED, State.SCREENING):
        cases.move(session, case, state, by=None)
    session.commit()
    kim = app.test_client()
    assert "Ja, det må I gerne" in kim.get(link).text
    say_yes(kim, link)
    case = the_case(session)
    assert (case.state, case.person_agreed_how) == (State.SCREENING, "link")


def test_a_link_that_is_none_leads_nowhere(client: StrictClient) -> None:
    assert client.get("/ja/" + "x" * 43).status_code == 404
    assert client.post("/ja/" + "x" * 43).status_code == 404


def test_a_yes_from_another_site_does_not_count(app: Flask, client: StrictClient, session: Session) -> None:
    link = mother_sends(client, session)
    assert app.test_client().post(link, data={"csrf_token": "made up"}).status_code == 400
    assert the_case(session).person_agreed_at is None


def test_the_mail_tells_nothing_of_what_was_written(client: StrictClient, session: Session) -> None:
    mother_sends(client, session)
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "your_yes")).one()
    everything = mail.subject + mail.text + mail.html
    assert [word for word in ("Kim", "Mona", "pension", "4200", "pakke") if word in everything] == []


def test_without_the_yes_nothing_is_passed_on(client: StrictClient, session: Session) -> None:
    mother_sends(client, session)
    case = the_case(session)
    assert [to for to in cases.allowed_moves(case) if to in cases.WITH_CONSULTANT] == []


@pytest.mark.parametrize(("days", "state"), [(59, State.AWAITING_CONSENT), (60, State.CLOSED)])
def test_a_case_without_a_yes_lapses_after_sixty_days(session: Session, days: int, state: State) -> None:
    make_application(session, filled_by=FilledBy.HELPER)
    session.execute(update(Application).values(state_since=clock.now() - timedelta(days=days)))
    session.commit()
    consents.lapse(session)
    session.commit()
    assert the_case(session).state == state


def test_staff_print_a_letter_for_who_has_no_mail(app: Flask, session: Session) -> None:
    case = make_application(session, filled_by=FilledBy.HELPER)
    sanne = sign_in(app.test_client(), make_staff(session))
    token = token_on(sanne.get(f"/personale/sag/{case.id}"))
    page = sanne.post(f"/personale/sag/{case.id}/brev", data={"csrf_token": token})
    link = re.search(r"http://localhost:8000(/ja/\S{43})", page.text)
    assert link
    assert "Ja, det må I gerne" in app.test_client().get(link[1]).text
    changes = select(AuditEntry.action, AuditEntry.object_id).where(AuditEntry.action != "read")
    assert [tuple(row) for row in session.execute(changes)] == [("print letter", case.id)]


def test_there_is_no_letter_where_the_person_has_answered(app: Flask, session: Session) -> None:
    case = make_application(session)
    sanne = sign_in(app.test_client(), make_staff(session))
    token = token_on(sanne.get(f"/personale/sag/{case.id}"))
    assert sanne.post(f"/personale/sag/{case.id}/brev", data={"csrf_token": token}).status_code == 404


def test_the_person_is_asked_when_staff_believe_what_was_set_aside(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, HELPED)
    page = client.get("/ansoeg/tjek")
    client.post("/ansoeg/send", data=client.form(page, website="filled"))
    case = the_case(session)
    assert case.state == State.QUARANTINED
    decide(sign_in(app.test_client(), make_staff(session)), case, "rigtig")
    assert the_case(session).state == State.AWAITING_CONSENT
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "your_yes")).one()
    assert mail.address == "kim@example.com"


def test_the_mail_about_news_leads_to_ones_own_page(app: Flask, session: Session) -> None:
    case = make_application(session)
    sanne = sign_in(app.test_client(), make_staff(session))
    decide(sanne, case, "tag")
    decide(sanne, case, "spoerg", note="Hvilken ordning?")
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "needs_info")).one()
    assert "\nhttp://localhost:8000/min-ansoegning\n" in mail.text
