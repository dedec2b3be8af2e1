"""The words of the stand-in's ads, as TOML files, and the reader that makes values of them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_ROLE_FILES = ("shop", "kitchen", "work", "people", "outside")


@dataclass(frozen=True, kw_only=True)
class Role:
    """One kind of job: what it is called, how it invites, what one does, and who may offer it."""

    key: str
    trade: str
    occupation: str
    names: tuple[str, ...]
    invites: tuple[str, ...]
    tasks: tuple[str, ...]
    chains: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OrdinaryJob:
    """One kind of job that is no KLAPjob."""

    trade: str
    title: str
    employers: tuple[str, ...]
    tasks: tuple[str, ...]


@cache
def roles() -> tuple[Role, ...]:
    """All roles, in the order of the files."""
    return tuple(
        Role(**{"trade": table.get("trade")} | {key: _frozen(value) for key, value in row.items()})
        for table in map(_table, _ROLE_FILES)
        for row in table["role"]
    )


@cache
def ordinary_jobs() -> tuple[OrdinaryJob, ...]:
    """All kinds of ordinary jobs."""
    rows = _table("ordinary")["job"]
    return tuple(OrdinaryJob(**{key: _frozen(value) for key, value in row.items()}) for row in rows)


def frame(name: str) -> tuple[str, ...]:
    """The sentences called `name` in `frame.toml`."""
    return tuple(_table("frame")[name])


def ordinary(name: str) -> tuple[str, ...]:
    """The sentences called `name` in `ordinary.toml`, or those of a trap ("klap", "fleksjob" ...)."""
    table = _table("ordinary")
    return tuple(table["traps"].get(name) or table[name])


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
