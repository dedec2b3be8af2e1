"""Answers in JSON, read with a plain reason where they are none, and what a refusal keeps of an item. Pure.

A refusal keeps only the keys that its format reads, so that contact persons beside them are never stored.
"""

import json
from collections.abc import Collection
from typing import Any, Final

from portal.jobs.incoming import LONGEST_PAYLOAD, Reason, Refusal

DEEPEST: Final = 100
"""How many objects and lists may stand in one another."""


class UnknownShapeError(ValueError):
    """The answer is not one of the format; the message says in plain words what is wrong."""


def json_object(body: bytes) -> dict[str, Any]:
    """The JSON object that `body` is. Raises UnknownShapeError."""
    try:
        answer = json.loads(body)
    except RecursionError:
        raise UnknownShapeError("the answer is nested too deeply") from None
    except ValueError:
        what = "a web page or XML" if body.lstrip()[:1] == b"<" else "no JSON"
        raise UnknownShapeError(f"the answer is {what}") from None
    if not isinstance(answer, dict):
        raise UnknownShapeError("the answer is no JSON object")
    if _is_deeper_than(DEEPEST, answer):
        raise UnknownShapeError("the answer is nested too deeply")
    return answer


def _is_deeper_than(depth: int, value: Any) -> bool:
    level = [value]
    for _ in range(depth):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    return bool(level)


def count(answer: dict[str, Any], key: str) -> int | None:
    """A number of things, 0 or more; None if there is none at `key`."""
    value = answer.get(key)
    return value if type(value) is int and value >= 0 else None


def refusal(reference: str, reason: Reason, item: Any, keys: Collection[str]) -> Refusal:
    """A refusal of `item` that keeps what it says at `keys`, at most 20,000 characters of JSON."""
    said = {key: item[key] for key in sorted(keys) if key in item} if isinstance(item, dict) else None
    payload = json.dumps(said, ensure_ascii=False)[:LONGEST_PAYLOAD]
    return Refusal(reference=reference, reason=reason, payload=payload)
