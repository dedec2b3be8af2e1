"""schema.org JobPosting, as career pages carry it for search engines: on listed pages, or all of a sitemap's.

Every block of JSON-LD on a page counts, however it is nested; a broken block does not lose the others. A
job at several places is several jobs. An ad has ended where its page is gone or carries no JobPosting any
more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from importers import dates, markup
from importers import options as configured
from importers.collecting import Collected
from importers.decoding import unpacked
from importers.job_postings import Reading, add_posting, postings
from importers.json_ld import blocks
from importers.xml_items import items, values
from importers.xml_prolog import Document, screen
from portal.jobs.incoming import Page, Request, Response

DEEPEST_INDEX: Final = 2


class NoPageError(ValueError):
    """The answer is no page or sitemap that ads can be read from."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """See docs/feeds.md, where each option is described for those who set it."""

    url: str
    pages: tuple[str, ...] = ()
    match: str = ""
    most_pages: int = 500
    reading: Reading


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "pages match most_pages employer id_from valid_through date_order")
    return Options(
        url=url,
        pages=_pages(table.get("pages", [])),
        match=configured.pattern(table, "match"),
        most_pages=configured.number(table, "most_pages", 500, least=1, most=5000),
        reading=Reading(
            employer=configured.words(table, "employer"),
            id_from=configured.choice(table, "id_from", "identifier", "url"),
            valid_through=configured.choice(table, "valid_through", "expires_on", "deadline"),
            date_order=dates.order(table),
        ),
    )


def _pages(stated: Any) -> tuple[str, ...]:
    right = isinstance(stated, list) and all(isinstance(page, str) and markup.link(page) for page in stated)
    if not right:
        raise ValueError("pages must be a list of addresses")
    return tuple(stated)


def start(opts: Options) -> tuple[Request, ...]:
    """The listed pages, or the sitemap."""
    if opts.pages:
        return tuple(Request(url=page, tag="listed") for page in opts.pages)
    return (Request(url=opts.url, tag="sitemap:0"),)


def read(opts: Options, response: Response) -> Page:
    """The ads on a page, or the pages in a sitemap. Raises ValueError where it is neither."""
    kind, _, depth = response.request.tag.partition(":")
    return _read_sitemap(opts, response, int(depth)) if kind == "sitemap" else _read_page(opts, response)


def _read_sitemap(opts: Options, response: Response, depth: int) -> Page:
    document = screen(replace(response, body=unpacked(response.body)))
    root = document.root.rpartition(":")[2]
    if root == "sitemapindex" and depth < DEEPEST_INDEX:
        urls, whole = _addresses(document, "sitemap")
        requests = [Request(url=url, tag=f"sitemap:{depth + 1}") for url in urls]
    elif root == "urlset":
        urls, whole = _addresses(document, "url")
        wanted = (url for url in urls if re.search(opts.match, url))
        requests = [Request(url=url, tag="page", gone_is_over=True) for url in wanted]
    else:
        raise NoPageError("the answer is no sitemap")
    return Page(
        complete=whole,
        snapshot=len(requests) <= opts.most_pages,
        next_requests=tuple(requests[: opts.most_pages]),
    )


def _addresses(document: Document, name: str) -> tuple[list[str], bool]:
    """The addresses in a sitemap, each once, and whether those are all."""
    found = list(items(document, name))
    said = [markup.link(values(item.tree).get("loc", "")) for item in found if item.tree is not None]
    return list(dict.fromkeys(filter(None, said))), document.ends and len(said) == len(found)


def _read_page(opts: Options, response: Response) -> Page:
    found, here = Collected(), response.request.url
    on_page = blocks(response)
    if not on_page and response.request.tag == "listed":
        raise NoPageError("the page carries no JSON-LD")
    for block in on_page:
        if block.value is None and "JobPosting" in block.source:
            found.refuse_unreadable(block.source)
    jobs = [job for block in on_page for job in postings(block.value)]
    for job in jobs:
        add_posting(found, opts.reading, job, here, alone=len(jobs) == 1)
    return found.page()
