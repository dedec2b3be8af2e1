"""The text of a job ad as blocks: headings, paragraphs and list items, whatever form it came in.

Reads HTML (clean or not), HTML that was escaped once too often, and plain text with bullets and odd white
space. It is no sanitiser for pages: what comes out is plain text, escaped by the template like any other.
"""

import html
import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import add
from typing import Any, Literal

from lxml import etree

from portal.easyread.remembering import remembered

BlockKind = Literal["heading", "paragraph", "item"]

# A longer ad is cut: the easy parts stand at the beginning, and reading must stay quick.
MAX_SOURCE_CHARACTERS = 50_000
MAX_BLOCKS = 400
_HEADING_WORDS = 9

_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCK_TAGS = _HEADING_TAGS.union(
    "p div section article main aside header blockquote pre table tbody thead tr td th ul ol dl dt".split(),
    "dd address figure figcaption hr br li body".split(),
)
_SKIPPED_TAGS = frozenset(
    "script style template head title nav footer form select button svg iframe object textarea".split()
)
_BOLD_TAGS = frozenset({"b", "strong"})

_TAG_NAMES = r"\s*/?\s*(?:p|br|div|ul|ol|li|h[1-6]|table|tr|td|span|strong|b|section)\b"
_LOOKS_LIKE_HTML = re.compile("<" + _TAG_NAMES, re.IGNORECASE)
_ESCAPED_HTML = re.compile("&lt;" + _TAG_NAMES, re.IGNORECASE)
_LEFT_OVER_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_BULLET = re.compile(r"^\s*(?:[-–—*•·●○▪▫■◦‣►➢✓✔>]+\s+|[•·●○▪◦‣►➢✓✔](?=\S)|-(?=[A-ZÆØÅ])|\d{1,2}[.)]\s+)")
_BULLETS_INSIDE = re.compile(r"\s+[•●▪◦‣►✓]\s*")
_DASHES_INSIDE = re.compile(r"\s+[-–—]\s+")

_LIST_TAGS = ("", "<ul>", "</ul>", "<ol>", "</ol>")
_PIECE_END = re.compile(
    r"(</(?:p|li|h[1-6]|div)>|</?[uo]l(?: [^<>]*)?>|<div(?: [^<>]*)?>\s*(?=<(?:p|[uo]l|h[1-6]|div)\b))"
)
_PIECE = re.compile(
    r"\s*<(p|li|h3|h4)>([^<&]*(?:(?:&(?:amp|lt|gt|nbsp);|<br>|<(b|strong|i|em)>[^<&]*</\3>)[^<&]*)*)</\1>\s*"
)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or list item; its text is one line, never empty, without markup or bullet."""

    kind: BlockKind
    text: str


def read_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of an ad in reading order; never raises, whatever the text."""
    source = _NOT_XML.sub(" ", source[:MAX_SOURCE_CHARACTERS])
    if _ESCAPED_HTML.search(source) and not _LOOKS_LIKE_HTML.search(source):
        source = html.unescape(source)
    if not _LOOKS_LIKE_HTML.search(source):
        return tuple(_blocks(_lines_of_text(source)))[:MAX_BLOCKS]
    return (_flat_blocks(source) or tuple(_blocks(_lines_of_html(source))))[:MAX_BLOCKS]


def plain_text(source: str) -> str:
    """The text of an ad, one block a line."""
    return "\n".join(block.text for block in read_blocks(source))


def _flat_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of HTML in which no block stands inside another; () for other HTML, for the parser."""
    pieces = [_blocks_of_piece(piece) for piece in pieces_of(source)]
    if None in pieces:
        return ()
    return tuple(block for blocks in pieces if blocks for block in blocks)


def pieces_of(source: str) -> list[str]:
    """The source cut behind each end of a block, and where a list or a block of blocks begins."""
    parts = _PIECE_END.split(source)
    return [*map(add, parts[::2], parts[1::2]), parts[-1]]


@remembered
def _blocks_of_piece(piece: str) -> tuple[Block, ...] | None:
    """The blocks of one whole element; None if it is not one, or holds more than text in plain mark-up."""
    found = _PIECE.fullmatch(piece)
    if found is None:
        return () if piece.strip() in _LIST_TAGS else None
    if "<" in found[2]:
        return tuple(_blocks(_lines_of_html(piece)))
    return _BLOCKS_OF_LINE[_KIND_OF_PIECE[found[1]], False](html.unescape(found[2]))


@dataclass(slots=True)
class _Line:
    kind: BlockKind
    text: str
    bold: int = 0  # characters of it in bold


class _Lines:
    """Collects lines from the events of lxml's HTML parser (a parser target)."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forgets what was collected."""
        self.lines = [_Line("paragraph", "")]
        self._skipping = 0
        self._bold = 0
        self._kind: BlockKind = "paragraph"

    def start(self, tag: str, _attributes: object) -> None:
        if tag in _SKIPPED_TAGS:
            self._skipping += 1
        elif tag in _BOLD_TAGS:
            self._bold += 1
        if tag in _BLOCK_TAGS:
            self._begin(tag)

    def end(self, tag: str) -> None:
        if tag in _SKIPPED_TAGS:
            self._skipping = max(0, self._skipping - 1)
        elif tag in _BOLD_TAGS:
            self._bold = max(0, self._bold - 1)
        if tag in _HEADING_TAGS or tag == "li":
            self._kind = "paragraph"
        if tag in _BLOCK_TAGS and tag != "br":
            self.lines.append(_Line(self._kind, ""))

    def data(self, text: str) -> None:
        if self._skipping:
            return
        line = self.lines[-1]
        line.text += text
        if self._bold:
            line.bold += len(text.strip())

    def close(self) -> list[_Line]:
        return self.lines

    def _begin(self, tag: str) -> None:
        if tag in _HEADING_TAGS:
            self._kind = "heading"
        elif tag == "li":
            self._kind = "item"
        elif tag == "p" and self.lines[-1].kind == "item" and not self.lines[-1].text.strip():
            return  # <li><p>text</p></li> is one item
        elif self._kind == "item" and tag == "br":
            self.lines[-1].text += " "
            return
        self.lines.append(_Line(self._kind, ""))


