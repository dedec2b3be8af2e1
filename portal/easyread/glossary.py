"""Hard words of the working life and the municipality, each explained in one easy sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portal.easyread.glossary_words import FORMS, MEANINGS
from portal.easyread.matching import fold, word_pattern

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One explained word: ``slug`` for anchors, ``word`` as shown, ``meaning`` in at most 15 words."""

    slug: str
    word: str
    meaning: str


# By slug, in Danish alphabetical order as the page of words shows them.
GLOSSARY: Mapping[str, Entry] = MappingProxyType(
    {
        (slug := word.lower().translate(_ASCII)): Entry(slug=slug, word=word, meaning=meaning)
        for word, meaning in MEANINGS.items()
    }
)

_FORMS: tuple[tuple[Entry, re.Pattern[str]], ...] = tuple(
    (entry, word_pattern(FORMS.get(entry.word, entry.word + "*"))) for entry in GLOSSARY.values()
)


def words_in(text: str) -> tuple[Entry, ...]:
    """The explained words that a text uses, in the order of their first use."""
    folded = fold(text)
    first_uses = [(found.start(), entry) for entry, forms in _FORMS if (found := forms.search(folded))]
    return tuple(entry for _, entry in sorted(first_uses, key=lambda use: use[0]))
