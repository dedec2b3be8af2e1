"""The blocks of JSON-LD on a web page, each read by itself and with patience. Pure."""

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from importers import decoding
from portal.jobs.incoming import Response

_COMMENT_MARKS = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_LAST_COMMA = re.compile(r",(\s*[\]}])")


class NoWebPageError(ValueError):
    """The answer is no web page."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """One block: what it says, None where it is broken, and how it was written."""

    value: Any
    source: str


def blocks(response: Response) -> list[Block]:
    """The blocks on a page in their order. Raises NoWebPageError."""
    page = decoding.text(response.body, response.headers.get("content-type", "")).replace("\0", "")
    root = _tree(page)
    if root is None:
        raise NoWebPageError("the answer is no web page")
    sources = (
        script.text or ""
        for script in root.iter("script")
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json"
    )
    return [Block(value=_value(source), source=source) for source in sources if source.strip()]


def _tree(page: str) -> etree._Element | None:
    if "<" not in page:
        return None
    try:
        # As bytes of a known encoding, because what the page says of itself was seen to already.
        return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _value(source: str) -> Any:
    """What a block says. Marks of comments around it, a comma too many, line breaks in texts and escaped
    quotation marks are common, and forgiven.
    """
    bare = _COMMENT_MARKS.sub("", source).strip()
    for attempt in (bare, _LAST_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
