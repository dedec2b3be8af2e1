"""Typed text made clean: composed letters, no control characters, no hidden turns of direction.

Pure. What is removed cannot be seen and can only mislead (promise 30); everything that a person meant to
write stays, with its spelling.
"""

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\v\f]")
_MANY_BREAKS = re.compile(r"\n{3,}")
_SPACES_AT_END = re.compile(r"[^\S\n]+(?=\n|$)")
_HIDDEN = frozenset("\ufeff\u200b\u2060\u00ad\u200e\u200f\u061c")
_TURNS = frozenset(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_NO_SIGNS = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Controls, what is no character, signs for private use, halves of signs."""
_LETTERLIKE_BUT_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def line(text: str) -> str:
    """One clean line: white space of every kind becomes single spaces."""
    return " ".join(paragraphs(text).split())


def paragraphs(text: str) -> str:
    """Clean text that keeps its line breaks; "" where there is nothing to see in it."""
    broken = _LINE_BREAKS.sub("\n", text)
    seen = unicodedata.normalize("NFC", "".join(sign for sign in broken if _is_kept(sign)))
    tidy = _MANY_BREAKS.sub("\n\n", _SPACES_AT_END.sub("", seen)).strip()
    return tidy if any(_is_visible(sign) for sign in tidy) else ""


def _is_kept(sign: str) -> bool:
    if sign in {"\n", "\t"}:
        return True
    return sign not in _TURNS and sign not in _HIDDEN and unicodedata.category(sign) not in _NO_SIGNS


def _is_visible(sign: str) -> bool:
    return sign not in _LETTERLIKE_BUT_BLANK and unicodedata.category(sign)[0] in "LNPS"
