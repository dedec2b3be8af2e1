"""Free-text search: from what a reader typed to the ads that have all of it, with a score for each.

Words are compared as `portal.danish` folds them, in the table of search words, so that every database
gives the same answers. A typed word is met by a token equal to one of its alternatives, which counts double,
or beginning with it; a word that meets none is taken for the nearest words there are.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol, runtime_checkable

from sqlalchemy import Select, case, func, select, union_all
from sqlalchemy.orm import Session

from portal.danish import query_terms, synonyms, within_typos
from portal.models.posting import Posting, PostingToken
from portal.places.postcodes import find_named, town_key
from portal.postings import is_open

SHORTEST_PREFIX: Final = 4
SHORTEST_STEM: Final = 5
"""A shorter stem begins too many other words: "slag" of "Slagelse" also begins "slagter"."""
SHORTEST_FORGIVEN: Final = 4
LONG_WORD: Final = 8
"""From this length on, two typing errors are forgiven instead of one."""
KEPT: Final = 1000
"""So many typed texts are remembered with their terms: whether one names a town takes long to find out."""
MOST_WORDS: Final = 8
MOST_FORGIVEN: Final = 3
"""Comparing a word with all others costs milliseconds, and a text of nonsense must not cost seconds."""

_WISH = re.compile(r"\b(?:vil|gerne|kunne|skal|måtte)\s+have\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Met:
    """The tokens that meet one typed word: the `whole` ones mean it, the others only `begin` so."""

    whole: frozenset[str] = frozenset()
    begin: frozenset[str] = frozenset()

    @property
    def tokens(self) -> frozenset[str]:
        """All of them."""
        return self.whole | self.begin


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is looked for: for each typed word the tokens that meet it (none where nothing does).

    `forgiven` says whether a word was taken for another one.
    """

    words: tuple[Met, ...] = ()
    forgiven: bool = False


@runtime_checkable
class Ordered(Protocol):
    """Words that are kept in order."""

    def beginning(self, start: str) -> Iterable[str]:
        """The words that begin so."""


def read(session: Session, words: str) -> Search:
    """Understands what a reader typed; text without a meaningful word gives an empty search."""
    terms = terms_of(words)
    return meet(terms, _vocabulary(session)) if terms else Search()


@lru_cache(maxsize=KEPT)
def terms_of(words: str) -> tuple[frozenset[str], ...]:
    """The words with a meaning, each with all that it may stand as in an ad."""
    return query_terms(_plainly(words))[:MOST_WORDS]


def meet(terms: Iterable[frozenset[str]], vocabulary: Collection[str]) -> Search:
    """Each term's tokens in the vocabulary: equal, beginning so, or else the nearest within typing errors."""
    asked = tuple(terms)
    met = [_meeting(term, vocabulary) for term in asked]
    unknown = [number for number, word in enumerate(met) if not word.tokens][:MOST_FORGIVEN]
    for number in unknown:
        met[number] = Met(whole=_nearest(max(asked[number], key=len), vocabulary))
    return Search(words=tuple(met), forgiven=any(met[number].tokens for number in unknown))


def scores(session: Session, search: Search) -> dict[str, int] | None:
    """The ids of the ads that have every word, each with its score; None where nothing was asked.

    The score adds up the weight of the best token for each word.
    """
    if not search.words:
        return None
    found = union_all(*map(_ads_with, search.words)).subquery()
    having_all = (
        select(found.c.posting_id, func.sum(found.c.best))
        .group_by(found.c.posting_id)
        .having(func.count() == len(search.words))
    )
    return {posting_id: int(score) for posting_id, score in session.execute(having_all)}


def _ads_with(word: Met) -> Select[str, int]:
    worth = case(
        (PostingToken.token.in_(sorted(word.whole)), 2 * PostingToken.weight), else_=PostingToken.weight
    )
    return (
        select(PostingToken.posting_id, func.max(worth).label("best"))
        .where(PostingToken.token.in_(sorted(word.tokens)))
        .group_by(PostingToken.posting_id)
    )


def _vocabulary(session: Session) -> frozenset[str]:
    """Every word that finds an open ad."""
    words = select(PostingToken.token).join(Posting, Posting.id == PostingToken.posting_id).where(is_open())
    return frozenset(session.scalars(words.distinct()))


def _meeting(term: frozenset[str], vocabulary: Collection[str]) -> Met:
    typed = max(len(word) for word in term)
    beginnings = tuple(
        word for word in term if len(word) >= (SHORTEST_PREFIX if len(word) == typed else SHORTEST_STEM)
    )
    whole = frozenset(word for word in term if word in vocabulary)
    return Met(whole=whole, begin=_beginning(beginnings, vocabulary) - whole)


def _beginning(starts: tuple[str, ...], vocabulary: Collection[str]) -> frozenset[str]:
    """The words that begin so; a vocabulary that is in order finds them without a look at all."""
    if isinstance(vocabulary, Ordered):
        return frozenset(token for start in starts for token in vocabulary.beginning(start))
    return frozenset(token for token in vocabulary if starts and token.startswith(starts))


def _nearest(word: str, vocabulary: Collection[str]) -> frozenset[str]:
    """The likeliest words that somebody meant.

    Numbers and towns are never guessed at: 4200 is not 4220, and Vejle is not Vejen.
    """
    if len(word) < SHORTEST_FORGIVEN or any(map(str.isdigit, word)) or find_named(word):
        return frozenset()
    edits = 2 if len(word) >= LONG_WORD else 1
    letters = set(word)
    # A typing error changes at most two of the letters a word has; this spares most comparisons.
    known = {**dict(zip(vocabulary, vocabulary, strict=True)), **synonyms()}
    alike = (token for token in known if len(letters ^ set(token)) <= 2 * edits)
    return frozenset(known[token] for token in within_typos(word, alike, max_edits=edits)) & set(vocabulary)


def _plainly(words: str) -> str:
    """The name of a town as the post writes it: "Kgs. Lyngby" is "kongens lyngby".

    In other text the verb of "jeg vil gerne have" goes, because alone "have" is the garden.
    """
    return town_key(words) if find_named(words) else _WISH.sub(" ", words)
