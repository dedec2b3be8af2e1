"""What the page of a case asks the database for, and that what it does not ask for is not missing."""

import re

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from case_work import case_path, decide
from factories import make_application, make_consultant, make_posting, make_staff, sign_in
from portal import clock
from portal.models.application import Application, State, Wish
from portal.models.note import Note
from portal.models.placement import Placement, PlacementKind
from portal.models.staff import Staff
from statements import statements
from strict_client import StrictClient

# What each page for staff asks for.
FRAME = {"staff_session", "staff", "staff_role", "alarm"}


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> Staff:
    make_consultant(session)
    staff: Staff = make_staff(session)
    sign_in(client, staff)
    return staff


def _asked(app: Flask, client: StrictClient, case: Application) -> list[str]:
    """The first table of each question, in order."""
    path = case_path(case)
    client.get(path)
    with statements(app) as asked:
        client.get(path)
    tables = [re.search(r'(?:FROM|INTO|UPDATE) "?(\w+)', text) for text in asked]
    return [table[1] for table in tables if table and table[1] not in FRAME]


@pytest.mark.usefixtures("sanne")
def test_a_case_with_nothing_beside_it_takes_three_questions_and_a_line_in_the_trail(
    app: Flask, client: StrictClient, session: Session
) -> None:
    case = make_application(session, person_agreed_at=None)
    trail = ["audit_head", "audit_entry", "audit_head"]
    # The second looks at all that may lie beside a case; it reads only what is there.
    assert _asked(app, client, case) == ["application", "application", "move", *trail]


def test_what_lies_beside_a_case_takes_one_question_each(
    app: Flask, client: StrictClient, session: Session, sanne: Staff
) -> None:
    case = make_application(session, person_agreed_at=None)
    _put_beside(session, case, sanne)
    page = client.get(case_path(case)).text
    # Of three notes one stands in the place of another.
    told = ("Noter og opkald (2)", "Hjælper i butik", "Butikken i Slagelse", "ligner denne")
    assert [words in page for words in told] == [True, True, True, False]
    read = [table for table in _asked(app, client, case) if not table.startswith("audit")]
    assert read == ["application", "application", "move", "posting", "placement"]


def test_notes_of_a_part_are_counted_with_those_of_the_case_it_went_into(
    client: StrictClient, session: Session, sanne: Staff
) -> None:
    case, part = make_application(session), make_application(session)
    for one in (case, part):
        session.add(Note(application_id=one.id, staff_id=sanne.id, at=clock.now()))
    part.state, part.merged_into_id = State.MERGED, case.id
    session.commit()
    assert "Noter og opkald (2)" in client.get(case_path(case)).text


def _put_beside(session: Session, case: Application, staff: Staff) -> None:
    now = clock.now()
    posting = make_posting(session, easy_title="Hjælper i butik")
    place = Placement(
        application_id=case.id,
        kind=PlacementKind.TRIAL,
        created_at=now,
        staff_id=staff.id,
        starts_on=clock.today(),
    )
    place.workplace = "Butikken i Slagelse"
    note = Note(application_id=case.id, staff_id=staff.id, at=now)
    session.add_all((Wish(application_id=case.id, posting_id=posting.id, added_at=now), place, note))
    session.flush()
    corrected = Note(application_id=case.id, staff_id=staff.id, at=now, corrects_id=note.id)
    session.add_all((corrected, Note(application_id=case.id, staff_id=staff.id, at=now)))
    session.commit()


@pytest.mark.usefixtures("sanne")
def test_what_was_typed_over_one_case_is_not_kept_for_another(client: StrictClient, session: Session) -> None:
    """Forms that look the same over each case are drawn once."""
    case, other = make_application(session), make_application(session)
    failed = decide(client, case, "luk", note="Kim er flyttet til Fyn")
    assert (failed.status_code, "Kim er flyttet til Fyn" in failed.text) == (422, True)
    for again in (case, other):
        text = client.get(case_path(again)).text
        assert ('id="luk-note"' in text, "Kim er flyttet" in text) == (True, False)
        assert f"/personale/sag/{again.id}/luk" in text
