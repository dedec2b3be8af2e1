"""Words that a text should explain or avoid: long ones, and ones that are rare in everyday Danish.

A hint to the person who writes, never a verdict: "rengøring" is long and known to everybody. The list of
common words stands in ``data/common_words.txt`` (see ``THIRD_PARTY.md``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from portal.danish import fold, stem
from portal.easyread.lix import LONG_WORD_LETTERS
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.task_words import VERBS

LONG: Final = "long"
RARE: Final = "rare"
SHORTEST: Final = 4
LONGEST_LOOKED_AT: Final = 40
PART: Final = 3
JOINTS: Final = ("", "s", "e", "er")
WORK_WORDS: Final = "førtidspension skånejob fleksjob praktik løntilskud jobcenter klapjob butik opgaver"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text as it stands; `mark` is LONG, RARE or "". A word that is both is RARE."""

    text: str
    mark: str = ""


def marked(text: str) -> tuple[Piece, ...]:
    """The text in pieces that give it back when put together, the long and the rare words marked."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _WORD.finditer(text):
        # Names begin with a capital inside a sentence; nobody can choose another word for them.
        is_name = found[0][0].isupper() and not _begins_sentence(text, found.start())
        mark = "" if is_name else mark_of(found[0])
        if mark:
            if found.start() > end:
                yield Piece(text[end : found.start()])
            yield Piece(found[0], mark)
            end = found.end()
    if end < len(text):
        yield Piece(text[end:])


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'»(")
    return not before or before[-1] in ".!?:\n•-"


def mark_of(word: str) -> str:
    """LONG for a word that LIX counts as long, RARE for one that is not common either; "" for the rest."""
    if is_rare(word):
        return RARE
    return LONG if sum(map(str.isalpha, word)) >= LONG_WORD_LETTERS else ""


def is_rare(word: str) -> bool:
    """Whether a word is neither common nor made of two common words."""
    if len(word) < SHORTEST or len(word) > LONGEST_LOOKED_AT:
        return len(word) > LONGEST_LOOKED_AT
    return not all(_is_known(part) for part in fold(word).split("-"))


def _is_known(word: str) -> bool:
    return _is_common(word) or any(
        _is_common(word[:cut].removesuffix(joint)) and _is_common(word[cut:])
        for cut in range(PART, len(word) - PART + 1)
        for joint in JOINTS
        if word[:cut].endswith(joint) and cut - len(joint) >= PART
    )


def _is_common(word: str) -> bool:
    return word in _common() or stem(word) in _common_stems()


@cache
def _common() -> frozenset[str]:
    listed = (Path(__file__).parent / "data" / "common_words.txt").read_text(encoding="utf-8").split()
    ours = " ".join([WORK_WORDS, *VERBS, *(picture.word for picture in PICTOGRAMS.values())]).split()
    return frozenset(map(fold, [*listed, *ours]))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, _common()))
