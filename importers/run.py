"""One run of one source: begin → gather → keep → details → hand over → finish. It ends with a receipt,
always.
"""

import gc
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from importers import memory
from importers.addresses import Access
from importers.asking import Asker, Asks
from importers.config import SourceConfig
from importers.details import Details
from importers.formats import FORMATS
from importers.gathering import Gathered, gather
from importers.inside import Answer, Question, Setup
from importers.memory import Memory, PageMemory
from portal.jobs import actions
from portal.jobs.incoming import (
    Batch,
    Entry,
    Progress,
    Reason,
    Receipt,
    RunEnd,
    RunStart,
    Sighting,
    Tell,
    fingerprint,
)
from portal.jobs.keep import why_left_out

BUDGET: Final = 15 * 60.0
BATCH: Final = 200
BREATH: Final = 0.12
LONGEST_BREATH: Final = 1.0
ALIVE_EVERY: Final = 20.0

log = logging.getLogger(__name__)


@dataclass(kw_only=True)
class _Run:
    config: SourceConfig
    start: RunStart
    asker: Asks
    progress: Tell
    ends: float
    kept: set[str] = field(default_factory=set)
    left_out: dict[str, Reason] = field(default_factory=dict)
    unsettled: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def run_source(
    config: SourceConfig,
    *,
    user_agent: str,
    progress: Tell,
    budget: float = BUDGET,
    asker_for: Callable[[Setup, Callable[[], None]], Asks] = Asker,
) -> Receipt:
    """Runs one source. Whatever goes wrong stands in the receipt.

    `asker_for` makes what asks the questions; it is told what to read, and what to call before each try.
    """
    try:
        start = actions.begin_run(source=config.name, feed_format=config.format, rank=config.rank)
    except (actions.SourceBusyError, actions.SourcePausedError) as error:
        return _not_run(config, str(error))
    asker = asker_for(_setup(config, user_agent), _KeepAlive(start.run_id))
    run = _Run(config=config, start=start, asker=asker, progress=progress, ends=time.monotonic() + budget)
    try:
        with asker:
            end = _carry_out(run)
        return actions.finish_run(start.run_id, end)
    except actions.RunEndedError as error:
        return _not_run(config, str(error))
    except Exception as error:
        log.exception("A run failed.", extra={"source": config.name})
        return actions.finish_run(start.run_id, RunEnd(queries={}, error=f"failed: {type(error).__name__}"))


def _not_run(config: SourceConfig, error: str) -> Receipt:
    return Receipt(source=config.name, status="not run", error=error)


def _setup(config: SourceConfig, user_agent: str) -> Setup:
    access = Access(
        hosts=config.hosts,
        user_agent=user_agent,
        allow_http=config.allow_http,
        allow_private=config.allow_private,
    )
    return Setup(format=config.format, url=config.url, options=config.options, access=access)


class _KeepAlive:
    """Tells the portal now and then that the run is at work."""

    def __init__(self, run_id: str) -> None:
        self._run_id = run_id
        self._last = time.monotonic()

    def __call__(self) -> None:
        if time.monotonic() - self._last > ALIVE_EVERY:
            actions.keep_alive(self._run_id)
            self._last = time.monotonic()


def _carry_out(run: _Run) -> RunEnd:
    module = FORMATS[run.config.format]
    first = module.start(module.options(run.config.url, run.config.options))
    made_with = memory.fingerprint(run.config)
    gathered = gather(
        first,
        lambda question: _ask(run, question),
        remembered=memory.load(run.start.memory, made_with=made_with),
        progress=run.progress,
    )
    _hand_over(run, gathered)
    seen = run.kept | {refusal.reference for refusal in gathered.refusals.values()}
    return RunEnd(
        queries=gathered.proofs,
        seen=frozenset(seen),
        received=len(run.kept) + len(run.left_out) + len(gathered.refusals),
        left_out=Counter(run.left_out.values()),
        unchanged=bool(gathered.replayed) and not gathered.pages,
        gone=gathered.gone,
        responses=run.asker.responses,
        size=run.asker.size,
        notes=tuple(gathered.notes + run.notes),
        memory=memory.dump(
            Memory(pages=_remembered(run, gathered), moved=gathered.moved), made_with=made_with
        ),
    )


