"""The letter of a decision: reasons fill it, staff see and change it, the person reads it on the own page."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path, decide, form_on, offered
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import answering, clock
from portal.models.answer_letter import AnswerLetter
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage
from portal.screening import composing, verbs
from strict_client import StrictClient

OWN_WORDS = "Hej Kim.\n\nSkriv til os, når du har fået brevet fra kommunen."


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


@pytest.fixture
def case(session: Session, sanne: StrictClient) -> Application:
    return move_to(session, make_application(session), State.SCREENING)


def _preview(client: StrictClient, case: Application, verb: str, **typed: object) -> TestResponse:
    sent = form_on(client.get(case_path(case)), verb)
    assert sent is not None
    chosen = {f"{verb}-{name}": value for name, value in typed.items()}
    return client.post(f"{case_path(case)}/{verb}/brev", data=sent | chosen)


def _letter(session: Session) -> str:
    return session.scalars(select(AnswerLetter)).one().text


def test_what_is_ticked_stands_in_the_letter_before_anything_is_sent(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    page = _preview(sanne, case, "spoerg", details=["pension", "when"])
    sent = form_on(page, "spoerg")
    assert sent is not None
    assert "- Har du fået førtidspension?\n- Hvornår må vi ringe til dig?" in sent["spoerg-letter"]
    assert "Brevet er let at læse" in page.text
    assert case.state == State.SCREENING
    assert session.scalar(select(OutboxMessage.id)) is None


def test_the_letter_is_sent_as_staff_have_changed_it(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    sent = form_on(_preview(sanne, case, "spoerg", details=["pension"]), "spoerg")
    assert sent is not None
    sanne.post(f"{case_path(case)}/spoerg", data=sent | {"spoerg-letter": OWN_WORDS})
    assert case.state == State.NEEDS_INFO
    letter = session.scalars(select(AnswerLetter)).one()
    assert (letter.text, letter.reasons, letter.state) == (OWN_WORDS, "pension", State.NEEDS_INFO)


def test_why_not_and_where_else_stand_in_the_letter(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "ikke-for-os", reason="no_grant", details=["case_worker"])  # type: ignore[arg-type]
    assert "Du skal have pension eller fleksjob." in _letter(session)
    assert "- Din kommune. Spørg dem om pension eller fleksjob." in _letter(session)
    assert "Jobnet.dk" not in _letter(session)


def test_without_a_tick_the_templates_own_list_stands(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "ikke-for-os", reason="no_grant")
    assert "- Jobnet.dk" in _letter(session)


@pytest.mark.parametrize("reason", ["finds_alone", "no_disability", "no_grant", "other_work"])
def test_every_letter_is_easy_to_read(session: Session, case: Application, reason: str) -> None:
    verb = verbs.by_key("ikke-for-os")
    assert verb is not None
    every = [detail.key for topic in verb.details for detail in topic.details]
    for details in ([], every):
        assert composing.measure(composing.compose(session, verb, reason, details)).long_sentences == ()
        assert composing.measure(composing.compose(session, verb, reason, details)).lix <= 20


def test_a_heavy_letter_is_said_to_be_heavy(sanne: StrictClient, case: Application) -> None:
    heavy = "Sekretariatet har konstateret, at ansøgningen ikke opfylder forudsætningerne " + "for os " * 12
    page = _preview(sanne, case, "spoerg", letter=heavy)
    assert "Brevet er svært at læse" in page.text
    assert "Denne sætning er lang" in page.text


def test_a_cpr_number_in_a_letter_is_refused(sanne: StrictClient, case: Application) -> None:
    page = _preview(sanne, case, "spoerg", letter="Du er født 010170-1234.")
    assert page.status_code == 422
    assert "ligner et CPR-nummer" in page.text


def test_the_person_reads_the_letter_after_the_time_to_regret_and_no_mail_holds_it(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "spoerg", letter=OWN_WORDS)
    assert answering.letter(session, case, State.SCREENING) == ()
    shown = answering.letter(session, case, State.NEEDS_INFO)
    assert [piece.words for part in shown for line in part.lines for piece in line] == OWN_WORDS.split("\n\n")
    mail = session.scalars(select(OutboxMessage)).one()
    assert "kommunen" not in mail.text + mail.html + mail.subject


def test_a_letter_that_is_taken_back_is_gone(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "spoerg", letter=OWN_WORDS)
    decide(sanne, case, "fortryd")
    assert session.scalar(select(AnswerLetter.id)) is None


def test_an_old_letter_tells_nothing_of_a_later_state(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "spoerg", letter=OWN_WORDS)
    with time_machine.travel(clock.now() + timedelta(days=2)):
        move_to(session, case, State.SCREENING, State.NEEDS_INFO)
        assert answering.newest(session, case) is None


def test_who_has_no_mail_is_called_with_the_letter_at_hand(sanne: StrictClient, session: Session) -> None:
    case = move_to(session, make_application(session, person={"email": ""}), State.SCREENING)
    decide(sanne, case, "spoerg", details="pension")
    assert "Læs eller print brevet" in sanne.get(case_path(case)).text
    assert "Har du fået førtidspension?" in sanne.get(f"{case_path(case)}/svar-brev").text


def test_what_the_person_knows_already_needs_no_letter(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    page = _preview(sanne, case, "luk", reason="has_work")
    assert "Personen ved det allerede" in page.text
    decide(sanne, case, "luk", reason="has_work")
    assert session.scalar(select(AnswerLetter.id)) is None


def test_a_letter_over_an_old_page_is_shown_and_not_lost(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    sent = form_on(_preview(sanne, case, "spoerg", details=["pension"]), "spoerg")
    assert sent is not None
    decide(sanne, case, "luk", reason="has_work")
    conflict = sanne.post(f"{case_path(case)}/spoerg", data=sent | {"spoerg-letter": OWN_WORDS})
    assert conflict.status_code == 409
    assert "når du har fået brevet fra kommunen" in conflict.text
    assert "spoerg" not in offered(conflict)
