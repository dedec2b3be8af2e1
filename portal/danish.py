"""Danish words made comparable: folding, tokens, stems, synonyms, typing errors, URL slugs.

Pure functions without state. The index and the query go through the same folding, so that SQLite and
PostgreSQL give the same answers whatever they think about æ, ø and å.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import snowballstemmer

SLUG_LENGTH = 60
MIN_STEM = 4
"""Shorter stems stand for too much: "bager" gives "bag", which is also "behind"."""

_LETTERS = (("a\u030a", "aa"), ("æ", "ae"), ("ø", "oe"), ("ß", "ss"))
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_DASHES = re.compile("[\u2010-\u2012\u2212]")
_WORD = re.compile(r"[^\W_]+(?:[-'’‘´`][^\W_]+)*")
_JOINT = re.compile(r"[-'’‘´`]")
_STEMMER = snowballstemmer.stemmer("danish")
_STEMMING = threading.Lock()
"""A stemmer works in its own fields: two threads at once would spoil each other's word."""

SYNONYMS: tuple[tuple[str, ...], ...] = (
    # The first of each row is what the others count as. Several words in one entry are a phrase.
    ("museum", "museet", "museets", "museer", "museerne"),
    ("københavn", "kbh", "kbhvn", "cph", "copenhagen"),
    ("butik", "forretning", "supermarked", "købmand", "dagligvarebutik", "shop"),
    ("rengøring", "gøre rent", "gør rent", "gøres rent", "rengør", "rengøre", "holde rent", "holder rent"),
    ("køkken", "kok", "madlavning", "lave mad", "laver mad", "mad", "maden", "køkkenhjælp", "kokke"),
    ("kantine", "frokostbuffet", "personalerestaurant"),
    ("restaurant", "café", "cafeteria", "spisested"),
    ("servering", "servere", "serverer", "servitrice", "dække bord", "dækker bord"),
    ("opvask", "vaske op", "vasker op", "opvasker", "tage opvasken"),
    ("vasketøj", "vaskeri", "vaske tøj", "vasker tøj", "tøjvask"),
    (
        "havearbejde",
        "have",
        "haven",
        "havens",
        "haver",
        "gartner",
        "gartneri",
        "grønne områder",
        "park",
        "havemand",
    ),
    ("gård", "landbrug", "bondegård", "landmand", "landejendom"),
    ("lager", "lageret", "varelager", "lagerarbejde"),
    ("fabrik", "produktion", "industri", "produktionsarbejde"),
    ("pant", "flaske", "tomgods", "pantautomat", "flaskeautomat", "flaskerum", "pantrum"),
    (
        "bil",
        "auto",
        "bilvask",
        "bilpleje",
        "bilklargøring",
        "autoværksted",
        "bilværksted",
        "mekaniker",
        "bilhus",
    ),
    ("plejehjem", "plejecenter", "ældrecenter", "omsorgscenter"),
    ("børnehave", "vuggestue", "daginstitution", "børnehus"),
    ("skole", "folkeskole", "sfo", "elev"),
    ("pedel", "vicevært", "ejendomsservice", "gårdmand"),
    ("dyr", "dyrepasser", "dyrehandel", "dyrepark", "dyrene", "kæledyr", "hund"),
    ("hest", "stald", "rideskole", "ridecenter", "staldarbejde", "pony"),
    ("kontor", "administration", "kontorarbejde", "kontorhjælp"),
    ("frisør", "salon", "frisørsalon"),
    ("genbrug", "genbrugsbutik", "secondhand", "second hand", "loppemarked"),
    ("bageri", "bager", "bagerforretning", "bagerbutik"),
    ("opfyldning", "fylde op", "fylder op", "fylde varer", "sætte varer på plads", "opfylder"),
    ("pakning", "pakke", "pakker", "emballering"),
    ("håndværk", "snedker", "tømrer", "maler", "håndværker"),
    ("chauffør", "transport", "kørsel", "chaufførmedhjælper"),
    ("fleksjob", "fleks job", "flexjob"),
    ("skånejob", "skåne job", "løntilskud"),
    ("rema", "rema1000"),
    ("sydjylland", "sønderjylland"),
)

COMPOUND_HEADS = (
    # "Skolekøkken" is found by "køkken": the last part of these compounds says what the place or the work is.
    *(
        "køkken",
        "butik",
        "forretning",
        "museum",
        "kantine",
        "restaurant",
        "lager",
        "bageri",
        "kontor",
        "vaskeri",
    ),
    *("gartneri", "fabrik", "produktion", "plejehjem", "børnehave", "skole", "stald", "opvask", "rengøring"),
    *("servering", "pakning", "opfyldning"),
)

STOP_WORDS = (
    "og i på med en et til af for der som jeg du vi man vil gerne kan skal er at den det de om ved nær hos "
    "fra mig min mit mine job jobs jobbet klapjob arbejde arbejder arbejdet noget eller ikke har søger se"
)

_NOT_INDEXED = frozenset({"have"})
"""In running text "have" is the verb ("du skal have ..."); the garden is written "haven" or "havearbejde"."""


