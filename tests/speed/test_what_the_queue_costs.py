"""What the first page of the queue may cost beside an empty page of the staff's; no seconds."""

import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from conftest import ON_POSTGRES
from factories import make_application, make_posting, make_staff, move_to, sign_in
from portal import cases, clock
from portal.access import staff_only
from portal.db import db
from portal.models.application import FilledBy, State, Wish
from portal.models.staff import Role
from statements import statements

EMPTY = "/personale/tom-side"
QUEUE = "/personale"
NUMBERS = count()
# Who is signed in, the desk, the groups, the lines, the alarms, the trail (3).
MOST_QUERIES = 7
# The driver of PostgreSQL is Python, so that its questions count too.
MOST_TIMES_THE_CALLS = {"sqlite": 3.5, "postgresql": 3.8}


class Quick(FlaskClient):
    """A browser that does not read what it gets: to read a page costs more than to make it."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        with self.application.app_context():
            answer = super().open(*args, **kwargs)
        assert answer.status_code == 200
        return answer


@pytest.fixture
def sanne(app: Flask, session: Session) -> FlaskClient:
    app.add_url_rule(EMPTY, "empty", staff_only(Role.SECRETARIAT)(lambda: "tom"))
    app.test_client_class = Quick
    return sign_in(app.test_client(), make_staff(session))


def _cases(session: Session, many: int) -> None:
    """So many cases in each of four groups, no two of one person."""
    for number in range(many):
        for state in (None, State.SCREENING, State.NEEDS_INFO, State.AWAITING_CONSENT):
            person = {
                "name": f"Person{number} Prøve{state}",
                "phone": f"20{next(NUMBERS):06}",
            }
            by = FilledBy.HELPER if state == State.AWAITING_CONSENT else FilledBy.SELF
            case = make_application(session, person=person | {"email": ""}, filled_by=by)
            case.wishes = [Wish(posting_id=make_posting(session).id, added_at=clock.now())]
            if state == State.NEEDS_INFO:
                move_to(session, case, State.SCREENING)
            if state in (State.SCREENING, State.NEEDS_INFO):
                move_to(session, case, state)
            if state == State.SCREENING:
                # The person has answered: the group that costs most to find.
                cases.correct(session, case, by=None, reason="person_added")
    session.commit()


def _calls(work: Callable[[], Any]) -> int:
    """How many functions are called, in Python and below it; the same each time for the same work."""
    work()
    found = 0

    def note(_frame: Any, what: str, _about: Any) -> None:
        nonlocal found
        found += what in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found


def test_a_queue_of_any_length_asks_the_same_few_questions(
    app: Flask, sanne: FlaskClient, session: Session
) -> None:
    counts = []
    for more in (1, 7):
        _cases(session, more)
        sanne.get(QUEUE)
        with statements(app) as asked:
            sanne.get(QUEUE)
        counts.append(len(asked))
    assert (counts, asked) == ([MOST_QUERIES] * 2, asked)


def test_a_full_first_page_stays_within_a_few_times_the_empty_page(
    sanne: FlaskClient, session: Session
) -> None:
    _cases(session, 7)
    empty, queue = (_calls(partial(sanne.get, path)) for path in (EMPTY, QUEUE))
    most = MOST_TIMES_THE_CALLS[session.get_bind().dialect.name]
    assert queue <= most * empty, f"{queue} calls, the empty page {empty}"


def test_to_count_the_queue_and_find_its_first_cases_no_long_list_of_cases_is_read(
    app: Flask, sanne: FlaskClient
) -> None:
    with app.app_context():
        sections, looks = _looks(lambda: sanne.get(QUEUE))
    # Few cases are somebody's or have a day to be called: those alone may be read one by one.
    few = re.compile(
        r"INDEX ix_application_(claimed|call_on) |Index Scan using ix_application_(claimed|call_on) "
    )
    assert [
        look for look in looks if not re.search("COVERING INDEX|Index Only", look) and not few.search(look)
    ] == []
    # Each state that must be counted or looked through has its look; those two kinds of few have one for all.
    assert 20 < len(looks) < 32
    if not ON_POSTGRES:
        # As a plain column each time that is compared would first be tried as a number.
        assert re.findall(r"[^+]application\.answer_by <", sections) == []
        assert "+application.answer_by <" in sections


def _looks(work: Callable[[], object]) -> tuple[str, list[str]]:
    """The question for the queue's groups, and how the database answers it, look by look."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if " UNION ALL " in statement:
            asked.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", note)
    work()
    event.remove(db.engine, "before_cursor_execute", note)
    ((sections, values),) = asked
    connection = db.session.connection()
    if connection.dialect.name == "sqlite":
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sections}", values)
        found = [row.detail for row in plan]
        return sections, [look for look in found if look.startswith(("SEARCH appl", "SCAN appl"))]
    # It would rather read a table of three rows whole; here it may only do what it can with indexes.
    for way in ("seqscan", "bitmapscan", "indexscan"):
        connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    plan = connection.exec_driver_sql(f"EXPLAIN {sections}", values)
    return sections, [row[0] for row in plan if " on application" in row[0]]
