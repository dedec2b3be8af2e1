"""Passwords that many people choose, or that a machine guesses first. Pure.

A password of twelve characters or more is common when nothing is left of it once common words, years, rows of
keys and repetitions are taken out: "Sommer2026!!" and "password1234" are, four unrelated words are not.
"""

import re
from typing import Final

# Words that stand in public lists of the passwords used most, in English and Danish; longest first.
WORDS: Final = sorted(
    """
    password passw0rd pass adgangskode kodeord kode hemmelig secret admin administrator root user guest bruger
    login velkommen welcome letmein hello hej goddag iloveyou jegelskerdig elsker love master dragon monkey
    shadow superman batman football fodbold baseball princess prinsesse sunshine solskin flower blomst
    computer internet google facebook microsoft apple samsung iphone windows sommer summer winter vinter
    efterår forår autumn spring januar februar marts april maj juni juli august september oktober november
    december mandag tirsdag onsdag torsdag fredag lørdag søndag monday friday danmark denmark københavn
    kobenhavn copenhagen aarhus århus odense aalborg ålborg brøndby fck mormor morfar farmor farfar skat
    klapjob klap lev test testing changeme default temp trustno starwars pokemon whatever freedom michael
    charlie jordan ashley jessica daniel andreas mathias peter anders hansen jensen nielsen
    qwertyuiopå qwertyuiop qwerty asdfghjklæø asdfghjkl asdfgh asdf zxcvbnm zxcvbn 1q2w3e4r5t 1q2w3e4r 1q2w3e
    q1w2e3r4 1qaz2wsx3edc 1qaz2wsx qazwsxedc qazwsx abcdefghijkl abcdefgh abcdef abcd abc xyz min mit din the
    """.split(),
    key=len,
    reverse=True,
)
_LEET: Final = str.maketrans("0134578@$!", "oieastbasi")
_WORDS: Final = re.compile("|".join(map(re.escape, WORDS)))
_DIGITS_AND_MARKS: Final = re.compile(r"[\W\d_]+")
# So few letters that mean nothing are no secret.
_LEAST: Final = 4


def is_common(password: str) -> bool:
    """Whether a machine would guess `password` early."""
    folded = password.casefold()
    return any(_left(text) < _LEAST for text in (folded, folded.translate(_LEET))) or _repeats(folded)


def _left(text: str) -> int:
    """How many different letters there are beside common words, digits and marks."""
    rest = _DIGITS_AND_MARKS.sub("", _WORDS.sub(" ", text))
    return len(set(rest))


def _repeats(text: str) -> bool:
    """Whether `text` is one short piece again and again, such as "hemlighemlighemlig"."""
    return re.fullmatch(r"(.{1,8}?)\1+.{0,3}", text, re.DOTALL) is not None
