"""The open ads as RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1. Pure: items in, documents out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Final

from lxml import etree

from portal.outfeeds.item import Item

TITLE: Final = "Ledige jobs hos KLAPjob"
DESCRIPTION: Final = "Job for mennesker med et handicap. Teksterne er lette at læse."
ATOM: Final = "http://www.w3.org/2005/Atom"
DC: Final = "http://purl.org/dc/elements/1.1/"
NAMESPACES: Final[dict[Any, str]] = {None: ATOM}
LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When an empty feed changed last: it must say something, and the same each time."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """Whole addresses of a feed and of the page that shows the same to people."""

    feed_url: str
    page_url: str


def rss(channel: Channel, items: Sequence[Item]) -> bytes:
    """The feed as RSS 2.0; the employer stands as the creator."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "dc": DC})
    top = etree.SubElement(root, "channel")
    _add(top, title=TITLE, link=channel.page_url, description=DESCRIPTION, language="da")
    _add(top, lastBuildDate=format_datetime(_changed(items)))
    itself = {"href": channel.feed_url, "rel": "self", "type": "application/rss+xml"}
    etree.SubElement(top, f"{{{ATOM}}}link", itself)
    for item in items:
        _rss_item(top, item)
    return _document(root)


def _rss_item(top: Any, item: Item) -> None:
    entry = etree.SubElement(top, "item")
    _add(entry, title=item.title, link=item.url)
    etree.SubElement(entry, "guid", {"isPermaLink": "false"}).text = item.id
    _add(entry, pubDate=format_datetime(item.published_at), description=item.html)
    if item.employer:
        etree.SubElement(entry, f"{{{DC}}}creator").text = item.employer
    for category in item.categories:
        _add(entry, category=category)


def atom(channel: Channel, items: Sequence[Item]) -> bytes:
    """The feed as Atom 1.0; the employer stands as the author."""
    root = etree.Element("feed", nsmap=NAMESPACES)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "da")
    _add(root, id=channel.feed_url, title=TITLE, subtitle=DESCRIPTION, updated=_changed(items).isoformat())
    etree.SubElement(root, "link", {"rel": "self", "href": channel.feed_url, "type": "application/atom+xml"})
    etree.SubElement(root, "link", {"rel": "alternate", "href": channel.page_url, "type": "text/html"})
    _add(etree.SubElement(root, "author"), name="KLAPjob")
    for item in items:
        entry = etree.SubElement(root, "entry")
        _add(entry, id=item.lasting_url, title=item.title)
        _add(entry, published=item.published_at.isoformat(), updated=item.changed_at.isoformat())
        etree.SubElement(entry, "link", {"rel": "alternate", "href": item.url, "type": "text/html"})
        if item.employer:
            _add(etree.SubElement(entry, "author"), name=item.employer)
        for category in item.categories:
            etree.SubElement(entry, "category", {"term": category})
        etree.SubElement(entry, "content", {"type": "html"}).text = item.html
    return _document(root)


def json_feed(channel: Channel, items: Sequence[Item]) -> dict[str, Any]:
    """The feed as JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "description": DESCRIPTION,
        "home_page_url": channel.page_url,
        "feed_url": channel.feed_url,
        "language": "da",
        "items": [_json_item(item) for item in items],
    }


def _json_item(item: Item) -> dict[str, Any]:
    stated = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published_at.isoformat(),
        "date_modified": item.changed_at.isoformat(),
        "authors": [{"name": item.employer}] if item.employer else [],
        "tags": list(item.categories),
    }
    return {name: value for name, value in stated.items() if value}


def _changed(items: Sequence[Item]) -> datetime:
    return max((item.changed_at for item in items), default=LONG_AGO)


def _add(parent: Any, **texts: str) -> None:
    for name, text in texts.items():
        etree.SubElement(parent, name).text = text


def _document(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))
