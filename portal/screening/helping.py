"""Who stands beside the person: the helper who filled in, and where news about the case may be sent. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.answers import Answer, find


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Somebody who filled in for the person, as they wrote it themselves."""

    name: str
    phone: str


def helper_of(answers: Sequence[Answer]) -> Helper | None:
    """The helper, or None where the person filled in."""
    name, phone = (_value(answers, key) for key in ("helper_name", "helper_phone"))
    return Helper(name=name, phone=phone) if name or phone else None


def addresses(answers: Sequence[Answer], own_email: str) -> tuple[str, ...]:
    """The mail addresses that news goes to: the person's, the helper's or both, as it was asked for.

    Empty where there is no such address, and somebody must call.
    """
    wanted = _value(answers, "answers_to") or "person"
    own = [own_email] if wanted in {"person", "both"} else []
    helpers = [_value(answers, "helper_mail")] if wanted in {"helper", "both"} else []
    return tuple(dict.fromkeys(address for address in (*own, *helpers) if address))


def numbers(answers: Sequence[Answer], own_phone: str) -> tuple[str, ...]:
    """The telephone numbers that news may go to by SMS: the person's, the helper's or both, as asked for."""
    wanted = _value(answers, "answers_to") or "person"
    own = [own_phone] if wanted in {"person", "both"} else []
    helpers = [_value(answers, "helper_phone")] if wanted in {"helper", "both"} else []
    return tuple(dict.fromkeys(number for number in (*own, *helpers) if number))


def _value(answers: Sequence[Answer], key: str) -> str:
    found = find(answers, key)
    return found.values[0] if found else ""
