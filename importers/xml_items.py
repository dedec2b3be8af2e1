"""The ads of an XML feed, each parsed by itself, so that a broken one takes no other with it. Pure.

Only one ad is a tree at a time, however big the feed. Names stand without their namespaces; a prefix that
nobody declared (``tt:`` in feeds that were cut together) is bound to itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from importers.xml_prolog import OPAQUE, Document

_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,39}):")
_BOUND = frozenset({"xml", "xmlns"})
_CDATA = re.compile(
    r"<(?P<name>[\w:.-]{1,80})(?:\s[^<>]*)?>\s*<!\[CDATA\[(?P<content>.*?)\]\]>\s*(?=</(?P=name)\s*>)",
    re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One ad: its tree, or None where it cannot be parsed, and how it was written."""

    tree: etree._Element | None
    source: str


def items(document: Document, name: str) -> Iterator[Item]:
    """The elements called `name` in their order; a last one that was cut off is left out."""
    for source in _sources(document.text, name):
        tree = _parsed(source, document.namespaces)
        if tree is None:
            tree = _parsed(_CDATA.sub(_mended, source), document.namespaces)
        yield Item(tree=tree, source=source)


def values(tree: etree._Element) -> dict[str, str]:
    """What the elements inside an ad hold, by their names in lower case; of several the first that is not
    empty. Mark-up inside stays mark-up.
    """
    found: dict[str, str] = {}
    for child in tree:
        name = etree.QName(child).localname.lower()
        if not found.get(name):
            found[name] = _inside(child)
    return found


def _inside(element: etree._Element) -> str:
    parts = [element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)]
    return "".join(parts).strip()


def _sources(text: str, name: str) -> Iterator[str]:
    token = re.compile(rf"{OPAQUE}|<(?P<end>/)?{re.escape(name)}(?:\s[^<>]*?)?(?P<empty>/)?\s*>", re.DOTALL)
    start = -1
    for found in token.finditer(text):
        if found[0].startswith("<!"):
            continue
        if start >= 0:
            # Where another ad begins before this one ended, this one is broken, and ends here.
            yield text[start : found.end() if found["end"] else found.start()]
        start = -1 if found["end"] or found["empty"] else found.start()


def _parsed(source: str, namespaces: Mapping[str, str]) -> etree._Element | None:
    unbound = {prefix: f"urn:{prefix}" for prefix in set(_PREFIX.findall(source)) - _BOUND}
    declared = "".join(
        f" {f'xmlns:{prefix}' if prefix else 'xmlns'}={quoteattr(uri)}"
        for prefix, uri in {**unbound, **namespaces}.items()
    )
    try:
        root = etree.fromstring(f"<items{declared}>{source}</items>", _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root[0] if len(root) == 1 else None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _mended(element: re.Match[str]) -> str:
    """An element whose CDATA holds the mark of its own end, as pasting texts together makes it."""
    before, content = element[0].split("<![CDATA[", 1)[0], element["content"]
    return f"{before}<![CDATA[{content.replace(']]>', ']]]]><![CDATA[>')}]]>"
