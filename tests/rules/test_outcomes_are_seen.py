"""A test in a browser says in its own body what has to be so: nobody need open a helper to learn it."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "browser"
SAYING = {"expect", "raises", "warns"}


def _says_what_has_to_be_so(test: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAYING)
        for node in ast.walk(test)
    )


def _silent(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if is_test and not _says_what_has_to_be_so(node):
            yield node.name


def test_no_test_is_silent_about_its_outcome() -> None:
    found = {
        f"{path.relative_to(TESTS)}::{name}"
        for path in TESTS.rglob("test_*.py")
        for name in _silent(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_a_silent_test_would_be_found() -> None:
    silent = "def test_a(page):\n    look(page)\ndef test_b(page):\n    look(page)\n    assert page.url\n"
    assert [*_silent(ast.parse(silent))] == ["test_a"]
