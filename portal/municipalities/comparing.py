"""Two versions of a leaflet side by side: field by field, or as files where one was made elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from portal.models.leaflet import Leaflet
from portal.municipalities import filing, leaflet_texts, pdf_words

MOST_WORDS: Final = 4000
"""So many words of a file are compared; a leaflet has a few hundred."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a text: the same in both versions, gone, or new."""

    text: str
    change: str = ""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One field that differs between two versions, as pieces."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class File:
    """A version as a file: `size` in bytes, `pages` None where they are not known, `lines` () for a scan.

    `is_readable` says whether its words could be looked for at all.
    """

    version: Leaflet
    size: int | None
    pages: int | None
    lines: tuple[str, ...]
    is_readable: bool


@dataclass(frozen=True, kw_only=True)
class Files:
    """Two files, the older one first, and what changed in their words; () where one has no words."""

    files: tuple[File, ...]
    pieces: tuple[Piece, ...]


def fields(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Changed, ...]:
    """The fields whose words differ, word by word."""
    before, after = leaflet_texts.complete(old), leaflet_texts.complete(new)
    return tuple(
        Changed(label=field.label, pieces=_pieces(before[field.key].split(), after[field.key].split()))
        for field in leaflet_texts.FIELDS
        if before[field.key] != after[field.key]
    )


def files(old: Leaflet | None, new: Leaflet) -> Files:
    """Versions as files, where one of them was made elsewhere."""
    both = tuple(_file(version) for version in (old, new) if version is not None)
    words = [" ".join(file.lines).split()[:MOST_WORDS] for file in both]
    return Files(files=both, pieces=_pieces(*words) if len(both) == 2 and all(words) else ())


def _file(version: Leaflet) -> File:
    """A version that was written here and not given out has no file yet, but it has fields."""
    data = filing.as_published(version)
    if data is None:
        written = leaflet_texts.complete(version.texts).values()
        lines = tuple(line for text in written for line in leaflet_texts.lines(text))
        return File(version=version, size=None, pages=None, lines=lines, is_readable=True)
    words = pdf_words.read(data)
    return File(
        version=version,
        size=len(data),
        pages=words.pages if words else None,
        lines=words.lines if words else (),
        is_readable=words is not None,
    )


def _pieces(first: Sequence[str], second: Sequence[str]) -> tuple[Piece, ...]:
    pieces = []
    for change, low, high, start, end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(Piece(text=" ".join(first[low:high])))
            continue
        if high > low:
            pieces.append(Piece(text=" ".join(first[low:high]), change="gone"))
        if end > start:
            pieces.append(Piece(text=" ".join(second[start:end]), change="new"))
    return tuple(pieces)
