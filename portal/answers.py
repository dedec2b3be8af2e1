"""What the applicant answered, read from an application's JSON. Pure; an odd entry never makes it fail."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer: `question` and `text` as they stood on the page, `values` what was chosen or typed."""

    key: str
    question: str
    text: str
    values: tuple[str, ...]


def read(stored: str) -> tuple[Answer, ...]:
    """The answers in the JSON of `Application.answers`, in order; what has no key is left out."""
    try:
        entries = json.loads(stored or "[]")
    except ValueError:
        return ()
    if not isinstance(entries, list):
        return ()
    return tuple(_answer(entry) for entry in entries if isinstance(entry, dict) and entry.get("key"))


def _answer(entry: dict[str, Any]) -> Answer:
    values = _values(entry.get("value"))
    return Answer(
        key=str(entry["key"]),
        question=str(entry.get("question") or ""),
        text=str(entry.get("text") or ", ".join(values)),
        values=values,
    )


def _values(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, dict):
        return tuple(str(part) for part in value.values() if part)
    return tuple(str(part) for part in value) if isinstance(value, list) else (str(value),)


def find(answers: Iterable[Answer], key: str) -> Answer | None:
    """The answer with this key; None where the question was not asked, or was skipped."""
    # A plain loop: a list of cases asks five times for each of its lines.
    for answer in answers:
        if answer.key == key and answer.values:
            return answer
    return None
