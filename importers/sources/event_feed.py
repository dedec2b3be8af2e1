"""A partner's own feed in JSON: ads that are open, ads that have stopped, and the address of the next page.

This is the format to agree on with a partner who can build a feed. A page is an object::

    {"items": [
       {"id": "butik-17", "status": "ACTIVE", "title": "Medhjælper i butik", "employer": "Testmarked",
        "text_html": "<p>...</p>", "url": "https://...", "apply_url": "https://...",
        "kinds": ["skånejob"], "hours_min": 10, "hours_max": 15, "published": "2026-11-01",
        "deadline": "2026-12-01", "expires": "2027-01-31", "address": "Prøvevej 1",
        "postal_code": "4200", "town": "Slagelse", "municipality": "Slagelse", "cvr": "12345678"},
       {"id": "butik-16", "status": "INACTIVE"}],
     "total": 1,
     "next_url": "https://.../feed?page=2"}

An item needs ``id``, which never changes, and while it is open ``title``. All pages together hold every ad
that is open; ``total``, where it is stated, says how many those are. ``next_url`` is missing, null or "" on
the last page. An ad that has stopped stays in the feed as INACTIVE, or as ``"removed": true``,
for at least a month: it closes at once, whatever the rule about which ads to keep says of it. An ad that
vanishes without that closes by the ordinary rules. Where an id comes twice, the later one counts. A feed
that holds only what changed lately says ``changes_only = true`` in its options: an ad that is absent from it
stays open until it is INACTIVE or its last day has passed.

The names of JSON Feed 1.1 and of feeds with a ``_feed_entry`` are understood as well: ``content_html``,
``content_text``, ``date_published``, ``uuid``, ``businessName``, ``municipal``.

Options: ``employer`` (the name to show where an item states none) and ``changes_only``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from importers import answers, stated
from importers import options as configured
from importers.answers import UnknownShapeError
from portal.jobs.incoming import Entry, Page, Reason, Refusal, Request, Response

QUERY: Final = "items"
MOST_KINDS: Final = 10
READ: Final = frozenset(
    "id uuid status removed title employer businessName text_html content_html content_text url apply_url"
    " kinds hours_min hours_max published date_published deadline expires address postal_code town"
    " municipality municipal cvr".split()
)
"""The keys that a refused item is kept with; contact persons may stand at others."""

_REFERENCE = re.compile(r"[!-~]{1,200}")


@dataclass(frozen=True, kw_only=True)
class Options:
    """`url` is the first page; `employer` the name to show where an item has none; `changes_only` says that
    the feed does not hold every open ad.
    """

    url: str
    employer: str = ""
    changes_only: bool = False


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "employer changes_only")
    return Options(
        url=url,
        employer=configured.words(table, "employer"),
        changes_only=configured.flag(table, "changes_only"),
    )


def start(opts: Options) -> tuple[Request, ...]:
    """The first page."""
    return (_page_request(opts.url),)


def _page_request(url: str) -> Request:
    return Request(url=url, tag="page", query=QUERY, headers=(("accept", "application/json"),))


def read(opts: Options, response: Response) -> Page:
    """The items in a response. Raises UnknownShapeError where it is no page of this format."""
    answer = answers.json_object(response.body)
    items = answer.get("items")
    if not isinstance(items, list):
        raise UnknownShapeError("the answer has no items")
    found = _Found()
    for item in items:
        found.add(opts, item)
    return Page(
        entries=tuple(found.entries.values()),
        refusals=tuple(found.refusals),
        stopped=tuple(found.stopped),
        stated_total=answers.count(answer, "total"),
        snapshot=not opts.changes_only,
        next_requests=_next(response.request.url, answer.get("next_url")),
    )


def _next(url: str, following: Any) -> tuple[Request, ...]:
    if following is None or following == "":
        return ()
    try:
        target = urljoin(url, following)
        scheme = urlsplit(target).scheme
    except (ValueError, TypeError, AttributeError):
        raise UnknownShapeError("next_url is no address") from None
    if scheme not in {"http", "https"}:
        raise UnknownShapeError("next_url is no web address")
    return (_page_request(target),)


@dataclass
class _Found:
    """What a page says, the later item of an id replacing the earlier. `stopped` keeps the order."""

    entries: dict[str, Entry] = field(default_factory=dict)
    stopped: dict[str, None] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def add(self, opts: Options, item: Any) -> None:
        said = _flat(item)
        reference = stated.text(said, "id")
        if not _REFERENCE.fullmatch(reference):
            self.refusals.append(answers.refusal("", Reason.NO_REFERENCE, item, READ))
            return
        status = "INACTIVE" if said.get("removed") is True else stated.text(said, "status").upper()
        if status == "INACTIVE":
            self.entries.pop(reference, None)
            self.stopped[reference] = None
        elif status != "ACTIVE":
            self.refusals.append(answers.refusal(reference, Reason.UNREADABLE, said, READ))
        elif not stated.text(said, "title"):
            self.refusals.append(answers.refusal(reference, Reason.NO_TITLE, said, READ))
        else:
            self.stopped.pop(reference, None)
            self.entries[reference] = _entry(opts, reference, said)


def _flat(item: Any) -> dict[str, Any]:
    """The item with what its ``_feed_entry`` says; an empty one for anything that is no object."""
    if not isinstance(item, dict):
        return {}
    inner = stated.table(item, "_feed_entry")
    return {**item, **inner, "id": inner.get("uuid", item.get("id"))}


def _entry(opts: Options, reference: str, said: Mapping[str, Any]) -> Entry:
    return Entry(
        reference=reference,
        title=stated.text(said, "title"),
        employer=_first(said, "employer", "businessName") or opts.employer,
        cvr=stated.text(said, "cvr"),
        body_html=_body(said),
        url=stated.text(said, "url"),
        apply_url=stated.text(said, "apply_url"),
        conditions=_kinds(said),
        hours_min=stated.hours(said, "hours_min"),
        hours_max=stated.hours(said, "hours_max"),
        published_on=stated.day(said, "published") or stated.day(said, "date_published"),
        deadline=stated.day(said, "deadline"),
        expires_on=stated.day(said, "expires"),
        address=stated.text(said, "address"),
        postal_code=stated.text(said, "postal_code"),
        town=stated.text(said, "town"),
        municipality=_first(said, "municipality", "municipal"),
    )


def _first(said: Mapping[str, Any], *keys: str) -> str:
    return next(filter(None, (stated.text(said, key) for key in keys)), "")


def _body(said: Mapping[str, Any]) -> str:
    keys = ("text_html", "content_html", "content_text")
    return next(filter(None, (stated.body(said, key) for key in keys)), "")


def _kinds(said: Mapping[str, Any]) -> tuple[str, ...]:
    """The words for the kind of job: a list of them, or one."""
    kinds = said.get("kinds")
    listed = kinds[:MOST_KINDS] if isinstance(kinds, list) else [kinds]
    return tuple(filter(None, (stated.text({"": kind}, "") for kind in listed)))
