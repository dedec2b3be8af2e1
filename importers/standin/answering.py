"""What the stand-in answers to a request, faults included; `server.py` puts it on the wire."""

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from threading import Lock
from typing import Any

from importers.standin.ad import Ad
from importers.standin.faults import Damage, Faults, hit
from importers.standin.search import MAX_PER_PAGE, BadInputError, Query, answer, understood
from importers.standin.shapes import detail_record

ROOT = "/bff"
SEARCH = f"{ROOT}/FindJob/Search"
DETAIL = f"{ROOT}/FindJob/JobAdDetails/"
PAGE = "/find-job/"
JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WEB_PAGE = "<!doctype html><title>Jobnet</title><p>Vi er straks tilbage.</p>"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it came in; header names are lower case."""

    path: str
    params: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]

    def values(self, name: str) -> list[str]:
        """All values of one parameter."""
        return [value for key, value in self.params if key == name]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer before it is sent."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Standin:
    """What a stand-in serves and has been asked; `ads`, `faults` and `max_per_page` may change while it runs.

    `requests` holds everything asked, in order; `views` counts the detail reads that did not say
    `incrementViews=false`.
    """

    ads: list[Ad]
    faults: Faults = field(default_factory=Faults)
    max_per_page: int = MAX_PER_PAGE
    url: str = ""
    requests: list[Asked] = field(default_factory=list)
    views: Counter[str] = field(default_factory=Counter)
    _failures: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answer:
        """The whole answer to one request; waits first if a fault says so."""
        with self._lock:
            self.requests.append(asked)
        kind, which = _kind(asked)
        time.sleep(hit(self.faults.delay_seconds, kind, which) or 0)
        failed = self._failure(kind, which)
        if failed:
            return failed
        good = self._good_answer(asked, kind, which)
        damage = hit(self.faults.damage, kind, which)
        return _damaged(good, damage) if damage else self._with_etag(good, asked)

    def _failure(self, kind: str, which: str) -> Answer | None:
        status = hit(self.faults.status, kind, which)
        if status is None:
            return None
        with self._lock:
            self._failures[f"{kind}:{which}"] += 1
            healed = self.faults.heals_after
            if healed is not None and self._failures[f"{kind}:{which}"] > healed:
                return None
        wait = self.faults.retry_after
        return replace(_error(status), headers={"Retry-After": str(wait)} if wait is not None else {})

    def _good_answer(self, asked: Asked, kind: str, which: str) -> Answer:
        if kind == "page":
            return self._web_page(which)
        if self.faults.wants_csrf and asked.headers.get("x-csrf") != "1":
            return _error(403)
        if kind == "search":
            return self._search(asked)
        return self._detail(asked, which) if kind == "detail" else _error(404)

    def _search(self, asked: Asked) -> Answer:
        try:
            query = understood({name: asked.values(name) for name, _ in asked.params}, self.max_per_page)
        except BadInputError:
            return _error(400, code=1014, message="Fejl i formatering af inputs")
        found = answer(self._there(), self._page_served(query))
        found["totalJobAdCount"] += self.faults.total_shift.get(query.page, 0)
        return _json(200, found)

    def _page_served(self, query: Query) -> Query:
        last = self.faults.repeats_from
        return replace(query, page=last - 1) if last and query.page >= last else query

    def _detail(self, asked: Asked, which: str) -> Answer:
        if not _UUID.fullmatch(which):
            return _error(400)
        ad = next((ad for ad in self._there() if ad.id == which and not ad.external), None)
        if ad is None:
            return _error(404)
        if asked.values("incrementViews") != ["false"]:
            self.views[which] += 1
        return _json(200, detail_record(ad, self.views[which]))

    def _web_page(self, which: str) -> Answer:
        """The ad as a person sees it, so that links to the original lead somewhere in the demo."""
        ad = next((ad for ad in self._there() if ad.id == which), None)
        if ad is None:
            return Answer(status=404, body=_WEB_PAGE.encode(), headers={"Content-Type": HTML})
        title = escape(ad.title)
        page = f"<!doctype html><html lang=da><title>{title}</title><h1>{title}</h1>{ad.body}"
        return Answer(status=200, body=page.encode(), headers={"Content-Type": HTML})

    def _there(self) -> list[Ad]:
        return [ad for ad in self.ads if ad.id not in self.faults.drop]

    def _with_etag(self, good: Answer, asked: Asked) -> Answer:
        if not self.faults.etags or good.status != 200:
            return good
        etag = f'"{hashlib.sha256(good.body).hexdigest()[:16]}"'
        headers = {**good.headers, "ETag": etag}
        if asked.headers.get("if-none-match") == etag:
            return Answer(status=304, body=b"", headers=headers)
        return replace(good, headers=headers)


def _kind(asked: Asked) -> tuple[str, str]:
    """("search", page), ("detail", id), ("page", id) or ("", "") for anything else."""
    if asked.path == SEARCH:
        return "search", next(iter(asked.values("pageNumber")), "")
    for kind, start in (("detail", DETAIL), ("page", PAGE)):
        if asked.path.startswith(start):
            return kind, asked.path.removeprefix(start)
    return "", ""


def _json(status: int, content: Any) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(status=status, body=body, headers={"Content-Type": JSON})


def _error(status: int, *, code: int | None = None, message: str = "Fejl") -> Answer:
    return _json(status, {"errorCode": code or status, "message": message})


def _damaged(good: Answer, damage: Damage) -> Answer:
    if damage == "truncated":
        return replace(good, body=good.body[: len(good.body) * 2 // 3])
    if damage == "html":
        return Answer(status=200, body=_WEB_PAGE.encode(), headers={"Content-Type": HTML})
    return replace(good, body=b"" if damage == "empty" else b"Vi er straks tilbage")
