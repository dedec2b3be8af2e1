"""House rules that a machine can check: sizes, docstrings, templates, what must never be named."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
VAGUE_NAMES = re.compile(r"(^|/)(utils?|helpers?|common|misc|managers?|services?)(\.py|/)")
CLOCKS = frozenset({"clock.now", "clock.today", "date.today", "datetime.now", "time.time"})
# Where packages come from is a setting of the machine that installs them, never of the project.
REGISTRY_HOSTS = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|/opt/pypi|files\.python")


def _tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    return [ROOT / name for name in listed if name.endswith(endings) and (ROOT / name).is_file()]


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


PYTHON = [path for path in _tracked(".py") if "migrations/versions" not in _named(path)]
CODE = [path for path in PYTHON if not _named(path).startswith("tests/")]
TEMPLATES = [path for path in _tracked(".html", ".txt") if _named(path).startswith("portal/templates")]


def test_there_is_something_to_check() -> None:
    assert len(CODE) > 40
    assert len(TEMPLATES) > 20


def test_no_file_is_longer_than_one_idea() -> None:
    sizes = {_named(path): len(path.read_text().splitlines()) for path in PYTHON}
    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES} == {}


def test_every_function_fits_a_screen() -> None:
    long = {
        f"{_named(path)}:{node.name}": lines
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    assert [_named(path) for path in PYTHON if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [_named(path) for path in PYTHON if VAGUE_NAMES.search(_named(path))] == []


def test_nothing_is_left_unfinished() -> None:
    # Written in two parts, so that this file does not find itself.
    marks = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error")))
    assert [_named(path) for path in [*PYTHON, *TEMPLATES] if marks.search(path.read_text())] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("inline style", r"<style|\sstyle="),
        ("inline script", r"<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)"),
        ("event attribute", r"\son[a-z]+="),
        ("another origin", r"""(src|href)=["'](https?:)?//"""),
    ],
)
def test_no_template_holds(what: str, pattern: str) -> None:
    # A mail has no address of its own, and a macro's argument is no attribute.
    pages = [path for path in TEMPLATES if "/email/" not in _named(path) and path.suffix == ".html"]
    tag = re.compile(r"<[a-z][^>{]*")
    found = [
        _named(path)
        for path in pages
        for opened in tag.findall(path.read_text())
        if re.search(pattern, opened)
    ]
    assert found == []


def test_the_project_names_no_package_registry() -> None:
    texts = _tracked(
        ".py", ".md", ".toml", ".txt", ".json", ".yml", ".yaml", ".mjs", ".cfg", "Makefile", "run"
    )
    this = Path(__file__).resolve()
    assert [_named(p) for p in texts if p != this and REGISTRY_HOSTS.search(p.read_text())] == []


def test_every_locked_package_has_a_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text().splitlines()
        pinned = [n for n, line in enumerate(lines) if re.match(r"[a-z0-9].*==", line)]
        assert len(pinned) > 10
        assert [lines[n] for n in pinned if "--hash=sha256:" not in lines[n + 1]] == []


def test_no_module_asks_the_clock_when_it_is_imported() -> None:
    """What is as old as the process is wrong after midnight, and a test run may begin before it."""
    asked = {
        f"{_named(path)}:{part.lineno}"
        for path in PYTHON
        if any(f"{clock}(" in (text := path.read_text()) for clock in CLOCKS)
        for part in _run_at_import(ast.parse(text))
        if isinstance(part, ast.Call) and ast.unparse(part.func) in CLOCKS
    }
    assert asked == set()


def _run_at_import(part: ast.AST) -> Iterator[ast.AST]:
    """Everything but what stands inside functions; their decorators and defaults are worked out at once."""
    yield part
    later: list[ast.AST] = []
    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
        later = list(part.body)
    elif isinstance(part, ast.Lambda):
        later = [part.body]
    for inner in ast.iter_child_nodes(part):
        if inner not in later:
            yield from _run_at_import(inner)


def test_nobody_but_the_server_imports_wsgi() -> None:
    pattern = re.compile(r"^\s*(import wsgi|from wsgi)", re.MULTILINE)
    assert [_named(path) for path in CODE if pattern.search(path.read_text())] == []
