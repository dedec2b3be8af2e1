"""Finding known Danish words in a text, with a small notation that keeps the word lists readable.

``lager`` is that whole word, ``butik*`` a beginning, ``*hjælper`` an ending, ``*rengøring*`` any part of a
word; in ``klargør* biler*`` both words are beginnings. A space stands for any white space, a comma parts two
entries. Danish compounds make the star necessary.
"""

import re
import unicodedata

from portal.easyread.remembering import remembered

_LETTER = r"[^\W_]"


@remembered
def fold(text: str) -> str:
    """The text in lower case, in one Unicode form (NFKC), without soft hyphens and with plain apostrophes."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = text.replace("\u00ad", "").replace("’", "'").replace("´", "'").replace("`", "'")
    return unicodedata.normalize("NFKC", plain).lower()


def word_pattern(words: str) -> re.Pattern[str]:
    """One pattern that finds any of the words in a text that went through `fold`; no words, nothing found."""
    entries = [entry.strip() for entry in words.split(",") if entry.strip()]
    return re.compile("|".join(_alternative(fold(entry)) for entry in entries) or r"(?!)")


def _alternative(word: str) -> str:
    first, *rest = word.strip("*").split()
    core = r"\s+".join(re.escape(part).replace(r"\*", f"{_LETTER}*") for part in [first[1:], *rest])
    # Each alternative begins with a plain letter, so that `re` finds candidates fast; then it looks back.
    letter = re.escape(first[0])
    start = "" if word.startswith("*") else rf"(?<!{_LETTER}{letter})"
    end = "" if word.endswith("*") else rf"(?!{_LETTER})"
    return letter + start + core + end
