"""All pages of all queries of a run, united: what was found, and what proves that nothing is missing."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from importers import memory
from importers.inside import NOT_MODIFIED, Answer, Question
from importers.memory import Memory, PageMemory
from portal.jobs.incoming import Entry, Page, Progress, QueryProof, Reason, Refusal, Request, Tell

GONE: Final = 410
NOT_THERE: Final = frozenset({404, GONE})
GIVE_UP_AFTER: Final = 3
"""So many failures in a row, each after several tries, mean that the server is down."""


@dataclass(kw_only=True)
class _Query:
    seen: set[str] = field(default_factory=set)
    stated: int | None = None
    answered: bool = True
    snapshot: bool = True
    statuses: set[int] = field(default_factory=set)

    def state(self, total: int | None) -> None:
        if total is not None:
            self.stated = total if self.stated is None else min(self.stated, total)


@dataclass(frozen=True, kw_only=True)
class ReadPage:
    """A page that may be remembered: its request and validators, and the references in it."""

    request: Request
    etag: str
    modified: str
    page: Page


@dataclass(kw_only=True)
class Gathered:
    """Everything the queries gave, by reference. `replayed` are the pages that were not modified; `stopped`
    are the references that a page calls ended and no later page calls open; `moved` are addresses that lead
    elsewhere for good.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    refusals: dict[str, Refusal] = field(default_factory=dict)
    details: dict[str, Request] = field(default_factory=dict)
    pages: list[ReadPage] = field(default_factory=list)
    replayed: dict[str, PageMemory] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    queries: dict[str, _Query] = field(default_factory=dict)

    @property
    def proofs(self) -> dict[str, QueryProof]:
        """What is known of each query."""
        return {
            name: QueryProof(
                stated=query.stated,
                seen=len(query.seen),
                answered=query.answered,
                snapshot=query.snapshot,
            )
            for name, query in self.queries.items()
        }

    @property
    def gone(self) -> bool:
        """Whether the server says of every query that it has ended for good."""
        return bool(self.queries) and all(query.statuses == {GONE} for query in self.queries.values())

    @property
    def still_kept(self) -> set[str]:
        """The references that unmodified pages vouch for."""
        return {reference for page in self.replayed.values() for reference in page.kept} - self.entries.keys()

    @property
    def still_left_out(self) -> dict[str, Reason]:
        """The references in unmodified pages that were left out before, and why."""
        found: dict[str, Reason] = {}
        for page in self.replayed.values():
            found.update(page.left_out)
        return {reference: reason for reference, reason in found.items() if reference not in self.entries}

    def take(self, request: Request, answer: Answer, page: Page) -> tuple[Request, ...]:
        """Adds a page; answers with the requests that it leads to."""
        query = self.queries[request.query]
        before = len(query.seen)
        for entry in page.entries:
            self._add(entry)
        for refusal in page.refusals:
            self.refusals[refusal.reference or refusal.payload] = refusal
        query.seen.update(entry.reference for entry in page.entries)
        query.seen.update(refusal.reference or refusal.payload for refusal in page.refusals)
        # A page that only repeats would lead on for ever; one without open ads may say where they are.
        leads_on = len(query.seen) > before or page.stopped or not (page.entries or page.refusals)
        self._stop(query, page.stopped)
        query.state(page.stated_total)
        if not page.complete:
            self.fail(request, "a part of the answer could not be read")
        query.snapshot &= page.snapshot
        self.details.update(page.details)
        self.pages.append(ReadPage(request=request, etag=answer.etag, modified=answer.modified, page=page))
        return page.next_requests if leads_on else ()

    def _stop(self, query: _Query, references: tuple[str, ...]) -> None:
        """What has ended is not there, whatever an earlier page says; no remembered page vouches for it."""
        for reference in references:
            self.entries.pop(reference, None)
            self.refusals.pop(reference, None)
            self.stopped.add(reference)
            query.seen.discard(reference)
        if references:
            for name, page in self.replayed.items():
                kept = tuple(each for each in page.kept if each not in self.stopped)
                self.replayed[name] = replace(page, kept=kept)

    def _add(self, entry: Entry) -> None:
        self.stopped.discard(entry.reference)
        known = self.entries.get(entry.reference)
        if known is None:
            self.entries[entry.reference] = entry
        else:
            # Where pages disagree, the later one knows more.
            hints = tuple(sorted({*known.hints, *entry.hints}))
            self.entries[entry.reference] = replace(entry, hints=hints)

    def replay(self, request: Request, page: PageMemory) -> tuple[Request, ...]:
        """Adds a page that is as it was."""
        query = self.queries[request.query]
        self.stopped.difference_update(page.kept, page.left_out)
        query.seen.update(page.kept, page.left_out)
        self.replayed[memory.key(request)] = page
        self._stop(query, page.stopped)
        query.state(page.stated_total)
        query.snapshot &= page.snapshot
        return page.next_requests

    def fail(self, request: Request, error: str) -> None:
        """Notes that a query was not answered in full."""
        self.queries[request.query].answered = False
        self._note(request, error)

    def move(self, request: Request, answer: Answer, address: str) -> None:
        """Notes where a request leads to for good: where the answer says, or where it was sent already."""
        moved_to = answer.moved_to or address
        if moved_to and (answer.page or answer.status == NOT_MODIFIED):
            self.moved[memory.key(request)] = moved_to
            if len(self.moved) == 1:
                self._note(request, f"the address has moved to {moved_to}")

    def _note(self, request: Request, note: str) -> None:
        self.notes.append(f"{request.query or 'feed'}: {note}")


def gather(
    first: Iterable[Request],
    ask: Callable[[Question], Answer],
    *,
    remembered: Memory,
    progress: Tell,
) -> Gathered:
    """Asks for the first page of each query and for every page these lead to, one after the other."""
    queue = deque(first)
    gathered = Gathered(queries={request.query: _Query() for request in queue})
    failures = 0
    asked: set[tuple[str, str, bytes | None]] = set()
    while queue:
        request = queue.popleft()
        if (question := (request.query, memory.key(request), request.body)) in asked:
            continue
        asked.add(question)
        if failures >= GIVE_UP_AFTER:
            gathered.fail(request, "not asked, because the server does not answer")
            continue
        following = _follow(gathered, request, ask, remembered)
        failures = failures + 1 if following is None else 0
        queue.extendleft(reversed(following or ()))
        progress(_so_far(gathered, request))
    return gathered


def _follow(
    gathered: Gathered, request: Request, ask: Callable[[Question], Answer], remembered: Memory
) -> tuple[Request, ...] | None:
    """Asks, and gives the requests that the answer leads to; None where it is of no use."""
    name = memory.key(request)
    page = remembered.pages.get(name, PageMemory())
    address = remembered.moved.get(name, "")
    answer = ask(Question(request=request, address=address, etag=page.etag, modified=page.modified))
    gathered.queries[request.query].statuses.add(answer.status)
    gathered.move(request, answer, address)
    if answer.page:
        return gathered.take(request, answer, answer.page)
    if answer.status == NOT_MODIFIED and (page.etag or page.modified):
        return gathered.replay(request, page)
    if request.gone_is_over and answer.status in NOT_THERE:
        return ()
    gathered.fail(request, answer.error or f"the server answered {answer.status}")
    return None


def _so_far(gathered: Gathered, request: Request) -> Progress:
    query = gathered.queries[request.query]
    failed = "" if query.answered else " (not answered in full)"
    return Progress(what=f"{request.query or 'feed'}{failed}", done=len(query.seen), of=query.stated)
