"""Cases are read through one filter, `cases.visible_to`; every other query of them is on a list (P13)."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASE_TABLES = {"Application", "Candidate", "Note", "Move", "Wish"}
ASKING = {"select", "get", "get_one", "query", "update", "delete", "exists"}
SCOPES = ("visible_to(", "mine(", "is_with(", "held_by(")
FOUND = "is given a case, or ids, that came through the filter"
OWN = "one's own application, opened by its ticket, code or browser"
MACHINE = "the worker's or the system's own work; nothing is shown to anybody"
COUNTED = "counts what must be none, for the alarms; shows a number and no case"
OFFICE = "only for the secretariat and leaders, who see all cases"
# Which functions may ask without the filter, and why. A new one needs a reason that a reviewer believes.
ALLOWED = {
    "portal/invariants.py _merged_into_nothing": COUNTED,
    "portal/invariants.py _open_without_a_person": COUNTED,
    "portal/invariants.py _passed_on_without_a_yes": COUNTED,
    "portal/invariants.py _sent_without_a_code": COUNTED,
    "portal/invariants.py _sent_without_a_receipt": COUNTED,
    "portal/invariants.py _state_without_its_step": COUNTED,
    "portal/invariants.py _taken_by_half": COUNTED,
    "portal/operation/queries.py _cases": COUNTED,
    "portal/purging.py due": MACHINE,
    "portal/apply/by_phone.py _hand_in": OFFICE,
    "portal/apply/drafts.py remind": MACHINE,
    "portal/commands/privacy.py _case": "whoever has the command line has all",
    "portal/erasing.py _erase_people": MACHINE,
    "portal/erasing.py _parts": MACHINE,
    "portal/erasing.py erase": MACHINE,
    "portal/erasing.py erase_person": FOUND,
    "portal/erasing.py replay": MACHINE,
    "portal/personal_data.py _of_same_candidate": FOUND,
    "portal/personal_data.py subscriptions": FOUND,
    "portal/purging.py _delete_cases": MACHINE,
    "portal/purging.py _is_due": MACHINE,
    "portal/purging.py _warn": MACHINE,
    "portal/purging.py coming": MACHINE,
    "portal/arrivals/taking.py _undo_person": "a hand-over taken back removes what it brought; shows nothing",
    "portal/arrivals/taking.py _undo_staff": "a hand-over taken back removes what it brought; shows nothing",
    "portal/demo/oversight.py _case": MACHINE,
    "portal/same_person.py _alike": "takes the filter as its argument `among`",
    "portal/tickets.py _nobody": "asks for nobody, so that a wrong code takes as long as a right one",
    "portal/cases.py _write_if_current": FOUND,
    "portal/cases.py claim": FOUND,
    "portal/cases.py last_step": FOUND,
    "portal/consents.py lapse": MACHINE,
    "portal/demo/filling.py send_in": MACHINE,
    "portal/figures/queries.py cases_of": OFFICE,
    "portal/figures/queries.py years": OFFICE,
    "portal/handover/contents.py _steps": FOUND,
    "portal/joined.py goes_on_in": FOUND,
    "portal/joined.py merged_into": FOUND,
    "portal/routing.py load": OFFICE,
    "portal/screening/finding.py _asking": "takes the filter as its argument `seen`",
    "portal/screening/glancing.py _glance": FOUND,
    "portal/screening/joining.py _lock": FOUND,
    "portal/screening/joining.py part": FOUND,
    "portal/screening/notes.py of_case": FOUND,
    "portal/screening/notes.py own": FOUND,
    "portal/screening/sections.py _first": "takes the filter as `condition`",
    "portal/screening/sheet.py _moves": FOUND,
    "portal/screening/sheet.py _wishes": FOUND,
    "portal/status/actions.py _erase": OWN,
    "portal/tickets.py by_code": OWN,
    "portal/tickets.py find": OWN,
    "portal/tickets.py of_browser": OWN,
    "portal/waiting/queries.py due": MACHINE,
    "portal/waiting/queries.py silent": MACHINE,
}


def _asks(node: ast.AST) -> bool:
    """Whether this is a query that names a table of cases."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    named = {leaf.id for argument in node.args for leaf in ast.walk(argument) if isinstance(leaf, ast.Name)}
    return name in ASKING and not named.isdisjoint(CASE_TABLES)


def _unscoped(source: str) -> Iterator[str]:
    """The functions that ask for cases and never name a filter."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and any(map(_asks, ast.walk(function))):
            text = ast.get_source_segment(source, function) or ""
            if not any(scope in text for scope in SCOPES):
                yield function.name


def test_p13_every_query_of_cases_goes_through_the_filter_or_stands_on_the_list() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()} {name}"
        for path in sorted((ROOT / "portal").rglob("*.py"))
        for name in _unscoped(path.read_text())
    }
    assert found - set(ALLOWED) == set(), "use cases.visible_to, or write down why not"


def test_p13_a_query_past_the_filter_is_found() -> None:
    assert list(_unscoped("def all_of_them(session):\n    return session.scalars(select(Application))")) == [
        "all_of_them"
    ]
    assert list(_unscoped("def one(session, key):\n    return session.get(Application, key)")) == ["one"]
    scoped = "def mine(session, staff):\n    return select(Note).join(Application).where(visible_to(staff))"
    assert list(_unscoped(scoped)) == []
