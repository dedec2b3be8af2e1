"""Writes docs/trust.md: promise, tests, last figure. ``python tests/trust/table.py``, or `make trust`."""

import ast
import fcntl
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
PROMISES = Path(__file__).with_name("promises.toml")
FIGURES = ROOT / "docs" / "figures.json"
REPORT = ROOT / "docs" / "trust.md"
NUMBER = re.compile(r"\bP(\d{1,2})\b|\bpromise (\d{1,2})\b|_p(\d{1,2})(?=_)")
HEAD = """# Trust

What the portal promises, where the tests are that prove it, and the last figure if there is one. Written by
`make trust`; figures come from `make proof`, which notes them in `figures.json` with their date.
"""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise: its number and words, and what of it is not kept ("" for nothing)."""

    number: int
    words: str
    open: str = ""


def chapters() -> dict[str, list[Promise]]:
    """The promises by the title of their chapter."""
    found = tomllib.loads(PROMISES.read_text(encoding="utf-8"))
    return {
        chapter["title"]: [_promise(key, value) for key, value in chapter.items() if key.isdecimal()]
        for chapter in found.values()
    }


def _promise(number: str, value: Any) -> Promise:
    if isinstance(value, str):
        return Promise(number=int(number), words=value)
    return Promise(number=int(number), words=value["words"], open=value["open"])


@cache
def proofs() -> dict[int, list[str]]:
    """For each promise the files with tests that prove it."""
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for number in sorted(named_in(ast.parse(path.read_text(encoding="utf-8")))):
            found[number].append(str(path.relative_to(TESTS)))
    return found


def named_in(module: ast.Module) -> set[int]:
    """The promises that the docstring of a module, or the docstring or name of one of its tests, numbers."""
    tests = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    said = [
        f"{ast.get_docstring(test) or ''} {test.name}_" for test in tests if test.name.startswith("test_")
    ]
    texts = [ast.get_docstring(module) or "", *said] if said else []
    return {number for text in texts for number in _numbers(text)}


def _numbers(text: str) -> Iterator[int]:
    return (int("".join(found)) for found in NUMBER.findall(text))


def figures() -> dict[str, Any]:
    """The last figures by the number of their promise."""
    return dict(json.loads(FIGURES.read_text(encoding="utf-8"))) if FIGURES.exists() else {}


def note(promise: int, figure: str, *, day: str) -> None:
    """Notes the last figure of a promise; `day` as 2026-11-22. Several processes may do so at once."""
    with FIGURES.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        known = json.load(file) | {str(promise): {"figure": figure, "date": day}}
        ordered = dict(sorted(known.items(), key=lambda item: int(item[0])))
        file.seek(0)
        file.truncate()
        file.write(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n")


def report() -> str:
    """The document."""
    proven, measured = proofs(), figures()
    lines = [HEAD]
    for title, promises in chapters().items():
        lines += [f"## {title}", "", "| | promise | tests | last figure |", "|---|---|---|---|"]
        lines += [_row(promise, proven.get(promise.number, []), measured) for promise in promises]
        lines.append("")
    still = [promise for promises in chapters().values() for promise in promises if promise.open]
    if still:
        lines += ["## Not kept, or not in full", ""]
        lines += [f"- **{promise.number}** {promise.open}" for promise in still]
        lines.append("")
    return "\n".join(lines)


def _row(promise: Promise, tests: Sequence[str], measured: Mapping[str, Any]) -> str:
    files = ", ".join(f"`{path}`" for path in tests)
    figure = measured.get(str(promise.number))
    said = f"{figure['figure']} ({figure['date']})" if figure else ""
    mark = " *" if promise.open else ""
    return f"| {promise.number}{mark} | {promise.words} | {files} | {said} |"


if __name__ == "__main__":
    REPORT.write_text(report(), encoding="utf-8")
