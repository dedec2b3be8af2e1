"""Stories of the queue: thirty new on a Monday, two on one case, no mail, sent twice, a no too soon."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide, form_on, send
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import answering, clock, tickets
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(app.test_client(), make_staff(session))


@pytest.fixture
def lene(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))


def test_on_a_monday_with_thirty_new_everybody_gets_somewhere(sanne: StrictClient, session: Session) -> None:
    people = [{"name": f"Kim{n} Prøve{n}", "phone": f"2011{n:04}", "email": ""} for n in range(30)]
    new = [make_application(session, person=person) for person in people]
    queue = sanne.get("/personale?gruppe=nye")
    assert "Nye (30)" in queue.text
    picked = [f"{case.id}:{case.version}" for case in new]
    sent = form_on(queue, "flere")
    assert sent is not None
    summary = sanne.post("/personale/flere", data=sent | {"goer": "tag", "sag": picked})
    assert "Tag den: 30 sager" in summary.text
    done = sanne.post("/personale/flere/tag", data=(form_on(summary, "tag") or {}) | {"sag": picked})
    assert "Det er gjort med 30 sager." in done.text
    decide(sanne, new[0], "videre")
    decide(sanne, new[1], "spoerg", details="pension")
    assert [case.state for case in new[:3]] == [State.HANDED_OVER, State.NEEDS_INFO, State.SCREENING]
    assert "Nye (" not in sanne.get("/personale").text


def test_two_screeners_on_one_case_make_one_decision(
    sanne: StrictClient, lene: StrictClient, session: Session
) -> None:
    case = make_application(session)
    before = lene.get(case_path(case))
    decide(sanne, case, "tag")
    conflict = send(lene, before, case, "luk", reason="other", note="Ringede i går")
    assert conflict.status_code == 409
    assert "Sanne Sekretær har sagen lige nu." in conflict.text
    assert "Ringede i går" in conflict.text
    assert case.state == State.SCREENING


def test_a_candidate_without_mail_is_called_and_reads_the_letter_with_a_code(
    sanne: StrictClient, session: Session
) -> None:
    case = move_to(session, make_application(session, person={"email": ""}), State.SCREENING)
    decide(sanne, case, "spoerg", details="pension")
    assert session.scalar(select(OutboxMessage.id)) is None
    page = sanne.get(case_path(case)).text
    assert "Ring, og fortæl det nye." in page
    assert "Har du fået førtidspension?" in sanne.get(f"{case_path(case)}/svar-brev").text
    assert tickets.by_code(session, case.reference or "", "2233") is case
    assert answering.letter(session, case, State.NEEDS_INFO) != ()


def test_who_sends_twice_has_one_case_in_the_end(sanne: StrictClient, session: Session) -> None:
    first = move_to(session, make_application(session, person={"name": "Kristian Prøve"}), State.SCREENING)
    again = make_application(session, person={"name": "Christian Prøve", "phone": "+45 20 11 22 33"})
    assert "Måske dobbelt" in sanne.get("/personale").text
    page = sanne.get(f"{case_path(again)}/samme")
    sanne.post(f"{case_path(again)}/saml/{first.id}", data=form_on(page, f"saml/{first.id}"))
    assert (again.state, first.state) == (State.MERGED, State.SCREENING)
    decide(sanne, first, "videre")
    assert first.state == State.HANDED_OVER


def test_a_no_too_soon_is_taken_back_before_anybody_reads_it(sanne: StrictClient, session: Session) -> None:
    case = move_to(session, make_application(session), State.SCREENING)
    decide(sanne, case, "ikke-for-os", reason="no_grant")
    with time_machine.travel(clock.now() + timedelta(minutes=4)):
        decide(sanne, case, "fortryd")
    assert case.state == State.SCREENING
    assert session.scalar(select(OutboxMessage.id)) is None
    assert answering.newest(session, case) is None


def test_what_a_person_withdrew_staff_do_not_take_back(sanne: StrictClient, session: Session) -> None:
    case: Application = move_to(session, make_application(session), State.SCREENING)
    move_to(session, case, State.WITHDRAWN)
    assert form_on(sanne.get(case_path(case)), "fortryd") is None
