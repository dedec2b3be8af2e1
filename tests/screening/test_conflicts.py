"""P60: two people, one case: nobody decides over what they have not seen; no word that was typed is lost."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from case_work import TRIAL, case_path, decide, form_on, offered, send
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal.models.application import Application, Move, State
from portal.models.staff import Role
from portal.screening.reasons import WHY_BACK
from strict_client import StrictClient


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(app.test_client(), make_staff(session))


@pytest.fixture
def lene(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))


@pytest.fixture
def case(session: Session) -> Application:
    return move_to(session, make_application(session), State.SCREENING)


def test_a_decision_over_an_old_page_shows_both_texts_and_changes_nothing(
    sanne: StrictClient, lene: StrictClient, case: Application, session: Session
) -> None:
    page = sanne.get(case_path(case))
    decide(lene, case, "spoerg", note="Jeg har spurgt om pensionen")
    response = send(sanne, page, case, "luk", reason="has_work", note="Har fået job i Netto")
    assert response.status_code == 409
    assert "Jeg har spurgt om pensionen" in response.text
    assert "Har fået job i Netto" in response.text
    assert "Lene Leder" in response.text
    assert case.state == State.NEEDS_INFO
    assert session.query(Move).filter(Move.to_state == State.CLOSED).count() == 0


def test_who_was_quicker_is_said_as_it_is(sanne: StrictClient, lene: StrictClient, case: Application) -> None:
    mine, theirs = sanne.get(case_path(case)), lene.get(case_path(case))
    decide(sanne, case, "spoerg")
    assert "En kollega var hurtigere end dig." in send(lene, theirs, case, "luk", reason="has_work").text
    assert "Du har selv gemt i et andet vindue." in send(sanne, mine, case, "luk", reason="has_work").text


def test_what_is_still_possible_can_be_done_with_the_same_words(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    page = sanne.get(case_path(case))
    decide(lene, case, "spoerg")
    conflict = send(sanne, page, case, "luk", reason="has_work", note="Har fået job i Netto")
    again = form_on(conflict, "luk")
    assert again is not None
    assert (again["luk-reason"], again["luk-note"]) == ("has_work", "Har fået job i Netto")
    assert sanne.post(f"{case_path(case)}/luk", data=again).status_code == 302
    assert case.state == State.CLOSED


def test_what_is_possible_no_more_stays_on_the_page_to_be_copied(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    page = sanne.get(case_path(case))
    decide(lene, case, "videre")
    conflict = send(sanne, page, case, "spoerg", note="Hvilken pension?")
    assert conflict.status_code == 409
    assert offered(conflict) == []
    assert "Hvilken pension?</textarea>" in conflict.text


def test_a_reason_that_was_chosen_stays_on_the_page_too(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    page = sanne.get(case_path(case))
    decide(lene, case, "videre")
    conflict = send(sanne, page, case, "ikke-for-os", reason="finds_alone")
    assert "Kan selv finde et job" in conflict.text


def test_a_typing_mistake_on_an_old_page_loses_nothing_either(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    page = sanne.get(case_path(case))
    decide(lene, case, "videre")
    response = send(sanne, page, case, "ikke-for-os", reason="", note="Glemte grunden")
    assert response.status_code == 422
    assert "Glemte grunden</textarea>" in response.text
    assert case.state == State.HANDED_OVER


def test_others_see_who_has_a_case_and_cannot_decide_over_it(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    decide(sanne, case, "tag")
    page = lene.get(case_path(case))
    assert "Sanne Sekretær har sagen lige nu." in page.text
    assert offered(page) == []


def test_who_opened_the_page_before_is_told_who_has_the_case(
    sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    page = lene.get(case_path(case))
    decide(sanne, case, "tag")
    conflict = send(lene, page, case, "spoerg", note="Hvor gammel?")
    assert conflict.status_code == 409
    assert "Sanne Sekretær har sagen lige nu." in conflict.text
    assert "Hvor gammel?</textarea>" in conflict.text
    assert case.state == State.SCREENING


def test_two_cannot_take_the_same_case(sanne: StrictClient, lene: StrictClient, case: Application) -> None:
    pages = [client.get(case_path(case)) for client in (sanne, lene)]
    first = send(sanne, pages[0], case, "tag")
    second = send(lene, pages[1], case, "tag")
    assert (first.status_code, second.status_code) == (302, 409)


def test_a_claim_lapses_after_half_an_hour_without_work(
    app: Flask, session: Session, sanne: StrictClient, lene: StrictClient, case: Application
) -> None:
    with time_machine.travel("2026-11-23 09:00:00", tick=False) as traveller:
        first = sign_in(app.test_client(), make_staff(session, name="Rikke Række"))
        second = sign_in(app.test_client(), make_staff(session, name="Tove Tur"))
        decide(first, case, "tag")
        traveller.shift(timedelta(minutes=29, seconds=59))
        assert offered(second.get(case_path(case))) == []
        traveller.shift(timedelta(seconds=1))
        decide(second, case, "tag")
        assert "Tove Tur har sagen lige nu." in first.get(case_path(case)).text


def test_work_keeps_the_claim(app: Flask, session: Session, sanne: StrictClient, case: Application) -> None:
    with time_machine.travel("2026-11-23 09:00:00", tick=False) as traveller:
        first = sign_in(app.test_client(), make_staff(session, name="Rikke Række"))
        second = sign_in(app.test_client(), make_staff(session, name="Tove Tur"))
        decide(first, case, "tag")
        traveller.shift(timedelta(minutes=29))
        decide(first, case, "ret", fits="stu")
        traveller.shift(timedelta(minutes=29))
        assert "Rikke Række har sagen lige nu." in second.get(case_path(case)).text


def test_p12_what_a_consultant_typed_is_not_lost_when_the_case_has_left_meanwhile(
    app: Flask, session: Session
) -> None:
    ann = make_consultant(session, AARHUS, name="Ann Aarhus")
    case = move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    case.consultant_id, case.consultant_by_hand = ann.id, True
    session.commit()
    anns = sign_in(app.test_client(), ann.staff)
    page = anns.get(case_path(case))
    case.consultant_by_hand = False
    session.commit()
    gone = send(anns, page, case, "send-tilbage", reason=WHY_BACK[0][0], note="Hun er flyttet til Odense")
    assert gone.status_code == 404
    assert "Hun er flyttet til Odense" in gone.text
    assert WHY_BACK[0][1] in gone.text
    assert case.state == State.HANDED_OVER
    sent = form_on(page, "send-tilbage")
    assert sent is not None
    nobody = anns.post(
        f"{case_path('nosuchcase')}/send-tilbage",
        data=sent | {"send-tilbage-reason": WHY_BACK[0][0], "send-tilbage-note": "Hun er flyttet til Odense"},
    )
    tokens = re.compile('name="csrf_token" value="[^"]+"')
    assert tokens.sub("", nobody.text) == tokens.sub("", gone.text)
    assert nobody.status_code == 404


def test_what_cannot_be_done_any_more_stays_with_all_that_was_typed(app: Flask, session: Session) -> None:
    ann = sign_in(app.test_client(), make_consultant(session).staff)
    steps = (State.SCREENING, State.HANDED_OVER, State.ACCEPTED, State.TALKED)
    case = move_to(session, make_application(session), *steps)
    page = ann.get(case_path(case))
    decide(ann, case, "praktik", **TRIAL)
    conflict = send(ann, page, case, "praktik", **TRIAL, note="Tag bussen")
    assert conflict.status_code == 409
    for text in ("Tag bussen", *TRIAL.values()):
        assert f">{text}</textarea>" in conflict.text
