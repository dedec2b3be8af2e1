"""The map of the site for search engines (sitemaps.org), and the addresses that pages call their own."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote_plus

from lxml import etree

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
NAMESPACES: Final[dict[Any, str]] = {None: NAMESPACE}
PAGES: Final = tuple(
    "/ /job /kan-jeg /kontakt /ord /kommuner /stu /kalender /tal /virksomhed /was /privatliv /cookies".split()
)
LISTS: Final = ("/", "/job")
"""These change whenever an ad does."""
CANONICAL: Final = frozenset(PAGES)
NARROWING: Final = ("omraade", "fag", "type", "side")
"""Parameters of the board that make a page of its own; search words, places and orders make none."""

_OWN_ADDRESS: Final = re.compile(r"/job/(?!print$)[a-z0-9-]+|/kommuner/[a-z-]+")


def sitemap(pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    """The map of whole addresses, each with the moment it last changed where that is known."""
    root = etree.Element("urlset", nsmap=NAMESPACES)
    for address, changed in pages:
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = address
        if changed is not None:
            etree.SubElement(url, "lastmod").text = changed.isoformat(timespec="seconds")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def canonical_path(path: str, arguments: Mapping[str, str]) -> str | None:
    """The one address of what a page shows; None for pages that search engines leave alone or do not know."""
    if path not in CANONICAL:
        return path if _OWN_ADDRESS.fullmatch(path) else None
    if path != "/job" or not arguments:
        return path
    # What is not there is asked for with `in`: Werkzeug's `get` would raise an error and catch it each time.
    stated = {name: arguments[name] for name in NARROWING if name in arguments}
    kept = [f"{name}={quote_plus(value)}" for name, value in stated.items() if value]
    return f"{path}?{'&'.join(kept)}" if kept else path
