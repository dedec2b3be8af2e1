"""Finding known Danish words in a text, with a small notation that keeps the word lists readable.

``lager`` is that whole word, ``butik*`` a beginning, ``*hjælper`` an ending, ``*rengøring*`` any part of a
word; a space stands for any white space, a comma parts two entries. Danish compounds make the star necessary.
"""

import re
import unicodedata

_LETTER = r"[^\W_]"
_NO_HYPHENS_PLAIN_APOSTROPHES = str.maketrans({"\u00ad": None, "’": "'", "´": "'", "`": "'"})


def fold(text: str) -> str:
    """The text in lower case, in one Unicode form (NFKC), without soft hyphens and with plain apostrophes."""
    return unicodedata.normalize("NFKC", text.translate(_NO_HYPHENS_PLAIN_APOSTROPHES)).lower()


def word_pattern(words: str) -> re.Pattern[str]:
    """One pattern that finds any of the words in a text that went through `fold`; no words, nothing found."""
    entries = [entry.strip() for entry in words.split(",") if entry.strip()]
    return re.compile("|".join(_alternative(fold(entry)) for entry in entries) or r"(?!)")


def _alternative(word: str) -> str:
    core = r"\s+".join(re.escape(part) for part in word.strip("*").split())
    start = "" if word.startswith("*") else rf"(?<!{_LETTER})"
    end = "" if word.endswith("*") else rf"(?!{_LETTER})"
    return start + core + end
