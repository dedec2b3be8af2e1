"""Names in memory: opened once for several searches, let go of in time, and never a way past the database."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import AARHUS, make_application, make_consultant, make_staff, move_to
from portal import clock, erasing
from portal.db import db
from portal.models.application import State
from portal.models.staff import Staff
from portal.screening import finding, known_names, matching
from portal.screening.sections import Wanted
from statements import statements

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"name", "name_sealed", "candidate", "candidate_id"}
# Where something else is meant, a case is new, or a name is taken away.
WRITTEN = {
    "portal/arrivals/taking.py application.candidate = candidate_of(values)",
    "portal/models/base.py self.name = (owner, name)",
    "portal/schools/visits.py row.name = (wish.name, wish.phone, wish.email, wish.more)",
    "portal/status/actions.py person.name = ''",
    "portal/tickets.py nobody.candidate = Candidate()",
}


class Clockwork:
    """A timer that goes off when the test says so."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.seconds, self.ring = seconds, ring
        self.daemon = False
        ALL.append(self)

    def start(self) -> None:
        """Waits for the test."""


ALL: list[Clockwork] = []


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Clockwork]:
    ALL.clear()
    monkeypatch.setattr(known_names, "Timer", Clockwork)
    return ALL


@pytest.fixture
def sanne(session: Session) -> Staff:
    staff: Staff = make_staff(session)
    return staff