def _ask(run: _Run, question: Question) -> Answer:
    if time.monotonic() > run.ends:
        return Answer(error="not asked, because the run has used up its time")
    return run.asker.ask(question)


def _hand_over(run: _Run, gathered: Gathered) -> None:
    """Hands everything over in batches, each stored before the next details are fetched."""
    details = Details(gathered.details, lambda question: _ask(run, question), run.progress)
    unchanged = _vouched_for(run, gathered)
    sightings: list[Sighting] = []
    for entry in gathered.entries.values():
        verdict = _consider(run, entry, details)
        if isinstance(verdict, Reason):
            run.left_out[entry.reference] = verdict
            continue
        run.kept.add(entry.reference)
        if verdict is None:
            unchanged.append(entry.reference)
        else:
            sightings.append(verdict)
        if len(sightings) == BATCH:
            began = time.monotonic()
            _receive(run, Batch(sightings=tuple(sightings)))
            sightings.clear()
            _let_others_in(time.monotonic() - began)
    last = Batch(
        sightings=tuple(sightings),
        refusals=tuple(gathered.refusals.values()),
        unchanged=tuple(unchanged),
        stopped=tuple(sorted(gathered.stopped)),
    )
    _receive(run, last)
    if details.failed:
        run.notes.append(f"{details.failed} details could not be read; the next run asks again")


def _receive(run: _Run, batch: Batch) -> None:
    with _without_collector():
        run.unsettled |= actions.receive(run.start.run_id, batch)
    run.progress(Progress(what="stored", done=len(run.kept)))


def _let_others_in(taken: float) -> None:
    """Waits as long as the batch took, in seconds, so that half of the time is others'.

    Between two batches nobody else writes unless there is time for it: who found SQLite's lock taken looks
    again after up to a tenth of a second, and is refused after four seconds of looking in vain. And who
    searches next reads what the batch has changed.
    """
    time.sleep(min(max(taken, BREATH), LONGEST_BREATH))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Python looks for cycles of objects after the batch: whatever one makes lives until it is stored, and
    looking through all of it again and again takes a tenth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _vouched_for(run: _Run, gathered: Gathered) -> list[str]:
    """The ads that unmodified pages say are still there. One that is not stored must be read again."""
    run.left_out.update(gathered.still_left_out)
    run.kept.update(gathered.still_kept)
    run.unsettled |= gathered.still_kept - run.start.listings.keys()
    return sorted(gathered.still_kept & run.start.listings.keys())


def _consider(run: _Run, entry: Entry, details: Details) -> Sighting | Reason | None:
    """What to do with an entry: store it, leave it out for a reason, or nothing, because its listing is as
    before.
    """
    listing_hash = fingerprint(entry)
    reason = why_left_out(run.config.keep, entry)
    # A listing without a text says too little; its detail may hold the word.
    unclear = reason is Reason.NO_KLAP_WORD and not entry.body_html and details.has(entry.reference)
    if reason and not unclear:
        return reason
    if run.start.listings.get(entry.reference) == listing_hash:
        return None
    sighting = details.sighting(entry, listing_hash)
    if not sighting.listing_hash:
        run.unsettled.add(entry.reference)
    return (why_left_out(run.config.keep, sighting.entry) if unclear else None) or sighting


def _remembered(run: _Run, gathered: Gathered) -> dict[str, PageMemory]:
    """The pages in which everything was settled, by their requests."""
    pages = {name: page for name, page in gathered.replayed.items() if run.unsettled.isdisjoint(page.kept)}
    for read in gathered.pages:
        references = {entry.reference for entry in read.page.entries}
        settled = not read.page.refusals and run.unsettled.isdisjoint(references)
        if settled and memory.can_remember(read.request, etag=read.etag, modified=read.modified):
            left_out = {r: run.left_out[r] for r in sorted(references & run.left_out.keys())}
            pages[memory.key(read.request)] = PageMemory(
                etag=read.etag,
                modified=read.modified,
                stated_total=read.page.stated_total,
                kept=tuple(sorted(references & run.kept)),
                left_out=left_out,
                stopped=read.page.stopped,
                snapshot=read.page.snapshot,
                next_requests=read.page.next_requests,
            )
    return pages