def fold(text: str) -> str:
    """`text` in lower case with å→aa, æ→ae, ø→oe and no other accents or invisible signs.

    Folding twice changes nothing.
    """
    # Most texts hold Danish and English letters only, and need no look at their signs.
    plain = text.lower().translate(_DANISH)
    if plain.isascii():
        return plain
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).lower()).lower()
    for letter, plain in _LETTERS:
        folded = folded.replace(letter, plain)
    visible = (sign for sign in folded if unicodedata.category(sign) not in {"Mn", "Cf"})
    return _DASHES.sub("-", "".join(visible))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of `text` in order.

    "Ikast-Brande" and "Dagli'Brugsen" give both their parts and the joined form.
    """
    return tuple(token for word in _words(text) for token in _with_parts(word))


@lru_cache(maxsize=20_000)
def stem(token: str) -> str:
    """The Danish stem of one folded word: "butikken" and "butikker" give "butik"."""
    with _STEMMING:
        return str(_STEMMER.stemWord(token))


@lru_cache(maxsize=4096)
def search_tokens(text: str) -> frozenset[str]:
    """Everything one text is found by: its folded words, their stems, what each word or phrase counts as."""
    words = tokens(text)
    found = {token for word in words if word not in _NOT_INDEXED for token in _forms(word)}
    found.update(head for word in words if (head := _compound_head(word)))
    found.update(canonical for _, _, canonical in _phrases(words))
    return frozenset(found)


def synonyms() -> Mapping[str, str]:
    """Each single word that counts as another one, folded → the one it counts as."""
    return _SINGLE


def query_terms(text: str) -> tuple[frozenset[str], ...]:
    """What a person typed, as one set of alternatives for each word: a hit has one of every set.

    Terms of four letters or more may be matched as prefixes of `search_tokens`; shorter ones only whole
    ("bil" is not "billet"). Stop words are dropped, so the answer may be empty: no filter.
    """
    words = tuple(token for word in _words(text) for token in _JOINT.sub(" ", word).split())
    phrases = {start: (end, canonical) for start, end, canonical in _phrases(words)}
    terms: list[frozenset[str]] = []
    position = 0
    while position < len(words):
        end, canonical = phrases.get(position, (position + 1, ""))
        if canonical:
            terms.append(frozenset({canonical}))
        elif words[position] not in _STOP_WORDS:
            terms.append(_alternatives(words[position]))
        position = end
    return tuple(dict.fromkeys(terms))


def slugify(text: str) -> str:
    """`text` for a URL: a-z, 0-9 and single hyphens, at most 60 characters, cut between words; may be ""."""
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘´`]", "", fold(text))).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    cut, hyphen, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
    return cut if hyphen else slug[:SLUG_LENGTH]


def within_typos(word: str, vocabulary: Iterable[str], max_edits: int = 1) -> tuple[str, ...]:
    """The words of `vocabulary` nearest to `word`, at most `max_edits` typing errors away (a tie gives all).

    One error is a letter too many, too few, wrong, or two neighbours swapped. Compare folded words.
    """
    nearest: set[str] = set()
    limit = max_edits
    for candidate in vocabulary:
        if abs(len(candidate) - len(word)) > limit:
            continue
        distance = _typos(word, candidate)
        if distance < limit:
            nearest, limit = {candidate}, distance
        elif distance == limit:
            nearest.add(candidate)
    return tuple(sorted(nearest))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _with_parts(word: str) -> tuple[str, ...]:
    parts = _JOINT.split(word)
    return (word,) if len(parts) == 1 else (*parts, "".join(parts))


def _forms(word: str) -> set[str]:
    base = stem(word)
    return {word, base} | {_SINGLE[form] for form in (word, base) if form in _SINGLE}


def _alternatives(word: str) -> frozenset[str]:
    """Without a stem too short to be safe, if we know what the word counts as; "have" is the garden here."""
    if word in _NOT_INDEXED:
        return frozenset({_SINGLE[word]})
    if word in _SINGLE and len(stem(word)) < MIN_STEM:
        return frozenset({word, _SINGLE[word]})
    return frozenset(_forms(word))


@lru_cache(maxsize=20_000)
def _compound_head(word: str) -> str:
    """What the last part of a compound counts as: "skolekoekkenet" is also a kitchen; "" if none we know."""
    forms = (word, stem(word))
    if any(form in _SINGLE for form in forms):
        return ""
    return next((_SINGLE[head] for head in _HEADS if any(form.endswith(head) for form in forms)), "")


def _phrases(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """(first, one past last, what it counts as) of each known phrase in `words`."""
    for start, word in enumerate(words):
        for phrase, canonical in _PHRASES.get(word, ()):
            if words[start : start + len(phrase)] == phrase:
                yield start, start + len(phrase), canonical
                break


def _typos(first: str, second: str) -> int:
    """Damerau-Levenshtein distance in its restricted form (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _single_words() -> dict[str, str]:
    """Each single word of SYNONYMS, and its stem unless that is too short to be safe → what it counts as."""
    words = {fold(entry): fold(row[0]) for row in SYNONYMS for entry in row if " " not in entry}
    stems = {stem(word): counts_as for word, counts_as in words.items() if len(stem(word)) >= MIN_STEM}
    return stems | words


def _phrases_by_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the entries of SYNONYMS with several words, longest first, and what they count as."""
    pairs = [(tuple(fold(entry).split()), fold(row[0])) for row in SYNONYMS for entry in row if " " in entry]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, canonical in sorted(pairs, key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], []).append((phrase, canonical))
    return found


_SINGLE = _single_words()
_STOP_WORDS = frozenset(fold(STOP_WORDS).split())
_HEADS = tuple(fold(head) for head in COMPOUND_HEADS)
_PHRASES = _phrases_by_word()