@pytest.fixture(autouse=True)
def request_of_staff(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def _found(session: Session, staff: Staff, text: str, municipality: str = "") -> list[str]:
    found = finding.find(session, staff, text, Wanted(municipality=municipality))
    return [case.name for case in found.cases]


def _kept(session: Session) -> set[str]:
    names = known_names._memories[db.engine]._names
    return {named.name.strip() for named in names.values()}


def _opened(asked: list[str]) -> list[str]:
    """The questions for names that are not shown afterwards."""
    return [text for text in asked if "name_sealed" in text and "answers_sealed" not in text]


def test_names_are_opened_once_for_two_searches(app: Flask, session: Session, sanne: Staff) -> None:
    make_application(session, person={"name": "Bodil Bruun"})
    with statements(app) as first:
        assert _found(session, sanne, "bodil") == ["Bodil Bruun"]
    with statements(app) as second:
        assert _found(session, sanne, "bruun") == ["Bodil Bruun"]
    assert (len(_opened(first)), _opened(second)) == (1, [])


def test_a_search_by_name_asks_as_much_with_one_case_as_with_many(
    app: Flask, session: Session, sanne: Staff
) -> None:
    make_application(session, person={"name": "Bodil Bruun"})
    _found(session, sanne, "bodil")
    with statements(app) as with_one:
        _found(session, sanne, "bodil")
    for _ in range(5):
        make_application(session)
    _found(session, sanne, "bodil")
    with statements(app) as with_six:
        _found(session, sanne, "bodil")
    assert (with_one, len(with_six)) == (with_six, 3)


@given(names=st.lists(st.text("aboæ -.", max_size=9), max_size=6), typed=st.text("aboæ-", min_size=1))
def test_nobody_is_missed_who_has_a_name_that_begins_as_typed(names: list[str], typed: str) -> None:
    folded = [matching.folded_name(name) for name in names]
    everybody = [known_names.Named(str(n), name, clock.now()) for n, name in enumerate(folded)]
    people = known_names.People(everybody, known_names._parted(everybody))
    for beginning in matching.beginnings([typed]):
        fitting = [named for named in everybody if beginning in named.name]
        assert [named for named in people.who_may_have(beginning) if beginning in named.name] == fitting


def test_of_a_new_case_only_its_own_name_is_opened(
    app: Flask, session: Session, sanne: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application(session)
    _found(session, sanne, "kim")
    new = make_application(session, person={"name": "Bodil Bruun"})
    opened: list[str] = []
    read = known_names.read
    monkeypatch.setattr(known_names, "read", lambda c, ids: (opened.extend(ids), read(c, ids))[1])
    assert _found(session, sanne, "bodil") == ["Bodil Bruun"]
    assert opened == [new.id]


def test_p45_who_was_deleted_is_not_found_and_not_kept(session: Session, sanne: Staff) -> None:
    make_application(session)
    gone = make_application(session, person={"name": "Bodil Bruun"})
    assert (_found(session, sanne, "bodil"), _kept(session)) == (
        ["Bodil Bruun"],
        {"kim kandidat", "bodil bruun"},
    )
    erasing.erase(session, gone, rule="test")
    session.commit()
    assert (_found(session, sanne, "bodil"), _kept(session)) == ([], {"kim kandidat"})


def test_p41_all_names_are_let_go_of_after_five_minutes(
    session: Session, sanne: Staff, timers: list[Clockwork]
) -> None:
    make_application(session)
    _found(session, sanne, "kim")
    _found(session, sanne, "kandidat")
    assert [(timer.seconds, timer.daemon) for timer in timers] == [(300.0, True)]
    timers[0].ring()
    assert _kept(session) == set()
    assert (_found(session, sanne, "kim"), len(timers)) == (["Kim Kandidat"], 2)


def test_an_ended_case_found_by_its_number_is_not_kept(session: Session, sanne: Staff) -> None:
    ended = move_to(session, make_application(session), State.SCREENING, State.CLOSED)
    assert _found(session, sanne, str(ended.reference)) == ["Kim Kandidat"]
    assert _kept(session) == set()


def test_p12_what_the_office_searched_is_no_way_for_a_consultant(session: Session, sanne: Staff) -> None:
    ann = make_consultant(session)
    make_consultant(session, AARHUS, name="Bo Bistand")
    for name, code in (("Kim Egen", "0330"), ("Kim Fremmed", AARHUS)):
        person = {"name": name, "municipality_code": code}
        move_to(session, make_application(session, person=person), State.SCREENING, State.HANDED_OVER)
    assert len(_found(session, sanne, "kim")) == 2
    assert _found(session, ann.staff, "kim") == ["Kim Egen"]
    assert _found(session, ann.staff, "fremmed") == []


def test_a_search_of_few_leaves_the_names_of_the_others(session: Session, sanne: Staff) -> None:
    make_application(session, person={"name": "Kim Aarhus", "municipality_code": AARHUS})
    make_application(session)
    _found(session, sanne, "kim")
    assert _found(session, sanne, "kim", municipality=AARHUS) == ["Kim Aarhus"]
    assert _kept(session) == {"kim aarhus", "kim kandidat"}


def test_a_name_and_a_number_narrow_each_other_down(session: Session, sanne: Staff) -> None:
    make_application(session, person={"name": "Bodil Bruun", "phone": "20112233"})
    make_application(session, person={"name": "Bodil Borg", "phone": "20445566"})
    assert _found(session, sanne, "bodil 2044") == ["Bodil Borg"]
    assert _found(session, sanne, "bruun 2044") == []


def test_many_are_found_in_the_same_order_as_few(
    session: Session, sanne: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands are not asked for by their ids, but picked out of all open ones."""
    for name in ("Kim Ældst", "Bodil Bruun", "Kim Midt", "Kim Nyest"):
        make_application(session, person={"name": name, "phone": "20112233"})
    few = [_found(session, sanne, text) for text in ("kim", "2011", "kim 2011")]
    monkeypatch.setattr(finding, "ONE_BY_ONE", 0)
    assert [_found(session, sanne, text) for text in ("kim", "2011", "kim 2011")] == few
    assert few[0] == few[2] == ["Kim Nyest", "Kim Midt", "Kim Ældst"]


def test_where_there_are_too_many_the_newest_are_searched(
    session: Session, sanne: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Kim Ældst", "Kim Midt", "Kim Nyest"):
        make_application(session, person={"name": name})
    monkeypatch.setattr(finding, "BOUND", 2)
    found = finding.find(session, sanne, "kim", Wanted())
    assert ([case.name for case in found.cases], found.cut) == (["Kim Nyest", "Kim Midt"], True)


def test_nothing_writes_another_name_over_one() -> None:
    """What is kept is not compared with the row again: a name is there, or it is gone with its case."""
    found = {
        f"{path.relative_to(ROOT).as_posix()} {written}"
        for path in sorted((ROOT / "portal").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Assign)
        for written in _names_written(node)
    }
    assert found == WRITTEN, "let go of the names in memory when a name changes, or say why it is none"


def _names_written(node: ast.Assign) -> Iterator[str]:
    for leaf in ast.walk(node):
        if isinstance(leaf, ast.Attribute) and leaf.attr in NAMES and isinstance(leaf.ctx, ast.Store):
            yield f"{ast.unparse(leaf)} = {ast.unparse(node.value)}"
