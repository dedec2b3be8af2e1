"""P19: statements are made of constants and bound values, and every field has a greatest length."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import StringField

from portal.models.columns import written
from portal.screening.forms import DecisionForm
from portal.screening.verb_table import VERBS

FAR_TOO_LONG = 100_000
# A password is measured before it is hashed (P1), a browser's answer about a passkey before it is read.
MEASURED_BY_THE_ACTION = {"SignInForm.password", "PasswordForm.password", "PasskeyForm.credential"}
# These two are given their choices when they are made, and take dates and lists only.
MADE_FOR_A_CONSULTANT = {"AbsenceForm", "ExceptionForm"}
ROOT = Path(__file__).resolve().parents[2]
# Names of our own tables and of the databases that a restore makes; a name cannot be a bound value. And
# `written`, for words of the program's own.
WRITTEN_WITH_NAMES = {
    "portal/backups/restoring.py",
    "portal/backups/snapshot.py",
    "portal/models/columns.py",
    "portal/rewriting.py",
}


def _raw_statements(module: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"text", "exec_driver_sql", "literal_column"}:
                yield node.args[0]


def _put_together(module: ast.Module) -> bool:
    return any(isinstance(made, ast.JoinedStr | ast.BinOp) for made in _raw_statements(module))


def test_no_statement_is_put_together_from_words() -> None:
    found = {
        str(path.relative_to(ROOT))
        for folder in ("portal", "importers")
        for path in (ROOT / folder).rglob("*.py")
        if _put_together(ast.parse(path.read_text()))
    }
    assert found == WRITTEN_WITH_NAMES


PATTERNS = {"like", "ilike", "notlike", "icontains", "istartswith", "iendswith", "op"}


def _patterns(module: ast.Module) -> Iterator[ast.expr]:
    """What is compared with a pattern in which % and _ mean something."""
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and node.args
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in PATTERNS
        ):
            yield node.args[0]


def test_p19_no_pattern_is_made_of_what_somebody_typed() -> None:
    """So that there is no % or _ of a reader to be escaped: words are looked up whole, in an index."""
    made = {
        f"{path.relative_to(ROOT)}:{pattern.lineno}"
        for folder in ("portal", "importers")
        for path in (ROOT / folder).rglob("*.py")
        for pattern in _patterns(ast.parse(path.read_text()))
        if not isinstance(pattern, ast.Constant)
    }
    assert made == set()


def test_p19_a_pattern_of_what_was_typed_would_be_found() -> None:
    (pattern,) = _patterns(ast.parse("select(Posting).where(Posting.title.like(f'%{typed}%'))"))
    assert not isinstance(pattern, ast.Constant)


def test_a_statement_put_together_would_be_found() -> None:
    assert _put_together(ast.parse("session.execute(text(f'select {typed}'))"))
    assert not _put_together(ast.parse("session.execute(text('select 1'))"))


@pytest.mark.parametrize("typed", ["' OR 1=1 --", "received'", "", "a b", "1", "æ", "a;b"])
def test_what_is_no_word_of_ours_never_stands_in_a_statement(typed: str) -> None:
    with pytest.raises(ValueError, match="may not stand"):
        written(typed)


def _all_forms(form: type[FlaskForm]) -> Iterator[type[FlaskForm]]:
    for kind in form.__subclasses__():
        yield kind
        yield from _all_forms(kind)


def _endless(form: type[FlaskForm], **given: Any) -> list[str]:
    """The fields that take a text of any length: neither cut nor complained about."""
    empty = form(formdata=None, meta={"csrf": False}, **given)
    names = [name for name, field in empty._fields.items() if isinstance(field, StringField)]
    filled = form(formdata=MultiDict(dict.fromkeys(names, "å" * FAR_TOO_LONG)), meta={"csrf": False}, **given)
    filled.validate()
    return [
        name for name in names if len(filled[name].data or "") == FAR_TOO_LONG and not filled[name].errors
    ]


def test_every_typed_field_has_a_greatest_length(app: Flask) -> None:
    endless = []
    for form in _all_forms(FlaskForm):
        if form.__module__.startswith("portal.") and form.__qualname__ not in MADE_FOR_A_CONSULTANT:
            given = {"verb": VERBS[0]} if issubclass(form, DecisionForm) else {}
            with app.test_request_context("/", method="POST"):
                endless += [f"{form.__qualname__}.{name}" for name in _endless(form, **given)]
    assert set(endless) == MEASURED_BY_THE_ACTION


def test_a_field_without_a_length_would_be_found(app: Flask) -> None:
    class Endless(FlaskForm):  # type: ignore[misc]
        name = StringField()

    with app.test_request_context("/", method="POST"):
        assert _endless(Endless) == ["name"]
