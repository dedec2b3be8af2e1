"""From the JSON that a partner sends to entries, or refusals that say what to put right. Pure.

The fields are those of `openapi.json`; a test compares.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeGuard

from portal.jobs.incoming import Entry, Reason, Refusal

MOST_POSTINGS: Final = 100
LONGEST_LINE: Final = 300
LONGEST_LINK: Final = 2000
LONGEST_TEXT: Final = 100_000
MOST_HOURS: Final = 48
YEARS: Final = range(2000, 2100)
JOB_TYPES: Final = {"skaanejob": "skånejob", "fleksjob": "fleksjob"}

DETAILS: Final[Mapping[Reason, str]] = {
    Reason.NO_REFERENCE: "Give the posting a reference of 1 to 300 printable characters.",
    Reason.NO_TITLE: "Give the posting a title.",
    Reason.TWICE: "The reference stands twice in this batch; the first posting was used.",
    Reason.TOO_LONG: "A field is too long.",
    Reason.CPR: "A text holds something that looks like a CPR number; it was not stored.",
    Reason.OVER: "The last day of the posting has passed.",
}
"""What to tell a partner where the reading of a posting has found nothing more precise."""


class BatchError(ValueError):
    """The request as a whole is of no use; the message says why."""


class _FieldError(ValueError):
    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Item:
    """One posting of a batch: an entry, or why it is none; `detail` says it to the partner."""

    posting: Entry | Refusal
    detail: str = ""


def read_batch(body: bytes) -> list[Item]:
    """The postings in a request's body. Raises BatchError."""
    content = _parse(body)
    if not isinstance(content, dict) or set(content) != {"postings"}:
        raise BatchError('The body must be an object with "postings" and nothing else.')
    postings = content["postings"]
    if not isinstance(postings, list) or not 1 <= len(postings) <= MOST_POSTINGS:
        raise BatchError(f"A batch has 1 to {MOST_POSTINGS} postings.")
    return [read_posting(value) for value in postings]


def _parse(body: bytes) -> Any:
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BatchError("The body is not JSON in UTF-8.") from None


def _no_number(name: str) -> None:
    raise ValueError(name)


def read_posting(value: Any) -> Item:
    """One posting as an entry, or as a refusal with what is wrong in it."""
    reference = value.get("reference") if isinstance(value, dict) else None
    if not is_reference(reference):
        return _refused("", Reason.NO_REFERENCE, DETAILS[Reason.NO_REFERENCE], value)
    try:
        return Item(posting=Entry(reference=reference, **_fields(value)))
    except _FieldError as error:
        return _refused(reference, error.reason, str(error), value)


def is_reference(value: Any) -> TypeGuard[str]:
    """Whether `value` can name a posting."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_LINE and value.isprintable()


def _refused(reference: str, reason: Reason, detail: str, value: Any) -> Item:
    payload = json.dumps(value, ensure_ascii=False, indent=1)
    return Item(posting=Refusal(reference=reference, reason=reason, payload=payload), detail=detail)


def _fields(value: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    for name, given in value.items():
        if name == "reference":
            continue
        if name not in FIELDS:
            raise _FieldError(Reason.UNREADABLE, f"There is no field {name[:LONGEST_LINE]!r}.")
        if given is not None:
            target, read = FIELDS[name]
            entry[target] = read(name, given)
    if not entry.get("title", "").strip():
        raise _FieldError(Reason.NO_TITLE, DETAILS[Reason.NO_TITLE])
    return entry


def _text(longest: int) -> Callable[[str, Any], str]:
    def read(name: str, given: Any) -> str:
        if not isinstance(given, str):
            raise _FieldError(Reason.UNREADABLE, f"{name} must be a text.")
        if len(given) > longest:
            raise _FieldError(Reason.TOO_LONG, f"{name} has more than {longest} characters.")
        return given

    return read


def _matching(pattern: str, example: str) -> Callable[[str, Any], str]:
    def read(name: str, given: Any) -> str:
        if not isinstance(given, str) or not re.fullmatch(pattern, given):
            raise _FieldError(Reason.UNREADABLE, f"{name} must look like {example!r}.")
        return given

    return read


def _day(name: str, given: Any) -> date:
    try:
        day = date.fromisoformat(_matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-12-24")(name, given))
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        raise _FieldError(Reason.UNREADABLE, f"{name} must be a date like '2026-12-24'.")
    return day


def _hours(name: str, given: Any) -> float:
    if not isinstance(given, int | float) or isinstance(given, bool) or not 0 < given <= MOST_HOURS:
        raise _FieldError(Reason.UNREADABLE, f"{name} must be a number up to {MOST_HOURS}.")
    return float(given)


def _job_type(name: str, given: Any) -> tuple[str, ...]:
    if given not in tuple(JOB_TYPES):
        raise _FieldError(Reason.UNREADABLE, f"{name} must be one of {', '.join(JOB_TYPES)}.")
    return (JOB_TYPES[given],)


FIELDS: Final[Mapping[str, tuple[str, Callable[[str, Any], Any]]]] = {
    "title": ("title", _text(LONGEST_LINE)),
    "text": ("body_html", _text(LONGEST_TEXT)),
    "employer": ("employer", _text(LONGEST_LINE)),
    "cvr": ("cvr", _matching("[0-9]{8}", "12345678")),
    "url": ("url", _text(LONGEST_LINK)),
    "apply_url": ("apply_url", _text(LONGEST_LINK)),
    "job_type": ("conditions", _job_type),
    "hours_min": ("hours_min", _hours),
    "hours_max": ("hours_max", _hours),
    "published_on": ("published_on", _day),
    "deadline": ("deadline", _day),
    "expires_on": ("expires_on", _day),
    "address": ("address", _text(LONGEST_LINE)),
    "postal_code": ("postal_code", _matching("[0-9]{4}", "4200")),
    "town": ("town", _text(LONGEST_LINE)),
    "municipality": ("municipality", _text(LONGEST_LINE)),
}
"""How each field of a posting is read, and which part of an entry it becomes."""
