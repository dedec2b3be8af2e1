"""The words that find open ads, in order, so that beginnings are found without a look at all of them."""

import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import func, select, text

from portal import versions
from portal.db import Reading
from portal.models.posting import Posting, PostingToken

BEHIND_ALL: Final = "\U0010ffff"

# From each word to the next one: as many short looks as there are words, and not one at each row.
_EACH_ONCE = text("""
    WITH RECURSIVE known(token) AS (
        SELECT min(token) FROM posting_token
        UNION ALL
        SELECT (SELECT min(token) FROM posting_token WHERE posting_token.token > known.token)
        FROM known WHERE known.token IS NOT NULL
    )
    SELECT token FROM known WHERE token IS NOT NULL
""")


class Vocabulary:
    """Words, and the version of the data up to which they are known.

    They are read when somebody first searches. A word may have lost its last open ad: `forget` it then.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._lock = threading.Lock()
        self._version: int | None = None
        self._words = frozenset(words)
        self._ordered = sorted(self._words)

    def bring_up_to(self, session: Reading, version: int) -> None:
        """Reads the words that came since the last time."""
        with self._lock:
            if self._version is not None and self._version >= version:
                return
            # Asked before the words are read: what is written meanwhile is read again the next time.
            now = versions.number_of(session.connection()).number
            if self._version is None:
                self._keep(session.scalars(_EACH_ONCE))
            else:
                self._add(_words_since(session, self._version))
            self._version = now

    def forget(self, words: Iterable[str], version: int) -> None:
        """These words find no open ad of this version."""
        with self._lock:
            if self._version == version:
                self._keep(self._words.difference(words))

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def beginning(self, start: str) -> list[str]:
        """The words that begin so."""
        ordered = self._ordered
        return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + BEHIND_ALL)]

    def _add(self, words: Iterable[str]) -> None:
        new = frozenset(words) - self._words
        if new:
            # Two ordered pieces are put together in a fraction of the time that one in no order takes.
            self._words, self._ordered = self._words | new, sorted([*self._ordered, *sorted(new)])

    def _keep(self, words: Iterable[str]) -> None:
        known = frozenset(words)
        if known != self._words:
            self._words, self._ordered = known, sorted(known)


def _words_since(session: Reading, version: int) -> Iterable[str]:
    """The words of the ads that were written since a version; those of several come several times.

    One text for each ad: to read them as thousands of rows took five times as long. Each ad's are looked up
    by its id, which is the only way to read such a query. Left to choose, PostgreSQL went through the words
    of all ads instead, and so did SQLite for a join with `DISTINCT`.
    """
    words = (
        select(func.aggregate_strings(PostingToken.token, " "))
        .where(PostingToken.posting_id == Posting.id)
        .scalar_subquery()
    )
    for (text_of_ad,) in session.connection().execute(select(words).where(Posting.revision > version)):
        yield from (text_of_ad or "").split()
