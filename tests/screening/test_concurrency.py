"""Eight people work through the same cases at the same time: each case is decided once (P60)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal.models.application import Application, Move, State
from portal.models.audit import AuditEntry
from portal.models.mail import OutboxMessage

PEOPLE = 8
CASES = 200
TRIES = 20


def _decide(client: FlaskClient, path: str, typed: dict[str, str]) -> int:
    """Tries again, as a person does, while the database is too busy to answer; nothing has happened then."""
    answers = (client.post(path, data=typed).status_code for _ in range(TRIES))
    return next((status for status in answers if status != 503), 503)


def test_no_case_is_decided_twice_and_nobody_is_told_a_lie(app: Flask, session: Session) -> None:
    make_consultant(session)
    people = [make_staff(session, name=f"Person{n} Test") for n in range(PEOPLE)]
    ids = [move_to(session, make_application(session), State.SCREENING).id for _ in range(CASES)]
    paths = [case_path(case_id) for case_id in ids]
    clients = [sign_in(app.test_client(), person) for person in people]
    tokens = [client.form(client.get("/personale"))["csrf_token"] for client in clients]
    together = Barrier(PEOPLE)

    def decide_all(number: int) -> list[int]:
        together.wait()
        typed = {
            "videre-csrf_token": tokens[number],
            # All have read all pages before anybody decides.
            "videre-version": "2",
            "videre-note": f"note {number}",
        }
        return [_decide(clients[number], f"{path}/videre", typed) for path in paths]

    session.rollback()
    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = list(pool.map(decide_all, range(PEOPLE)))

    done = [[answers[n][case] for n in range(PEOPLE)] for case in range(CASES)]
    assert [sorted(of_case) for of_case in done] == [[302, *([409] * (PEOPLE - 1))]] * CASES
    states = session.scalars(select(Application.state)).all()
    assert states == [State.HANDED_OVER] * CASES
    moves = session.scalars(select(Move).where(Move.to_state == State.HANDED_OVER)).all()
    winners = {ids[case]: of_case.index(302) for case, of_case in enumerate(done)}
    assert {move.application_id: move.note for move in moves} == {
        case_id: f"note {number}" for case_id, number in winners.items()
    }
    assert len(moves) == CASES
    told = session.scalars(select(OutboxMessage.kind)).all()
    assert (told.count("handed_over"), told.count("passed_on")) == (CASES, CASES)
    assert len(session.scalars(select(AuditEntry).where(AuditEntry.action == "videre")).all()) == CASES
