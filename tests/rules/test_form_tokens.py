"""No form can be sent from another site: what comes without the form's token changes no row (P17)."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from factories import make_application, make_consultant, make_posting, make_staff, sign_in
from portal.models import Base
from portal.models.staff import Role

# Counted and logged is what was tried; that is no change.
LOGS = {"audit_entry", "audit_head", "attempt", "staff_session"}
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
PORTAL = Path(__file__).resolve().parents[2] / "portal"
NEED_NONE = {"one_click", "bearer_only"}


def _rows(session: Session) -> dict[str, list[Any]]:
    session.rollback()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in LOGS]
    return {table.name: [tuple(row) for row in session.execute(select(table))] for table in tables}


def _unsafe_rules(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & UNSAFE):
            yield rule, method


def test_p17_only_programs_with_a_key_and_one_click_unsubscribing_need_no_token() -> None:
    """Views marked `checks_token_itself` look at it themselves; the walk below sends all of them none."""
    sources = {path: path.read_text() for path in sorted(PORTAL.rglob("*.py"))}
    marked = {
        f"{path.relative_to(PORTAL)} {function.name}"
        for path, source in sources.items()
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        and not NEED_NONE.isdisjoint(map(ast.unparse, function.decorator_list))
    }
    assert marked == {"api/views.py push", "api/views.py stop", "alerts/views.py stop"}
    assert [path.name for path, source in sources.items() if "csrf.exempt(" in source] == ["csrf.py"]


@pytest.fixture
def objects(session: Session) -> dict[str, str]:
    """Something real for every name in an address, so that a request gets as far as it can."""
    consultant = make_consultant(session)
    application = make_application(session, consultant_id=consultant.id)
    return {
        "posting_id": make_posting(session).id,
        "application_id": application.id,
        "verb_key": "tag",
        "slug": "navn",
        "source": "jobnet",
    }


def test_without_its_token_no_form_changes_a_row(
    app: Flask, session: Session, objects: dict[str, str]
) -> None:
    everybody = sign_in(app.test_client(), make_staff(session, *Role, name="Alma Alt"))
    before = _rows(session)
    tried = []
    for rule, method in _unsafe_rules(app):
        values = {name: objects.get(name, "findes-ikke") for name in rule.arguments}
        address = str(app.url_map.bind("localhost").build(rule.endpoint, values, method=method))
        for client in (app.test_client(), everybody):
            client.open(address, method=method, data={"do": "start", "name": "Kim", "version": "1"})
        tried.append(address)
        assert _rows(session) == before, f"{method} {rule} changed something"
    assert len(tried) > 8
