"""The options of a format as they stand in FEEDS_FILE, checked with a plain message. Pure."""

import re
from collections.abc import Mapping
from typing import Any


def refuse_unknown(table: Mapping[str, Any], known: str) -> None:
    """Raises ValueError for an option that is none of the words of `known`."""
    unknown = set(table) - set(known.split())
    if unknown:
        raise ValueError(f"unknown option {min(unknown)!r}")


def words(table: Mapping[str, Any], key: str, default: str = "") -> str:
    """The text at `key`, without blanks around it. Raises ValueError where it is none."""
    value = table.get(key, default)
    if type(value) is not str:
        raise ValueError(f"{key} must be a text")
    return value.strip()


def number(table: Mapping[str, Any], key: str, default: int, *, least: int, most: int) -> int:
    """The whole number at `key`. Raises ValueError where it is none from `least` to `most`."""
    value = table.get(key, default)
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{key} must be a number from {least} to {most}")
    return value


def flag(table: Mapping[str, Any], key: str, *, default: bool = False) -> bool:
    """What is true or false at `key`; where nothing is there `default`. Raises ValueError."""
    value = table.get(key, default)
    if type(value) is not bool:
        raise ValueError(f"{key} must be true or false")
    return value


def choice(table: Mapping[str, Any], key: str, *allowed: str) -> str:
    """One of `allowed`, the first where nothing is stated. Raises ValueError."""
    value = words(table, key, allowed[0])
    if value not in allowed:
        raise ValueError(f"{key} must be one of {', '.join(filter(None, allowed))}")
    return value


def pattern(table: Mapping[str, Any], key: str) -> str:
    """A regular expression, "" where none is stated. Raises ValueError."""
    source = words(table, key)
    try:
        re.compile(source)
    except re.error as error:
        raise ValueError(f"{key} is no regular expression ({error})") from None
    return source
