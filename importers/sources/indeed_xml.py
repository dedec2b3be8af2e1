"""The XML that job boards take in, as Indeed described it: ``<source><job>``, with a text for each field.

Each ad is parsed by itself, so that one with a broken CDATA takes no other with it. The base format has
neither a deadline nor a day of expiry; an ad that has ended is absent. Every producer writes dates in its
own way, and names some fields in its own way. ``email`` is never read: it is a person's.
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from importers import ad_fields, dates, markup
from importers import options as configured
from importers.ad_fields import Names
from importers.collecting import Collected, reference
from importers.dates import DateOrder
from importers.xml_items import Item, items, values
from importers.xml_prolog import screen
from portal.jobs.incoming import Page, Request, Response

ROOTS: Final = frozenset({"source", "jobs"})
"""What a feed without a single ad must be, so that an error in XML is not taken for it."""
USUAL_NAMES: Final[Names] = {
    "reference": ("referencenumber", "requisitionid"),
    "title": ("title",),
    "employer": ("company", "sourcename"),
    "body_html": ("description",),
    "url": ("url",),
    "published_on": ("date", "publish_date"),
    "deadline": ("deadline", "application_deadline"),
    "expires_on": ("expiry_date", "expirydate", "expiration_date", "expirationdate"),
    "address": ("streetaddress",),
    "postal_code": ("postalcode",),
    "town": ("city",),
    "country": ("country",),
    "condition": ("jobtype", "category"),
}


class NoJobsError(ValueError):
    """The answer is no list of jobs in this format."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """See docs/feeds.md, where each option is described for those who set it."""

    url: str
    employer: str = ""
    item: str = "job"
    date_order: DateOrder = ""
    names: Names


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "employer item date_order fields")
    item = configured.words(table, "item", "job")
    if not re.fullmatch(r"[A-Za-z_][\w.-]{0,39}", item):
        raise ValueError("item must be the name of an element")
    return Options(
        url=url,
        employer=configured.words(table, "employer"),
        item=item,
        date_order=dates.order(table),
        names=ad_fields.names(table, USUAL_NAMES, lambda name: name.lower().rpartition(":")[2]),
    )


def start(opts: Options) -> tuple[Request, ...]:
    """The whole feed."""
    return (Request(url=opts.url, tag="feed"),)


def read(opts: Options, response: Response) -> Page:
    """The ads in a response. Raises NoJobsError or RefusedXmlError where it is no such feed."""
    document = screen(response)
    found = Collected()
    for item in items(document, opts.item):
        _add(found, opts, item, response.request.url)
    if not found.entries and not found.refusals and document.root.lower() not in ROOTS:
        raise NoJobsError(f"the answer is no <source> of jobs{_but(document.root)}")
    return found.page(complete=document.ends)


def _but(root: str) -> str:
    return f", but <{root}>" if root else ""


def _add(found: Collected, opts: Options, item: Item, base: str) -> None:
    if item.tree is None:
        found.refuse_unreadable(item.source, _reference_in(item.source, opts.names["reference"]))
        return
    said = values(item.tree)
    entry = ad_fields.entry(said, opts.names, base=base, order=opts.date_order)
    if not entry.employer:
        entry = dataclasses.replace(entry, employer=opts.employer)
    found.add(entry, ad_fields.received(said, opts.names))


def _reference_in(source: str, names: tuple[str, ...]) -> str:
    """The reference in an ad that is no XML, if it stands there plainly."""
    for name in names:
        found = re.search(
            rf"<{re.escape(name)}\s*>\s*(?:<!\[CDATA\[)?([^<>\[\]]{{1,200}})(?:\]\]>)?\s*</{re.escape(name)}\s*>",
            source,
            re.IGNORECASE,
        )
        if found and found[1].strip():
            return reference(markup.line(found[1]))
    return ""
