"""Lines, bodies and addresses out of the HTML that feeds carry, escaped once, twice or not at all. Pure.

Nothing here makes HTML harmless; that is done where an ad is taken in.
"""

import html
import re
from typing import Final
from urllib.parse import urljoin, urlsplit

LONGEST_LINK: Final = 2000

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NAMES = r"/?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|td|span|strong|b|i|em|a|section|article|font)\b"
_REAL = re.compile(rf"<{_NAMES}", re.IGNORECASE)
_ESCAPED = re.compile(rf"&(?:lt|#60|#x3c);{_NAMES}", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,24}(?:[/?#:]|$)", re.IGNORECASE)


def line(source: str) -> str:
    """`source` as one line of plain text: entities read, tags off, blanks collapsed."""
    return " ".join(_TAG.sub(" ", html.unescape(source)).split())


def body(source: str) -> str:
    """`source` as HTML; where its tags were escaped once too often, they are read once more."""
    twice = _ESCAPED.search(source) and not _REAL.search(source)
    return (html.unescape(source) if twice else source).strip()


def link(source: str, base: str = "") -> str:
    """`source` as an address of http or https, "" if it is none. Without a scheme it is taken as a host's
    name, if it looks like one, else as a path at `base`.
    """
    address = "".join(source.split())
    if not address or len(address) > LONGEST_LINK:
        return ""
    if _HOST.match(address):
        address = f"https://{address}"
    try:
        address = urljoin(base, address)
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""
