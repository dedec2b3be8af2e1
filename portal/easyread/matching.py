"""Finding known Danish words in a text, with a small notation that keeps the word lists readable.

``lager`` is that whole word, ``butik*`` a beginning, ``*hjælper`` an ending, ``*rengøring*`` any part of a
word; in ``klargør* biler*`` both words are beginnings. A space stands for any white space, a comma parts two
entries. Danish compounds make the star necessary.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from portal.easyread.remembering import remembered

_LETTER = r"[^\W_]"
_START_LETTERS = 4
_START = re.compile(rf"(?<!{_LETTER}){_LETTER}{{1,{_START_LETTERS}}}")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NO_START = frozenset({""})


@remembered
def fold(text: str) -> str:
    """The text in lower case, in one Unicode form (NFKC), without soft hyphens and with plain apostrophes."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = text.replace("\u00ad", "").replace("’", "'").replace("´", "'").replace("`", "'")
    return unicodedata.normalize("NFKC", plain).lower()


def word_pattern(words: str) -> re.Pattern[str]:
    """One pattern that finds any of the words in a text that went through `fold`; no words, nothing found."""
    return re.compile("|".join(map(_alternative, _entries(words))) or r"(?!)")


class WordLists:
    """Several lists of words, looked up in one text at once.

    How the words of a text begin tells which of the lists may be named in it, and only their patterns are
    run: most texts name none.
    """

    def __init__(self, lists: Iterable[str]) -> None:
        self.patterns: tuple[re.Pattern[str], ...] = ()
        self._by_start: defaultdict[str, set[int]] = defaultdict(set)
        self._by_part: defaultdict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(lists):
            self.patterns += (word_pattern(words),)
            for entry in _entries(words):
                start = _start_of(entry)
                if start:
                    self._by_start[start].add(number)
                else:
                    self._by_part[_first_letters(entry)].add(number)
        self._starts = frozenset(self._by_start)

    def named(self, folded: str, starts: frozenset[str] | None = None) -> Iterator[tuple[int, re.Match[str]]]:
        """The number of each list that a folded text names, in order, with the first place where it does.

        `starts` are the `starts_of` the text, for who looks up several times.
        """
        for number in self.likely(folded, starts):
            if found := self.patterns[number].search(folded):
                yield number, found

    def likely(self, folded: str, starts: frozenset[str] | None = None) -> list[int]:
        """The numbers of the lists that a folded text may name; it names no other."""
        found = self._starts & (starts_of(folded) if starts is None else starts)
        numbers = set().union(*(self._by_start[start] for start in found))
        for part, those in self._by_part.items():
            if part in folded:
                numbers |= those
        return sorted(numbers)


def starts_of(folded: str) -> frozenset[str]:
    """The first letters of each word of a folded text, as `WordLists` compares them."""
    return frozenset(word[:_START_LETTERS] for word in _BETWEEN_WORDS.split(folded)) - _NO_START


def _entries(words: str) -> list[str]:
    return [fold(entry.strip()) for entry in words.split(",") if entry.strip()]


def _start_of(entry: str) -> str:
    """The letters that a word must begin with for the entry to be named; "" where they are not known."""
    run = _START.match(entry)
    if run is None:
        return ""
    # "ro*" is too short to tell: the text's word goes on behind it.
    cut_short = len(run[0]) < _START_LETTERS and entry[run.end() :].startswith("*")
    return "" if cut_short else run[0]


def _first_letters(entry: str) -> str:
    """What stands somewhere in every text that names the entry."""
    return entry.strip("*").split()[0].partition("*")[0]


def _alternative(word: str) -> str:
    first, *rest = word.strip("*").split()
    core = r"\s+".join(re.escape(part).replace(r"\*", f"{_LETTER}*") for part in [first[1:], *rest])
    # Each alternative begins with a plain letter, so that `re` finds candidates fast; then it looks back.
    letter = re.escape(first[0])
    start = "" if word.startswith("*") else rf"(?<!{_LETTER}{letter})"
    end = "" if word.endswith("*") else rf"(?!{_LETTER})"
    return letter + start + core + end
