"""All pages of all queries of a run, united: what was found, and what proves that nothing is missing."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from importers import memory
from importers.inside import NOT_MODIFIED, Answer, Question
from importers.memory import Memory, PageMemory
from portal.jobs.incoming import Entry, Page, QueryProof, Reason, Refusal, Request

GONE: Final = frozenset({404, 410})
GIVE_UP_AFTER: Final = 3
"""So many failures in a row, each after several tries, mean that the server is down."""


@dataclass(kw_only=True)
class _Query:
    seen: set[str] = field(default_factory=set)
    stated: int | None = None
    answered: bool = True

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
    are the references that a page calls ended and no later page calls open.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    refusals: dict[str, Refusal] = field(default_factory=dict)
    details: dict[str, Request] = field(default_factory=dict)
    pages: list[ReadPage] = field(default_factory=list)
    replayed: dict[str, PageMemory] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    queries: dict[str, _Query] = field(default_factory=dict)

    @property
    def proofs(self) -> dict[str, QueryProof]:
        """What is known of each query."""
        return {
            name: QueryProof(stated=query.stated, seen=len(query.seen), answered=query.answered)
            for name, query in self.queries.items()
        }

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
        query.answered &= page.complete
        self.details.update(page.details)
        self.pages.append(ReadPage(request=request, etag=answer.etag, modified=answer.modified, page=page))
        return page.next_requests if leads_on else ()

    def _stop(self, query: _Query, references: tuple[str, ...]) -> None:
        """What has ended is not there, whatever an earlier page says; no remembered page vouches for it."""
        for reference in references:
            self.entries.pop(reference, None)
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
        query.state(page.stated_total)
        self.replayed[memory.key(request)] = page
        return page.next_requests

    def fail(self, request: Request, error: str) -> None:
        """Notes that a query was not answered in full."""
        self.queries[request.query].answered = False
        self.notes.append(f"{request.query or 'feed'}: {error}")


def gather(
    first: Iterable[Request],
    ask: Callable[[Question], Answer],
    *,
    remembered: Memory,
    progress: Callable[[str], None],
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
        page = remembered.get(memory.key(request), PageMemory())
        answer = ask(Question(request=request, etag=page.etag, modified=page.modified))
        following = _use(gathered, request, answer, page)
        failures = failures + 1 if following is None else 0
        queue.extendleft(reversed(following or ()))
        progress(_line(gathered, request))
    return gathered


def _use(
    gathered: Gathered, request: Request, answer: Answer, page: PageMemory
) -> tuple[Request, ...] | None:
    """The requests that an answer leads to; None where it is of no use."""
    if answer.page:
        return gathered.take(request, answer, answer.page)
    if answer.status == NOT_MODIFIED and (page.etag or page.modified):
        return gathered.replay(request, page)
    if request.gone_is_over and answer.status in GONE:
        return ()
    gathered.fail(request, answer.error or f"the server answered {answer.status}")
    return None


def _line(gathered: Gathered, request: Request) -> str:
    query = gathered.queries[request.query]
    stated = f" of {query.stated}" if query.stated is not None else ""
    failed = "" if query.answered else ", not answered in full"
    return f"{request.query or 'feed'}: {len(query.seen)}{stated} ads{failed}"
