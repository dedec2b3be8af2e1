"""What a source remembers from run to run: validators of its answers, what "not modified" stands for, and
addresses that moved for good. Pure.

A page is remembered only when everything in it was settled. So "not modified" can say which ads are still
there without being read again, and never hides one that still waits to be stored.
"""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from portal.jobs.incoming import MADE_BY, Reason, Request


@dataclass(frozen=True, kw_only=True)
class PageMemory:
    """One answer: its validators, the references kept, those left out and why, those that had ended, and the
    requests that followed.
    """

    etag: str = ""
    modified: str = ""
    stated_total: int | None = None
    kept: tuple[str, ...] = ()
    left_out: Mapping[str, Reason] = field(default_factory=dict)
    stopped: tuple[str, ...] = ()
    snapshot: bool = True
    next_requests: tuple[Request, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What is known from before, by the request's whole address: pages, and addresses that moved for good."""

    pages: Mapping[str, PageMemory] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def key(request: Request) -> str:
    """What a request is remembered by."""
    return f"{request.url}?{urlencode(request.params)}"


def fingerprint(*settings: Any) -> str:
    """A hash of everything that decides how answers are read; another one makes all memory void."""
    return hashlib.sha256(repr((MADE_BY, settings)).encode()).hexdigest()


def load(stored: Mapping[str, Any], *, made_with: str) -> Memory:
    """The memory in the form of `dump`; empty where it was made with other settings or is not readable."""
    if stored.get("made_with") != made_with:
        return Memory()
    try:
        return Memory(
            pages={name: _page(values) for name, values in stored["pages"].items()},
            moved={str(name): str(address) for name, address in stored["moved"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return Memory()


def _page(values: Mapping[str, Any]) -> PageMemory:
    return PageMemory(
        etag=values["etag"],
        modified=values["modified"],
        stated_total=values["stated_total"],
        kept=tuple(values["kept"]),
        left_out={reference: Reason(reason) for reference, reason in values["left_out"].items()},
        stopped=tuple(values["stopped"]),
        snapshot=values["snapshot"],
        next_requests=tuple(_request(request) for request in values["next_requests"]),
    )


def _request(values: Mapping[str, Any]) -> Request:
    pairs = {name: tuple((k, v) for k, v in values[name]) for name in ("params", "headers")}
    return Request(**{**values, **pairs})


def dump(memory: Memory, *, made_with: str) -> dict[str, Any]:
    """The memory as plain JSON values."""
    content = {"made_with": made_with, **dataclasses.asdict(memory)}
    plain: dict[str, Any] = json.loads(json.dumps(content))
    return plain


def can_remember(request: Request, *, etag: str, modified: str) -> bool:
    """Whether asking again may be answered "not modified"."""
    return request.method == "GET" and request.body is None and bool(etag or modified)
