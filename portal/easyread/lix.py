"""LIX, the Scandinavian readability score: words per sentence plus the percentage of long words.

Under 25 is very easy, 25-34 easy, 35-44 middle, 45-54 hard, 55 and more very hard (C.-H. Björnsson's scale).
What ends a sentence decides the score, so the rule stands here in full: ``. ! ? :`` before white space, every
line, every bullet. The dots of abbreviations ("f.eks.", "kl. 9") and of dates ("3. maj") end nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portal.easyread.remembering import remembered

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
_ENDINGS_OF_ABBREVIATIONS = tuple(
    "eks lign fl kl ca nr tlf evt nkl kskl pr osv mv mak maks min max stk kr jf dvs etc jr st ang".split()
    + "vedr hhv afd adr mvh dr tidl div ugtl".split()
)
_ODD_IN_LOWER_CASE = frozenset("ſıİ\u212a")
"""Signs that `re.IGNORECASE` takes for s, i and k, which lower case does not."""
_ORDINAL_DOT = re.compile(r"\.(?<=\d\.)(?=\s+[a-zæøå])")
_END = re.compile(r"[.!?:…]+(?=[\"'»”’)\]]*(?:\s|$))")
_BULLET_AT_START = re.compile(r"^\s*(?:[-–—*•·●▪◦‣►✓]+|\d{1,2}[.)])\s+")
_BULLET = re.compile("[•●▪◦‣►✓]")
_BULLET_INSIDE = re.compile(rf"\s+{_BULLET.pattern}\s*")
_DASHES_AS_BULLETS = re.compile(r":\s+[-–—]\s")
_DASH = re.compile(r"\s+[-–—]\s+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.\u00ad][^\W_]+)*")
_DOT = "\u2024"  # one-dot leader: a dot that ends no sentence, while the text is being cut


@dataclass(frozen=True, slots=True)
class Counts:
    """What a line counts: its sentences, words and long words, and the words of its longest sentence."""

    sentences: int
    words: int
    long_words: int
    longest: int


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
    return [sentence for line in text.splitlines() for sentence in _sentences_of_line(line)]


@remembered
def _sentences_of_line(line: str) -> tuple[str, ...]:
    # An ad is cut several times on its way, and many ads of a chain share their lines.
    found = map(_restore, _cut_line(line))
    return tuple(sentence for sentence in found if _WORD.search(sentence))


def measure(text: str) -> Lix:
    """The readability of a plain text; a text without words measures 0."""
    return together(map(count, text.splitlines()))


def together(lines: Iterable[Counts]) -> Lix:
    """The readability of a text whose lines count so much."""
    counted = list(lines)
    words, long_words = sum(line.words for line in counted), sum(line.long_words for line in counted)
    number = sum(line.sentences for line in counted)
    return Lix(
        score=words / number + 100 * long_words / words if words else 0.0,
        words=words,
        sentences=number,
        long_words=long_words,
        longest_sentence=max((line.longest for line in counted), default=0),
    )


@remembered
def count(line: str) -> Counts:
    """What one line counts."""
    counted = [_count(sentence) for sentence in _sentences_of_line(line)]
    words, long_words = zip(*counted, strict=True) if counted else ((), ())
    return Counts(len(counted), sum(words), sum(long_words), max(words, default=0))


@remembered
def _count(sentence: str) -> tuple[int, int]:
    """The words and the long words of a sentence."""
    words = _WORD.findall(sentence)
    return len(words), sum(map(_is_long, words))


def _is_long(word: str) -> bool:
    if len(word) < LONG_WORD_LETTERS:
        return False
    return word.isalpha() or sum(map(str.isalpha, word)) >= LONG_WORD_LETTERS


def _cut_line(line: str) -> list[str]:
    line = _BULLET_AT_START.sub("", line)
    if _DASHES_AS_BULLETS.search(line):
        line = _DASH.sub("\n", line)
    if _BULLET.search(line):
        line = _BULLET_INSIDE.sub("\n", line)
    if _may_abbreviate(line):
        line = _ABBREVIATION.sub(_protect, line)
    return _END.sub(_and_break, _ORDINAL_DOT.sub(_DOT, line)).split("\n")


def _and_break(end: re.Match[str]) -> str:
    return f"{end[0]}\n"


def _may_abbreviate(line: str) -> bool:
    """Whether what stands before a dot may be an abbreviation; to look for one takes longer than the rest."""
    *before_dots, _ = line.lower().split(".")
    return any(
        len(text) <= len(" a") or text.endswith(_ENDINGS_OF_ABBREVIATIONS) for text in before_dots
    ) or not _ODD_IN_LOWER_CASE.isdisjoint(line)


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
