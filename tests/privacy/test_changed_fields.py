"""P48: a change in the audit trail names the fields that were changed, and never what stands in them."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide, form_on
from factories import make_application, make_staff, move_to, sign_in
from portal import audit_chain, changed_fields
from portal.models.application import Application, State
from portal.models.audit import AuditEntry
from strict_client import StrictClient


@pytest.fixture
def case(session: Session) -> Application:
    case = make_application(session, person={"name": "Kim Kandidat"})
    move_to(session, case, State.SCREENING)
    return case


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    browser: StrictClient = sign_in(client, make_staff(session))
    return browser


def newest(session: Session) -> AuditEntry:
    session.rollback()
    query = select(AuditEntry).where(AuditEntry.action.not_in(["read", "search", "export"]))
    return session.scalars(query.order_by(AuditEntry.number.desc())).all()[0]


def test_p48_a_decision_names_what_it_changed(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "luk", reason="other")
    entry = newest(session)
    assert (entry.action, entry.object_id) == ("luk", case.id)
    assert entry.fields.split() == [
        *("+answer_letter", "+move", "+outbox_message"),
        *("application.claimed_at", "application.claimed_by_id"),
        *("application.state", "application.state_since"),
    ]


def test_p48_a_note_names_the_note_and_not_its_words(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    page = sanne.get(f"{case_path(case)}/noter")
    sent = form_on(page, "noter")
    assert sent is not None
    sanne.post(f"{case_path(case)}/noter", data=sent | {"note-text": "Bor hos sin søster"})
    assert newest(session).fields == "+note"


def test_p48_the_command_prints_what_was_done_to_a_case_and_is_written_down_itself(
    app: Flask, sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "luk", reason="other")
    for _ in range(2):
        printed = app.test_cli_runner().invoke(args=["audit", "of", str(case.reference)]).output
    lines = [line.split("  ")[1:] for line in printed.splitlines()]
    assert lines[0] == ["Sanne Sekretær", "read", "[]", "case work"]
    assert lines[1][1] == "luk"
    assert "application.state " in lines[1][2]
    assert lines[-1] == ["command line", "read", "[]", "oversight"]


def test_p48_what_was_named_belongs_to_the_chain(session: Session, case: Application) -> None:
    line = audit_chain.Line(
        at=case.created_at,
        staff_id="staff",
        action="luk",
        object_kind="application",
        object_id=case.id,
        purpose="case work",
    )
    named = audit_chain.Line(**vars(line) | {"fields": "application.state"})
    assert audit_chain.link_of(1, "", line) != audit_chain.link_of(1, "", named)
    audit_chain.add(session.connection(), named)
    session.commit()
    assert audit_chain.verify(session).wrong == ""


def test_p48_names_are_those_of_one_transaction(session: Session, case: Application) -> None:
    assert changed_fields.take(session.connection()) == ""
    case.reference = "abcdefgh"
    session.flush()
    assert changed_fields.take(session.connection()) == "application.reference"
    assert changed_fields.take(session.connection()) == ""
    case.reference = "bcdefghi"
    session.flush()
    session.rollback()
    assert changed_fields.take(session.connection()) == ""


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("SELECT name FROM candidate", set()),
        ("INSERT INTO note (id, text_sealed) VALUES (?, ?)", {"+note"}),
        ("DELETE FROM candidate WHERE candidate.id = ?", {"-candidate"}),
        ("UPDATE candidate SET phone_sealed=?, updated_at=? WHERE candidate.id = ?", {"candidate.phone"}),
        ('UPDATE "application" SET "state"=?, version=(application.version + 1)', {"application.state"}),
        ("UPDATE job SET tries=coalesce(job.tries, 0) WHERE job.state = 'x'", {"job.tries"}),
        ("UPDATE audit_head SET number=? WHERE audit_head.id = 1", set()),
        ("INSERT INTO sqlite_sequence VALUES (1)", set()),
    ],
)
def test_p48_what_a_statement_changes(statement: str, names: set[str]) -> None:
    assert changed_fields.names_in(statement) == names
