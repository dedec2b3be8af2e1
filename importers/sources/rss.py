"""RSS 0.9 to 2.0 and Atom 0.3 and 1.0, as news readers read them, with the habits of job sites by options.

feedparser is handed bytes that were screened; its dates are not used, because it guesses. An answer of no
known version is a failure: an error page sent with status 200 would look like a feed without ads.
"""

import dataclasses
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import feedparser

from importers import ad_fields, dates, markup
from importers import options as configured
from importers.ad_fields import Names
from importers.collecting import Collected, reference, reference_of
from importers.dates import DateOrder
from importers.xml_prolog import OPAQUE, Document, screen
from portal.jobs.incoming import Entry, Page, Request, Response

MOST_PAGES: Final = 250
LONGEST_HEAD: Final = 20_000
ROOTS: Final = frozenset({"rss", "rdf", "feed"})
USUAL_NAMES: Final[Names] = {
    "title": ("title",),
    "url": ("link",),
    "body_html": ("body",),
    "published_on": ("published", "updated", "created"),
    "expires_on": ("expired",),
    "condition": (),
}

_ITEM = re.compile(OPAQUE + r"|<(?P<end>/)?(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])", re.DOTALL)


class NoFeedError(ValueError):
    """The answer is neither RSS nor Atom."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """See docs/feeds.md, where each option is described for those who set it."""

    url: str
    employer: str = ""
    employer_in_title: bool = False
    id_from: str = ""
    id_pattern: str = ""
    town_class: str = ""
    page_param: str = ""
    page_size: int = 0
    only_newest: bool = False
    date_order: DateOrder = ""
    names: Names = field(default_factory=lambda: USUAL_NAMES)


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(
        table,
        "employer employer_in_title id_from id_pattern town_class page_param page_size only_newest date_order"
        " fields",
    )
    opts = Options(
        url=url,
        employer=configured.words(table, "employer"),
        employer_in_title=configured.flag(table, "employer_in_title"),
        id_from=configured.choice(table, "id_from", "", "guid", "link", "title"),
        id_pattern=configured.pattern(table, "id_pattern"),
        town_class=configured.words(table, "town_class"),
        page_param=configured.words(table, "page_param"),
        page_size=configured.number(table, "page_size", 0, least=0, most=5000),
        only_newest=configured.flag(table, "only_newest"),
        date_order=dates.order(table),
        names=ad_fields.names(table, USUAL_NAMES, lambda name: name.lower().replace(":", "_")),
    )
    if bool(opts.page_param) != bool(opts.page_size):
        raise ValueError("page_param and page_size belong together")
    return opts


def start(opts: Options) -> tuple[Request, ...]:
    """The feed, or its first page."""
    return (_page_request(opts, 1),)


def _page_request(opts: Options, number: int) -> Request:
    params = ((opts.page_param, str(number)),) if opts.page_param else ()
    return Request(url=opts.url, tag=f"page:{number}", params=params)


def read(opts: Options, response: Response) -> Page:
    """The ads in a response. Raises NoFeedError or RefusedXmlError where it is no feed."""
    document = screen(response)
    feed = _parse(document)
    whole = _is_whole(document, feed)
    found = Collected()
    for item in feed.entries if whole else feed.entries[: _finished(document)]:
        values = {**_texts(item), "body": _body(item)}
        entry = _entry(opts, values, item, response.request.url)
        found.add(entry, ad_fields.received(values, opts.names))
    following, more = _following(opts, response.request, feed)
    return found.page(complete=whole, snapshot=not (more or opts.only_newest), next_requests=following)


def _parse(document: Document) -> Any:
    root = document.root.rpartition(":")[2].lower()
    try:
        feed = feedparser.parse(
            io.BytesIO(document.text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            # What goes onto the board is cleaned there, once; this would take twice as long as all the rest.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # noqa: BLE001 - it was written for well-meant input, and fails in its own ways
        raise NoFeedError(f"the feed cannot be read ({type(error).__name__})") from None
    if not feed.get("version") or (root and root not in ROOTS):
        raise NoFeedError(f"the answer is neither RSS nor Atom{f', but <{root}>' if root else ''}")
    return feed


def _is_whole(document: Document, feed: Any) -> bool:
    """Whether every ad that was sent was read to its end."""
    return document.well_formed or (
        document.ends and len(feed.entries) == _finished(document) == _begun(document)
    )


def _begun(document: Document) -> int:
    return sum(not found["end"] for found in _items(document))


def _finished(document: Document) -> int:
    return sum(bool(found["end"]) for found in _items(document))


def _items(document: Document) -> Iterator[re.Match[str]]:
    return (found for found in _ITEM.finditer(document.text) if not found[0].startswith("<!"))


def _texts(item: Any) -> dict[str, str]:
    texts = {name: value for name, value in item.items() if isinstance(value, str)}
    if texts.get("link") == texts.get("id") and not markup.link(texts.get("id", "")):
        # A guid says that it is an address unless it says otherwise; this one is none.
        texts.pop("link", None)
    return texts


def _entry(opts: Options, values: Mapping[str, str], item: Any, base: str) -> Entry:
    entry = ad_fields.entry(values, opts.names, base=base, order=opts.date_order)
    title, employer = _title_and_employer(opts, entry)
    return dataclasses.replace(
        entry,
        reference=entry.reference or _reference(opts, values, entry),
        title=title,
        employer=employer,
        town=entry.town or _town(opts, values["body"]),
        conditions=entry.conditions or _categories(item),
    )


def _body(item: Any) -> str:
    """The longest text that the item has."""
    texts = [item.get("summary"), *(content.get("value") for content in _tables(item, "content"))]
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def _tables(item: Any, key: str) -> list[Mapping[str, Any]]:
    """The tables that feedparser keeps at `key`, unless the feed has an element of that name."""
    found = item.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _title_and_employer(opts: Options, entry: Entry) -> tuple[str, str]:
    title, comma, employer = entry.title.rpartition(",")
    if opts.employer_in_title and comma and not entry.employer:
        return title.strip(), employer.strip()
    return entry.title, entry.employer or opts.employer


def _reference(opts: Options, values: Mapping[str, str], entry: Entry) -> str:
    address = values.get("link", "") or values.get("id", "")
    if opts.id_pattern:
        found = re.search(opts.id_pattern, address[: markup.LONGEST_LINK])
        return reference(found[found.re.groups and 1] or "") if found else ""
    stated = {
        "guid": reference(values.get("id", "")),
        "link": reference(_without_campaign(entry.url or values.get("link", ""))),
        "title": _title_reference(values, entry),
    }
    return stated[opts.id_from] if opts.id_from else next(filter(None, stated.values()), "")


def _title_reference(values: Mapping[str, str], entry: Entry) -> str:
    day = entry.published_on.isoformat() if entry.published_on else values.get("published", "")
    return reference_of(entry.title, day) if entry.title else ""


def _without_campaign(url: str) -> str:
    """`url` without what says where its reader came from; all else may be part of the ad's name."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return url
    kept = [(name, value) for name, value in pairs if not name.lower().startswith("utm_")]
    return url if len(kept) == len(pairs) else parts._replace(query=urlencode(kept)).geturl()


