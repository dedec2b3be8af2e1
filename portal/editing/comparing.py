"""What a source changed in an ad since its text was approved, line by line. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from portal.easyread.lix import sentences

SAME: Final = "same"
GONE: Final = "gone"
NEW: Final = "new"
MOST_LINES: Final = 400
NAMES: Final[Mapping[str, str]] = {
    "title": "Titel",
    "employer": "Arbejdsplads",
    "place": "Sted",
    "text": "Tekst",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: it stayed, is gone, or is new."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the original that changed: its Danish name and its sentences."""

    name: str
    lines: tuple[Line, ...]

    @property
    def changed(self) -> tuple[Line, ...]:
        """What an editor has to read."""
        return tuple(line for line in self.lines if line.kind != SAME)

    @property
    def same(self) -> tuple[Line, ...]:
        """What was approved already."""
        return tuple(line for line in self.lines if line.kind == SAME)


def compare(old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts that differ; () where there is nothing to compare with, or nothing has changed."""
    if old is None:
        return ()
    return tuple(
        Part(name=name, lines=tuple(_lines(str(old.get(key, "")), str(new.get(key, "")))))
        for key, name in NAMES.items()
        if old.get(key, "") != new.get(key, "")
    )


def _lines(old: str, new: str) -> Iterator[Line]:
    before, after = sentences(old)[:MOST_LINES], sentences(new)[:MOST_LINES]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Line(SAME, text) for text in before[a:b])
        else:
            yield from (Line(GONE, text) for text in before[a:b])
            yield from (Line(NEW, text) for text in after[c:d])
