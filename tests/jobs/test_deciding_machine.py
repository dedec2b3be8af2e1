"""Any sequence of runs keeps the promises of the import rules; a small board obeys."""

from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from portal.jobs.deciding import KnownAd, Verdict, can_stop, decide_absences, decide_entry
from portal.models.posting import ClosedReason, PostingState

REFERENCES = st.sampled_from([f"ad{number}" for number in range(12)])
FEEDS = st.dictionaries(REFERENCES, st.sampled_from(["text 1", "text 2"]))


@dataclass(frozen=True)
class Row:
    number: int
    known: KnownAd


class Runs(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Row] = {}
        self.numbers: dict[str, int] = {}
        self.by_staff: set[str] = set()

    def is_open(self, reference: str) -> bool:
        return self.rows[reference].known.state is PostingState.OPEN

    def open_ads(self) -> set[str]:
        return {reference for reference in self.rows if self.is_open(reference)}

    @rule(
        feed=FEEDS,
        refused=st.sets(REFERENCES),
        stopped=st.sets(REFERENCES, max_size=3),
        complete=st.booleans(),
    )
    def run(self, feed: dict[str, str], refused: set[str], stopped: set[str], complete: bool) -> None:
        stopped -= feed.keys() | refused
        closed_before = {reference: self.rows[reference] for reference in self.rows.keys() - self.open_ads()}
        self.stop(stopped)
        assert stopped.isdisjoint(self.open_ads())
        assert closed_before.items() <= self.rows.items()
        before, texts = self.open_ads(), self.texts()
        held = self.apply(feed, refused, complete)
        vanished = before - self.open_ads()
        assert not vanished or (complete and not held)
        assert vanished.isdisjoint(feed.keys() | refused)
        assert len(vanished) <= max(3, 0.2 * len(before | self.open_ads()))
        for reference in refused & texts.keys() - feed.keys():
            assert self.texts()[reference] == texts[reference]
        for reference in feed.keys() - refused - self.by_staff:
            assert self.is_open(reference)

    @rule(feed=FEEDS, complete=st.booleans())
    def run_twice(self, feed: dict[str, str], complete: bool) -> None:
        self.apply(feed, set(), complete)
        self.apply(feed, set(), complete)
        self.apply(feed, set(), complete)
        before = dict(self.rows)
        self.apply(feed, set(), complete)
        assert self.rows == before

    @rule(reference=REFERENCES)
    def staff_take_down(self, reference: str) -> None:
        if reference in self.rows and self.is_open(reference):
            self.close(reference, ClosedReason.TAKEN_DOWN)
            self.by_staff.add(reference)

    @invariant()
    def an_ad_keeps_its_identity(self) -> None:
        for reference, row in self.rows.items():
            assert self.numbers.setdefault(reference, row.number) == row.number

    @invariant()
    def what_staff_took_down_stays_down(self) -> None:
        assert self.by_staff.isdisjoint(self.open_ads())

    def texts(self) -> dict[str, str]:
        return {reference: row.known.content_hash for reference, row in self.rows.items()}

    def change(self, reference: str, **values: object) -> None:
        row = self.rows[reference]
        self.rows[reference] = Row(row.number, replace(row.known, **values))

    def close(self, reference: str, reason: ClosedReason) -> None:
        self.change(reference, state=PostingState.CLOSED, closed_reason=reason)

    def stop(self, stopped: set[str]) -> None:
        for reference in stopped & self.rows.keys():
            if can_stop(self.rows[reference].known):
                self.close(reference, ClosedReason.GONE)

    def apply(self, feed: dict[str, str], refused: set[str], complete: bool) -> bool:
        """Does what the decisions say; answers whether closings were held."""
        for reference, text in feed.items():
            if reference not in refused:
                self.take_in(reference, text)
        known = [row.known for row in self.rows.values()]
        absences = decide_absences(known, seen=feed.keys() | refused, complete=complete)
        for reference in absences.back:
            self.change(reference, missed_runs=0)
        for reference in absences.missed:
            self.change(reference, missed_runs=self.rows[reference].known.missed_runs + 1)
        for reference in absences.closing:
            self.close(reference, ClosedReason.GONE)
        return bool(absences.held)

    def take_in(self, reference: str, text: str) -> None:
        row = self.rows.get(reference)
        decision = decide_entry(content_hash=text, over=False, known=row.known if row else None)
        if decision.verdict is Verdict.NEW:
            self.rows[reference] = Row(len(self.rows), KnownAd(reference=reference, content_hash=text))
        if decision.verdict is Verdict.CHANGED:
            self.change(reference, content_hash=text)
        if decision.reopens:
            self.change(reference, state=PostingState.OPEN, closed_reason=None, missed_runs=0)


Runs.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestRuns = Runs.TestCase
