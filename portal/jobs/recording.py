"""What stays of a run: its row with counts and details, and the receipt that people read. Never commits."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from portal.jobs.deciding import Absences, Verdict
from portal.jobs.incoming import Reason, Receipt, RunEnd
from portal.jobs.storing import Intake
from portal.models.feed import FeedRun, RunStatus

_SPOKEN = (
    ("reopened", "back: closed ads that are in the feed again"),
    ("stopped", "closed: the source says that they have ended"),
)


def count(run: FeedRun, intake: Intake) -> None:
    """Adds what came of a batch."""
    run.new += intake.counts[Verdict.NEW]
    run.changed += intake.counts[Verdict.CHANGED]
    run.unchanged += intake.counts[Verdict.UNCHANGED]
    run.refused += intake.refused.total()
    run.closed += intake.stopped
    over = {Reason.OVER.value: intake.counts[Verdict.OVER]}
    run.left_out += intake.counts[Verdict.OVER]
    run.details = run.details | {
        "refused": _added(run.details.get("refused"), {r.value: n for r, n in intake.refused.items()}),
        "left_out": _added(run.details.get("left_out"), over),
        "reopened": run.details.get("reopened", 0) + intake.reopened,
        "stopped": run.details.get("stopped", 0) + intake.stopped,
    }


def _added(counts: Mapping[str, int] | None, more: Mapping[str, int]) -> dict[str, int]:
    return {key: number for key, number in (Counter(counts or {}) + Counter(more)).items() if number}


def status(end: RunEnd) -> RunStatus:
    """How a run ended."""
    if end.complete:
        return RunStatus.UNCHANGED if end.unchanged else RunStatus.COMPLETE
    something = end.received or any(proof.answered for proof in end.queries.values())
    return RunStatus.INCOMPLETE if something else RunStatus.FAILED


def record(run: FeedRun, end: RunEnd, absences: Absences) -> None:
    """Writes down what the run found, and what its absences mean."""
    run.responses, run.bytes, run.received = end.responses, end.size, end.received
    stated = [proof.stated for proof in end.queries.values() if proof.stated is not None]
    run.stated = sum(stated) if stated else None
    run.closed, run.held = run.closed + len(absences.closing), len(absences.held)
    run.missing = len((absences.missed | absences.held) - absences.closing)
    run.left_out += sum(end.left_out.values())
    left_out = {reason.value: number for reason, number in end.left_out.items()}
    queries: dict[str, Any] = {
        name: {"stated": proof.stated, "seen": proof.seen, "complete": proof.complete}
        for name, proof in end.queries.items()
    }
    run.details = run.details | {
        "left_out": _added(run.details.get("left_out"), left_out),
        "queries": queries,
        "held": sorted(absences.held),
        "notes": list(end.notes),
    }


def receipt(run: FeedRun) -> Receipt:
    """What the run did, for people to read."""
    details = run.details
    reasons = [(f"left out: {reason}", n) for reason, n in sorted(details["left_out"].items())]
    reasons += [(f"refused: {reason}", n) for reason, n in sorted(details.get("refused", {}).items())]
    if run.held:
        reasons.append(("held: too many would close at once, a person decides", run.held))
    reasons += [(words, details[name]) for name, words in _SPOKEN if details.get(name)]
    return Receipt(
        source=run.source,
        status=run.status.value,
        received=run.received,
        new=run.new,
        changed=run.changed,
        unchanged=run.unchanged,
        closed=run.closed,
        held=run.held,
        missing=run.missing,
        left_out=run.left_out,
        refused=run.refused,
        reasons=tuple(reasons),
        notes=tuple(details["notes"]),
        error=run.error,
    )
