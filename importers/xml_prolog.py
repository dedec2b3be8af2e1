"""Screens XML before a parser sees it: what could do harm is refused, what is careless is mended. Pure.

Refused: definitions inside the document (an internal DTD subset, by which entities grow), and nesting
without end. A DOCTYPE that only points elsewhere, as old RSS has, is taken off, so that nothing is looked
up. Mended: wrong encodings, control characters, entities of HTML, a bare ``&``.
"""

import html.entities
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from importers import decoding
from portal.jobs.incoming import Response

DEEPEST: Final = 100

_DECLARATION = re.compile(r"<\?xml\s[^<>]*\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
OPAQUE: Final = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
_ODD_REFERENCE = re.compile(
    OPAQUE + r"|&(?!(?:amp|lt|gt|quot|apos);)(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});"
    r"|#(?:(?P<number>\d{1,7})|[xX](?P<hex>[0-9A-Fa-f]{1,6}));)?",
    re.DOTALL,
)
_WEB_PAGE = re.compile(r"(?:<!--.*?-->\s*)?<(?:!doctype\s+)?html\b", re.DOTALL | re.IGNORECASE)
_EXTERNAL_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>")
_DEFINITION = re.compile(OPAQUE + r"|(<!(?i:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b)", re.DOTALL)


class RefusedXmlError(ValueError):
    """The XML must not reach a parser; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """XML that a parser may see: no declaration of its encoding, no DOCTYPE.

    `root` is the name of its outermost element, "" if there is none; `namespaces` are those declared there,
    by prefix. `well_formed` says whether all of it keeps the rules, from the first element to its end.
    """

    text: str
    root: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)
    well_formed: bool = True

    @property
    def ends(self) -> bool:
        """Whether the end of the outermost element is there, so that nothing was cut off."""
        return self.well_formed or self.text.rstrip().endswith(f"</{self.root}>")


def screen(response: Response) -> Document:
    """The XML in a response. Raises RefusedXmlError."""
    source = decoding.text(response.body, response.headers.get("content-type", ""))
    source = _NOT_XML.sub("", source).lstrip("\ufeff \t\r\n")
    if not source:
        raise RefusedXmlError("the answer is empty")
    if _WEB_PAGE.match(source):
        raise RefusedXmlError("the answer is a web page")
    source = _ODD_REFERENCE.sub(_mended, _DECLARATION.sub("", source, count=1))
    found = _Scan()
    well_formed = found.read(source)
    source = _EXTERNAL_DOCTYPE.sub("", source, count=1)
    # Seen again without expat, which stops where something is wrong; a forgiving parser would read on.
    if any(match[1] for match in _DEFINITION.finditer(source)):
        raise RefusedXmlError("the XML brings definitions of its own (DTD)")
    return Document(text=source, root=found.root, namespaces=found.namespaces, well_formed=well_formed)


def _mended(reference: re.Match[str]) -> str:
    """An entity of HTML as its sign, a number that is no sign of XML as nothing, and a bare ``&`` escaped."""
    name, number, digits = reference["name"], reference["number"], reference["hex"]
    if number or digits:
        sign = int(number) if number else int(digits, 16)
        return reference[0] if _is_xml(sign) else ""
    if not name:
        return reference[0] if reference[0] != "&" else "&amp;"
    signs = html.entities.html5.get(f"{name};")
    if signs is None:
        return f"&amp;{name};"
    return "".join(f"&#{ord(sign)};" if sign in "<>&\"'" else sign for sign in signs)


def _is_xml(sign: int) -> bool:
    return sign <= 0x10FFFF and not _NOT_XML.match(chr(sign))


class _Scan:
    """One pass of expat over the document: its root, how deep it goes, and whether it keeps the rules."""

    def __init__(self) -> None:
        self.root = ""
        self.namespaces: dict[str, str] = {}
        self._depth = 0

    def read(self, source: str) -> bool:
        """Whether the document is well-formed. Raises RefusedXmlError."""
        parser = expat.ParserCreate("utf-8")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(source.encode(), True)
        except expat.ExpatError:
            return False
        return True

    def _doctype(self, _name: str, _system: Any, _public: Any, has_internal_subset: int) -> None:
        if has_internal_subset:
            raise RefusedXmlError("the XML brings definitions of its own (DTD)")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RefusedXmlError("the XML is nested too deeply")
        if not self.root:
            self.root = name
            self.namespaces = {
                key.removeprefix("xmlns").removeprefix(":"): value
                for key, value in attributes.items()
                if key == "xmlns" or key.startswith("xmlns:")
            }

    def _end(self, _name: str) -> None:
        self._depth -= 1
