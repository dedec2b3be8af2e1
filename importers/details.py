"""Completes the entries of a list by their details, where a source has such."""

from collections.abc import Callable, Mapping
from typing import Final

from importers.inside import Answer, Question
from portal.jobs.incoming import Entry, Progress, Request, Sighting, Tell, merged

HAS_NONE: Final = frozenset({400, 404, 410})
"""How a source says that an ad has no detail; asking again in the next run would not help."""
GIVE_UP_AFTER: Final = 5


class Details:
    """Asks for the details of single entries, and stops asking when the server does not answer any more."""

    def __init__(
        self,
        requests: Mapping[str, Request],
        ask: Callable[[Question], Answer],
        progress: Tell,
    ) -> None:
        self._requests = requests
        self._ask = ask
        self._progress = progress
        self._in_a_row = 0
        self.read = 0
        self.failed = 0

    def has(self, reference: str) -> bool:
        """Whether there is something to ask for."""
        return reference in self._requests

    def sighting(self, entry: Entry, listing_hash: str) -> Sighting:
        """The entry with what its detail adds; where that cannot be had now, as listed and to be asked for
        again.
        """
        request = self._requests.get(entry.reference)
        if request is None:
            return Sighting(entry=entry, listing_hash=listing_hash)
        answer = self._answer(request)
        if answer.page and answer.page.entries:
            return Sighting(entry=merged(entry, answer.page.entries[0]), listing_hash=listing_hash)
        return Sighting(entry=entry, listing_hash=listing_hash if answer.status in HAS_NONE else "")

    def _answer(self, request: Request) -> Answer:
        if self._in_a_row >= GIVE_UP_AFTER:
            self.failed += 1
            return Answer(error="not asked, because the server does not answer")
        answer = self._ask(Question(request=request))
        if answer.page or answer.status in HAS_NONE:
            self._in_a_row = 0
        else:
            self._in_a_row += 1
            self.failed += 1
        self.read += 1
        if self.read % 10 == 0:
            self._progress(Progress(what="details", done=self.read))
        return answer
