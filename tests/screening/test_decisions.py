"""Deciding over a case: each verb moves it where it says, notes who did it, and tells who must know."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide, form_on, offered
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock
from portal.models.application import Application, FilledBy, Move, State
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from portal.screening.reasons import HOW_AGREED, NOT_FOR_US, WHY_CLOSED
from portal.screening.verbs import OFFICE, VERBS, Verb
from strict_client import StrictClient


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


def _mails(session: Session, application: Application) -> list[tuple[str, str]]:
    query = select(OutboxMessage).where(OutboxMessage.application_id == application.id)
    return [(mail.kind, mail.address) for mail in session.scalars(query)]


def _last_move(session: Session, application: Application) -> Move:
    query = select(Move).where(Move.application_id == application.id).order_by(Move.step.desc())
    return session.scalars(query).first()  # type: ignore[return-value]


def test_taking_a_new_case_begins_its_screening(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    response = decide(sanne, application, "tag")
    assert response.location == case_path(application)
    assert application.state == State.SCREENING
    assert application.claimed_by_id is not None
    assert "Du har sagen nu." in sanne.get(response.location).text


def test_taking_a_case_that_waits_for_a_yes_does_not_move_it(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    decide(sanne, application, "tag")
    assert application.state == State.AWAITING_CONSENT
    assert application.claimed_by_id is not None


def test_a_case_that_is_let_go_is_free(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    decide(sanne, application, "tag")
    decide(sanne, application, "giv-fri")
    assert application.claimed_by_id is None
    assert application.state == State.SCREENING


def test_asking_for_more_sends_a_mail_that_says_nothing(sanne: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    response = decide(sanne, application, "spoerg", note="Hvilken pension?")
    assert response.location == "/personale"
    assert application.state == State.NEEDS_INFO
    assert application.claimed_by_id is None
    assert _last_move(session, application).note == "Hvilken pension?"
    assert _mails(session, application) == [("needs_info", "kim@example.com")]
    mail = session.scalars(select(OutboxMessage)).one()
    assert mail.subject == "Vi vil gerne spørge dig om noget"
    for secret in ("Kim", "pension", "Slagelse", str(application.reference), application.id):
        assert secret not in mail.text + mail.html


def test_asking_one_without_mail_leaves_a_call_to_make(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, person={"email": ""})
    move_to(session, application, State.SCREENING)
    decide(sanne, application, "spoerg")
    assert application.state == State.NEEDS_INFO
    assert _mails(session, application) == []


def test_when_the_answer_came_the_promise_begins_anew(sanne: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING, State.NEEDS_INFO)
    application.answer_by = clock.now()
    session.commit()
    decide(sanne, application, "svar")
    assert application.state == State.SCREENING
    assert application.answer_by > clock.now()


@pytest.mark.parametrize("how", [key for key, _ in HOW_AGREED])
def test_the_persons_yes_is_recorded_with_how_and_by_whom(
    sanne: StrictClient, session: Session, how: str
) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    decide(sanne, application, "ja", reason=how)
    assert application.state == State.SCREENING
    assert application.person_agreed_at is not None
    assert application.person_agreed_how == how
    assert application.person_agreed_by_id == application.claimed_by_id


def test_a_yes_can_be_recorded_while_the_case_is_in_work(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    move_to(session, application, State.SCREENING)
    decide(sanne, application, "ja", reason="signature", note="Ligger i mappen")
    assert application.state == State.SCREENING
    assert (_last_move(session, application).reason, _last_move(session, application).note) == (
        "signature",
        "Ligger i mappen",
    )
    assert "videre" in offered(sanne.get(case_path(application)))


def test_the_municipality_can_be_corrected(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, person={"municipality_code": None})
    decide(sanne, application, "ret", municipality=AARHUS, fits="stu")
    assert (application.municipality_code, application.fits) == (AARHUS, "stu")
    assert application.candidate.municipality_code == AARHUS
    assert application.state == State.RECEIVED


@pytest.mark.parametrize("reason", [key for key, _ in NOT_FOR_US])
def test_not_in_the_target_group_needs_a_reason_and_tells_the_person(
    sanne: StrictClient, session: Session, reason: str
) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    decide(sanne, application, "ikke-for-os", reason=reason)
    assert application.state == State.NOT_IN_TARGET_GROUP
    assert _last_move(session, application).reason == reason
    assert _mails(session, application) == [("not_in_target_group", "kim@example.com")]


@pytest.mark.parametrize("reason", [key for key, _ in WHY_CLOSED])
def test_closing_tells_the_person_only_what_is_news(
    sanne: StrictClient, session: Session, reason: str
) -> None:
    application = make_application(session)
    decide(sanne, application, "luk", reason=reason)
    assert application.state == (State.WITHDRAWN if reason == "withdrew" else State.CLOSED)
    told = [("closed", "kim@example.com")] if reason in {"no_contact", "other"} else []
    assert _mails(session, application) == told


def test_an_ended_case_can_be_opened_again(sanne: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING, State.NOT_IN_TARGET_GROUP)
    application.answer_by = clock.now()
    session.commit()
    decide(sanne, application, "genaabn", note="Vi tog fejl")
    assert application.state == State.SCREENING
    assert application.answer_by > clock.now()


@pytest.mark.parametrize(
    ("filled_by", "state"),
    [(FilledBy.SELF, State.RECEIVED), (FilledBy.HELPER, State.AWAITING_CONSENT)],
)
def test_a_suspect_application_can_turn_out_to_be_real(
    sanne: StrictClient, session: Session, filled_by: FilledBy, state: State
) -> None:
    application = make_application(session, filled_by=filled_by, state=State.QUARANTINED)
    decide(sanne, application, "rigtig")
    assert application.state == state


@pytest.mark.parametrize("reason", ["", "nonsense", "phone"])
def test_a_reason_that_is_not_on_the_list_is_asked_for_again(
    sanne: StrictClient, session: Session, reason: str
) -> None:
    application = make_application(session)
    response = decide(sanne, application, "ikke-for-os", reason=reason, note="Ring til mor først")
    assert response.status_code == 422
    assert "Vælg et svar: Hvorfor?" in response.text
    assert form_on(response, "ikke-for-os")["ikke-for-os-note"] == "Ring til mor først"
    assert application.state == State.RECEIVED


def test_p43_a_cpr_number_is_refused_kindly_and_the_text_is_kept(
    sanne: StrictClient, session: Session
) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    response = decide(sanne, application, "spoerg", note="Har nummer 010190-1234")
    assert response.status_code == 422
    assert "Der står noget, som ligner et CPR-nummer." in response.text
    assert form_on(response, "spoerg")["spoerg-note"] == "Har nummer 010190-1234"
    assert application.state == State.SCREENING


def test_a_note_that_is_too_long_is_kept_and_asked_to_be_shorter(
    sanne: StrictClient, session: Session
) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    response = decide(sanne, application, "spoerg", note="x" * 501)
    assert "Skriv højst 500 tegn." in response.text
    assert form_on(response, "spoerg")["spoerg-note"] == "x" * 501


def test_a_note_loses_what_cannot_be_seen(sanne: StrictClient, session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    decide(sanne, application, "spoerg", note="  A\u030arhus\u202e\u0000 nu  ")
    assert _last_move(session, application).note == "Århus nu"


def test_a_form_from_another_site_changes_nothing_and_keeps_the_note(
    sanne: StrictClient, session: Session
) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    path = f"{case_path(application)}/spoerg"
    response = sanne.post(path, data={"spoerg-version": "2", "spoerg-note": "Vigtigt"})
    assert response.status_code == 422
    assert form_on(response, "spoerg")["spoerg-note"] == "Vigtigt"
    assert application.state == State.SCREENING


@pytest.mark.parametrize("version", ["", "x", "-1", "١", "9" * 40])
def test_a_tampered_version_changes_nothing(sanne: StrictClient, session: Session, version: str) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    response = decide(sanne, application, "spoerg", version=version)
    assert response.status_code == 422
    assert "Siden er gammel." in response.text
    assert application.state == State.SCREENING


def test_a_verb_that_is_not_there_is_not_found(sanne: StrictClient, session: Session) -> None:
    application = make_application(session)
    assert sanne.post(f"{case_path(application)}/findes-ikke").status_code == 404


def test_nobody_else_can_do_what_only_the_office_does(app: Flask, session: Session) -> None:
    ann = make_consultant(session)
    application = make_application(session)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    client = sign_in(app.test_client(), ann.staff)
    hidden = form_on(client.get(case_path(application)), "accepter")
    for verb in [verb for verb in VERBS if verb.parts == OFFICE]:
        reason = verb.reasons[0][0] if verb.reasons else ""
        response = client.post(
            f"{case_path(application)}/{verb.key}",
            data=_renamed(hidden, verb) | {f"{verb.key}-reason": reason},
        )
        assert response.status_code == 409
    assert application.state == State.HANDED_OVER


def _renamed(hidden: dict[str, str] | None, verb: Verb) -> dict[str, str]:
    assert hidden is not None
    return {name.replace("accepter-", f"{verb.key}-"): value for name, value in hidden.items()}


def test_the_leader_screens_like_the_secretariat(client: StrictClient, session: Session) -> None:
    make_consultant(session)
    sign_in(client, make_staff(session, Role.LEADER))
    application = make_application(session)
    decide(client, application, "tag")
    assert application.state == State.SCREENING
