"""How a text reads: its LIX in words, and the long and rare words marked. Pure."""

from dataclasses import dataclass
from typing import Final

from portal.easyread.easy_text import EasyText
from portal.easyread.lix import Lix, measure
from portal.easyread.rare_words import LONG, RARE, Piece, marked

VERY_EASY: Final = 24
EASY: Final = 34
LONGEST_SENTENCE: Final = 15


@dataclass(frozen=True, kw_only=True)
class Looks:
    """What an editor is told about a text: `score` is rounded; `hints` say what would make it easier."""

    score: int
    level: str
    kind: str
    longest_sentence: int
    lines: tuple[tuple[Piece, ...], ...]
    hints: tuple[str, ...]
    long_words: int
    rare_words: int


def looks_of(text: EasyText) -> Looks:
    """Judges a text; nothing here keeps anybody from approving it."""
    lix = measure(text.running_text)
    lines = tuple(map(marked, text.running_text.split("\n")))
    level, kind = _level(lix.score)
    count = {mark: sum(piece.mark == mark for line in lines for piece in line) for mark in (LONG, RARE)}
    return Looks(
        score=round(lix.score),
        level=level,
        kind=kind,
        longest_sentence=lix.longest_sentence,
        lines=lines,
        hints=_hints(text, lix, count[RARE]),
        long_words=count[LONG],
        rare_words=count[RARE],
    )


def _level(score: float) -> tuple[str, str]:
    if score <= VERY_EASY:
        return "Meget let at læse", "good"
    return ("Let at læse", "") if score <= EASY else ("Svær at læse", "error")


def _hints(text: EasyText, lix: Lix, rare: int) -> tuple[str, ...]:
    checks = (
        (
            lix.longest_sentence > LONGEST_SENTENCE,
            f"Den længste sætning har {lix.longest_sentence} ord. Del den.",
        ),
        (rare > 0, "Der er sjældne ord. Kan du bruge andre ord?"),
        (not text.summary, "Skriv én sætning om jobbet."),
        (not text.tasks, "Skriv mindst én opgave."),
    )
    return tuple(hint for applies, hint in checks if applies)
