"""Reads FEEDS_FILE: which sources there are, in which format, and what each of them may do."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from importers.formats import FORMATS
from portal.jobs.incoming import ImporterError
from portal.jobs.keep import KeepRule

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KINDS: Final[Mapping[str, type]] = {
    "name": str,
    "format": str,
    "url": str,
    "keep": str,
    "include": list,
    "exclude": list,
    "hosts": list,
    "allow_http": bool,
    "allow_private": bool,
    "rank": int,
    "options": dict,
}


class FeedsFileError(ImporterError):
    """FEEDS_FILE cannot be used; the message says where and why."""


@dataclass(frozen=True, kw_only=True)
class SourceConfig:
    """One source as the operator describes it.

    `keep` picks the ads; `hosts` are the names its requests may go to; a lower `rank` wins where two sources
    have the same ad; `options` are the format's own.
    """

    name: str
    format: str
    url: str
    keep: KeepRule = field(default_factory=KeepRule)
    hosts: frozenset[str] = frozenset()
    allow_http: bool = False
    allow_private: bool = False
    rank: int = 100
    options: Mapping[str, Any] = field(default_factory=dict)


def load(path: Path) -> tuple[SourceConfig, ...]:
    """The sources in the file at `path`, in its order; none where there is no file. Raises FeedsFileError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FeedsFileError(f"{path}: {error}") from None
    tables = content.get("source", [])
    if set(content) - {"source"} or not isinstance(tables, list):
        raise FeedsFileError(f"{path}: it may hold [[source]] tables and nothing else")
    sources = tuple(_source(path, table) for table in tables)
    for source in sources:
        if [other.name for other in sources].count(source.name) > 1:
            raise FeedsFileError(f"{path}: two sources are called {source.name!r}")
    return sources


def _source(path: Path, table: Any) -> SourceConfig:
    if not isinstance(table, dict):
        raise FeedsFileError(f"{path}: write each source as [[source]]")
    name = table.get("name", "?")
    try:
        _check_keys(table)
        return _checked(table)
    except ValueError as error:
        raise FeedsFileError(f"{path}: source {name!r}: {error}") from None


def _check_keys(table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        kind = _KINDS.get(key)
        if kind is None:
            raise ValueError(f"unknown key {key!r}")
        if type(value) is not kind:
            raise ValueError(f"{key} must be a {kind.__name__}")
    for key in ("name", "format", "url"):
        if not table.get(key):
            raise ValueError(f"{key} is missing")


def _checked(table: Mapping[str, Any]) -> SourceConfig:
    if not _NAME.fullmatch(table["name"]):
        raise ValueError("a name has a-z, 0-9 and hyphens, at most 40")
    if table["format"] not in FORMATS:
        raise ValueError(f"format {table['format']!r} is none of {', '.join(FORMATS)}")
    url, options = table["url"], table.get("options", {})
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("url must be a whole address")
    if parts.scheme == "http" and not table.get("allow_http"):
        raise ValueError("url is not https; write allow_http = true if that is meant")
    FORMATS[table["format"]].options(url, options)
    return SourceConfig(
        name=table["name"],
        format=table["format"],
        url=url,
        keep=_keep(table),
        hosts=frozenset({parts.hostname, *_words(table, "hosts")}),
        allow_http=table.get("allow_http", False),
        allow_private=table.get("allow_private", False),
        rank=table.get("rank", 100),
        options=options,
    )


def _keep(table: Mapping[str, Any]) -> KeepRule:
    keep = table.get("keep", "klap")
    if keep not in {"klap", "all"}:
        raise ValueError(f'keep is {keep!r}; it may be "klap" or "all"')
    return KeepRule(keep=keep, include=_words(table, "include"), exclude=_words(table, "exclude"))


def _words(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    words = table.get(key, [])
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError(f"{key} must be a list of words")
    return tuple(words)
