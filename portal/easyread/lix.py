"""LIX, the Scandinavian readability score: words per sentence plus the percentage of long words.

Under 25 is very easy, 25-34 easy, 35-44 middle, 45-54 hard, 55 and more very hard (C.-H. Björnsson's scale).
What ends a sentence decides the score, so the rule stands here in full: ``. ! ? :`` before white space, every
line, every bullet. The dots of abbreviations ("f.eks.", "kl. 9") and of dates ("3. maj") end nothing.
"""

import re
from dataclasses import dataclass

LONG_WORD_LETTERS = 7

_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:f\.\s?eks|bl\.\s?a|m\.\s?[mv]|o\.\s?l(?:ign)?|d\.\s?v\.\s?s|t\.\s?o\.\s?m"
    r"|i\.\s?h\.\s?t|f\.\s?v\.\s?t"
    r"|p\.\s?g\.\s?a|m\.\s?fl|s\.\s?u|kl|ca|nr|tlf|evt|inkl|ekskl|pr|osv|mv|maks?|min|max|stk|kr|jf"
    r"|dvs|eks|etc|jr|st"
    r"|ang|vedr|hhv|afd|adr|mvh|dr|tidl|div|ugtl)\.",
    re.IGNORECASE,
)
_AFTER_ABBREVIATION_A_NEW_SENTENCE = re.compile(r"\s+[A-ZÆØÅ]")
_ORDINAL_DOT = re.compile(r"(?<=\d)\.(?=\s+[a-zæøå])")
_END = re.compile(r"[.!?:…]+(?=[\"'»”’)\]]*(?:\s|$))")
_BULLET_AT_START = re.compile(r"^\s*(?:[-–—*•·●▪◦‣►✓]+|\d{1,2}[.)])\s+")
_BULLET_INSIDE = re.compile(r"\s+[•●▪◦‣►✓]\s*")
_DASHES_AS_BULLETS = re.compile(r":\s+[-–—]\s")
_DASH = re.compile(r"\s+[-–—]\s+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.\u00ad][^\W_]+)*")
_DOT = "\u2024"  # one-dot leader: a dot that ends no sentence, while the text is being cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Lix:
    """What a text measures: the score, the counts behind it, and the words of its longest sentence."""

    score: float
    words: int
    sentences: int
    long_words: int
    longest_sentence: int


def sentences(text: str) -> list[str]:
    """The sentences of a plain text, in order, without bullets; pieces without a word are left out."""
    found = (_restore(piece) for line in text.splitlines() for piece in _cut_line(line))
    return [sentence for sentence in found if _WORD.search(sentence)]


def measure(text: str) -> Lix:
    """The readability of a plain text; a text without words measures 0."""
    per_sentence = [_WORD.findall(sentence) for sentence in sentences(text)]
    words = [word for found in per_sentence for word in found]
    long_words = sum(1 for word in words if sum(map(str.isalpha, word)) >= LONG_WORD_LETTERS)
    score = len(words) / len(per_sentence) + 100 * long_words / len(words) if words else 0.0
    return Lix(
        score=score,
        words=len(words),
        sentences=len(per_sentence),
        long_words=long_words,
        longest_sentence=max(map(len, per_sentence), default=0),
    )


def _cut_line(line: str) -> list[str]:
    line = _BULLET_AT_START.sub("", line)
    if _DASHES_AS_BULLETS.search(line):
        line = _DASH.sub("\n", line)
    line = _BULLET_INSIDE.sub("\n", line)
    line = _ORDINAL_DOT.sub(_DOT, _ABBREVIATION.sub(_protect, line))
    return _END.sub(r"\g<0>\n", line).split("\n")


def _protect(match: re.Match[str]) -> str:
    """The abbreviation with dots that end nothing; its last dot may still end the sentence it closes."""
    before, last = match.group()[:-1].replace(".", _DOT), _DOT
    after = match.string[match.end() :]
    # "... brød m.m. Du får løn": the dot serves twice. "kl. 9" and "bl.a. Bilka" keep theirs.
    if match.group().lower() in _MAY_CLOSE and _AFTER_ABBREVIATION_A_NEW_SENTENCE.match(after):
        last = "."
    return before + last


_MAY_CLOSE = frozenset({"m.m.", "m.v.", "mv.", "osv.", "etc.", "o.l.", "o.lign.", "m.fl.", "stk.", "kr."})


def _restore(piece: str) -> str:
    return piece.replace(_DOT, ".").strip()
