"""Which open ads have the words that somebody typed, and how well, in rows of bits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from sys import getsizeof
from typing import Any, Final

from sqlalchemy import case, func, select

from portal.db import Reading
from portal.jobs.catalogue.bits import mask_of
from portal.jobs.catalogue.open_ads import OpenAds
from portal.jobs.catalogue.segment import Segment
from portal.jobs.search import Met, Search, meet, terms_of
from portal.models.posting import Posting, PostingToken

MOST_WORDS_KEPT: Final = 500
SMALL: Final = 2000
"""So many ads have few words together: then only theirs are read."""

Scores = Mapping[int, int]
"""How well ads meet what was typed → the bits of the ads that meet it so."""


def understand(session: Reading, ads: OpenAds, words: str) -> Search:
    """What is looked for among these ads; the same words mean the same until the next version."""
    terms = terms_of(words) if words else ()
    if not terms:
        return Search()
    known: Search | None = ads.sought.get(terms)
    if known is None:
        known = _understood(session, ads, terms)
        ads.sought.put(terms, known, _size(terms, known))
    return known


def _understood(session: Reading, ads: OpenAds, terms: Sequence[frozenset[str]]) -> Search:
    ads.vocabulary.bring_up_to(session, ads.version)
    search = meet(terms, ads.vocabulary)
    while stale := _stale(session, ads, search):
        ads.vocabulary.forget(stale, ads.version)
        again = meet(terms, ads.vocabulary)
        if again == search:
            break
        search = again
    return search


def _size(terms: Iterable[frozenset[str]], search: Search) -> int:
    """About how many bytes both take; the tokens themselves lie in the vocabulary."""
    return sum(map(getsizeof, terms)) + sum(
        getsizeof(word.whole) + getsizeof(word.begin) for word in search.words
    )


def scores(session: Reading, ads: OpenAds, search: Search) -> tuple[Scores, ...] | None:
    """For each part the ads that have every word, by the sum of what their best word for each is worth.

    None where nothing is looked for.
    """
    if not search.words:
        return None
    per_word = [_levels(session, ads, word) for word in search.words]
    return tuple(
        _together([levels[number] for levels in per_word], part.open) for number, part in enumerate(ads.parts)
    )


def _stale(session: Reading, ads: OpenAds, search: Search) -> frozenset[str]:
    """The words met that no open ad has any more, where a typed word meets nothing else."""
    stale: set[str] = set()
    for word in search.words:
        levels = zip(_levels(session, ads, word), ads.parts, strict=True)
        if not any(mask & part.open for scored, part in levels for mask in scored.values()):
            stale.update(word.tokens)
    return frozenset(stale)


def _together(words: Sequence[Scores], living: int) -> Scores:
    """The ads that have all the words; their scores add up."""
    found: dict[int, int] = {0: living}
    for levels in words:
        both: defaultdict[int, int] = defaultdict(int)
        for score, ads in found.items():
            for worth, more in levels.items():
                if common := ads & more:
                    both[score + worth] |= common
        found = dict(both)
    return found


def _levels(session: Reading, ads: OpenAds, word: Met) -> list[Scores]:
    # Held here: what a segment keeps may be emptied at any moment, by another thread.
    kept = ((part.segment, part.segment.words.get(word)) for part in ads.parts)
    levels = {segment: scored for segment, scored in kept if scored is not None}
    missing = [part.segment for part in ads.parts if part.segment not in levels]
    if missing:
        levels |= _read(session, word, missing)
    return [levels[part.segment] for part in ads.parts]


def _read(session: Reading, word: Met, segments: Sequence[Segment]) -> dict[Segment, Scores]:
    """Reads what segments do not know of a word yet, and keeps it there."""
    rows = session.connection().execute(_best(word, segments)).all() if word.tokens else ()
    found = {int(worth): ids.split() for worth, ids in rows}
    levels: dict[Segment, Scores] = {segment: _by_worth(found, segment) for segment in segments}
    for segment, scored in levels.items():
        if len(segment.words) >= MOST_WORDS_KEPT:
            segment.words.clear()
        segment.words[word] = scored
    return levels


def _best(word: Met, segments: Iterable[Segment]) -> Any:
    """For each worth the ads whose best token has it, in one text; one that is the whole word counts double.

    As rows, ten thousand ads with a common word took as long to hand over as to find.
    """
    worth = case(
        (PostingToken.token.in_(sorted(word.whole)), 2 * PostingToken.weight), else_=PostingToken.weight
    )
    query = (
        select(PostingToken.posting_id, func.max(worth).label("worth"))
        .where(PostingToken.token.in_(sorted(word.tokens)))
        .group_by(PostingToken.posting_id)
    )
    if sum(segment.size for segment in segments) <= SMALL:
        newer = min(segment.after for segment in segments)
        # Not as a join: SQLite would look up each ad that has the word, to see how old it is.
        query = query.where(PostingToken.posting_id.in_(select(Posting.id).where(Posting.revision > newer)))
    best = query.subquery()
    return select(best.c.worth, func.aggregate_strings(best.c.posting_id, " ")).group_by(best.c.worth)


def _by_worth(found: Mapping[int, Iterable[str]], segment: Segment) -> Scores:
    position = segment.position
    places = {
        worth: [n for posting_id in ids if (n := position.get(posting_id)) is not None]
        for worth, ids in found.items()
    }
    return {worth: mask_of(some, segment.size) for worth, some in places.items() if some}