def _town(opts: Options, source: str) -> str:
    if not opts.town_class:
        return ""
    name = re.escape(opts.town_class)
    element = rf"""<(\w+)[^<>]*\sclass=["'][^"'<>]*\b{name}\b[^<>]*>(.{{0,300}}?)</\1>"""
    found = re.search(element, source[:LONGEST_HEAD], re.DOTALL)
    return markup.line(found[2]) if found else ""


def _categories(item: Any) -> tuple[str, ...]:
    terms = (markup.line(str(tag.get("term") or "")) for tag in _tables(item, "tags"))
    return tuple(dict.fromkeys(filter(None, terms)))


def _following(opts: Options, request: Request, feed: Any) -> tuple[tuple[Request, ...], bool]:
    """The next page, and whether there is one that is not asked for any more."""
    number = int(request.tag.partition(":")[2] or 1)
    links = (link for link in _tables(feed.feed, "links") if link.get("rel") == "next")
    address = next((markup.link(str(link.get("href") or ""), request.url) for link in links), "")
    if opts.page_param:
        following = (_page_request(opts, number + 1),) if len(feed.entries) >= opts.page_size else ()
    else:
        following = (Request(url=address, tag=f"page:{number + 1}"),) if address else ()
    return (following, False) if number < MOST_PAGES else ((), bool(following))