def _lines_of_html(source: str) -> list[_Line]:
    _parsing.target.begin()
    try:
        etree.fromstring(f"<html><body>{source}</body></html>", _parsing.parser)
    except (etree.LxmlError, ValueError):
        # Beyond repair for the parser: read what text there is.
        return _lines_of_text(_LEFT_OVER_TAG.sub("\n", source))
    return _parsing.target.lines


class _Parsing(threading.local):
    """A parser for each thread: making one takes as long as parsing an ad."""

    def __init__(self) -> None:
        self.target = _Lines()
        target: Any = self.target  # the stubs ask for bytes too, which text never gives
        self.parser = etree.HTMLParser(
            target=target, recover=True, no_network=True, remove_comments=True, remove_pis=True
        )


_parsing = _Parsing()


def _lines_of_text(source: str) -> list[_Line]:
    lines: list[_Line] = []
    for raw in html.unescape(source).splitlines():
        text = raw.strip()
        if lines and text[:1].islower() and len(lines[-1].text) >= 60 and lines[-1].text[-1] not in ".!?:;":
            lines[-1].text += " " + text  # a sentence wrapped by hand
        else:
            lines.append(_Line("paragraph", text))
    return lines


def _blocks(lines: Iterable[_Line]) -> Iterator[Block]:
    for line in lines:
        is_bold = line.bold > 0 and line.bold * 10 >= len(_tidy(line.text)) * 9
        if line.text:
            yield from _BLOCKS_OF_LINE[line.kind, is_bold](line.text)


def _reader(line_kind: BlockKind, *, is_bold: bool) -> Callable[[str], tuple[Block, ...]]:
    """What reads lines of this kind. Many ads of a chain share their lines."""

    @remembered
    def blocks_of_line(line: str) -> tuple[Block, ...]:
        return tuple(
            Block("heading" if kind == "paragraph" and _is_heading(text, all_bold=is_bold) else kind, text)
            for kind, text in _split_bullets(line_kind, _tidy(line))
            if text
        )

    return blocks_of_line


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    while "<" in text and _LEFT_OVER_TAG.search(text):
        text = _LEFT_OVER_TAG.sub(" ", text)
    return " ".join(text.split())


def _split_bullets(kind: BlockKind, text: str) -> Iterator[tuple[BlockKind, str]]:
    """A line with bullets, at its start or inside it, as its lead and its items."""
    bullet = _BULLET.match(text)
    if bullet:
        kind, text = "item", text[bullet.end() :]
    parts = _BULLETS_INSIDE.split(text)
    if len(parts) == 1 and (bullet or ":" in text):
        dashes = _DASHES_INSIDE.split(text)
        parts = dashes if len(dashes) >= 3 and (bullet or dashes[0].endswith(":")) else parts
    yield kind, parts[0].strip()
    for part in parts[1:]:
        yield "item", part.strip()


def _is_heading(text: str, *, all_bold: bool) -> bool:
    if text.endswith((".", ",", ";")) or not (all_bold or text == text.upper()):
        return False
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 3 or len(text.split()) > _HEADING_WORDS:
        return False
    return all_bold or all(letter.isupper() for letter in letters)


_KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "item")
_KIND_OF_PIECE: dict[str, BlockKind] = {"p": "paragraph", "li": "item", "h3": "heading", "h4": "heading"}
_BLOCKS_OF_LINE = {
    (kind, is_bold): _reader(kind, is_bold=is_bold) for kind in _KINDS for is_bold in (False, True)
}
