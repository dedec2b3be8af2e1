"""A letter's text becomes paragraphs: fields in braces are filled in, lines with a dash are a list. Pure.

A line whose field has nothing to say is left out, so that no letter says "Ring til  ." to anybody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

_FIELD: Final = re.compile(r"\{([^{}\n]*)\}")
_BULLET: Final = "- "


@dataclass(frozen=True)
class Piece:
    """Words of a line; with an `href` they are a link."""

    words: str
    href: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Lines that belong together: of a paragraph, or the items of a list."""

    lines: tuple[Line, ...]
    is_list: bool


def fields(text: str) -> list[str]:
    """The names of the fields in a text, in order."""
    return _FIELD.findall(text)


def fill(text: str, values: Mapping[str, Piece]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with its fields filled in. Raises KeyError for a field without a value."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return tuple(part for block in blocks for part in _paragraphs(block.split("\n"), values))


def _paragraphs(lines: Iterable[str], values: Mapping[str, Piece]) -> Iterator[Paragraph]:
    for is_list, group in groupby(
        (line.strip() for line in lines), key=lambda line: line.startswith(_BULLET)
    ):
        filled = (_line(line.removeprefix(_BULLET), values) for line in group if line)
        kept = tuple(line for line in filled if line)
        if kept:
            yield Paragraph(lines=kept, is_list=is_list)


def _line(line: str, values: Mapping[str, Piece]) -> Line:
    """The pieces of a line; none where one of its fields is empty."""
    pieces: list[Piece] = []
    for number, part in enumerate(_FIELD.split(line)):
        piece = values[part] if number % 2 else Piece(part)
        if number % 2 and not piece.words:
            return ()
        if piece.words:
            pieces.append(piece)
    return tuple(pieces)


def plain(paragraphs: Iterable[Paragraph]) -> str:
    """The letter as plain text: paragraphs with an empty line between, items with a dash.

    A list stands right below the line that begins it with a colon.
    """
    text = "\n\n".join("\n".join(_plain_lines(paragraph)) for paragraph in paragraphs)
    return text.replace(f":\n\n{_BULLET}", f":\n{_BULLET}")


def _plain_lines(paragraph: Paragraph) -> Iterator[str]:
    for line in paragraph.lines:
        words = "".join(piece.words for piece in line)
        yield f"{_BULLET}{words}" if paragraph.is_list else words
