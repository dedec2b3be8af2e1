"""A child has limits; whatever happens in it, the parent goes on (P23)."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from importers.fetch import Limits
from importers.inside import MOST_ENTRIES
from importers.sandbox import Child, ChildError, ChildLimits
from importers.xml_prolog import DEEPEST
from portal.jobs.incoming import Entry, Page

MIB = 1024 * 1024
PATIENCE = 40
"""Seconds; less than the child would sleep."""
# The wall is far away: on a busy machine a second of computing may take many.
LIMITS = ChildLimits(memory=200 * MIB, cpu=1, wall=120)


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child("tests.sandbox_makers:make", {"n": 1}, LIMITS)
    yield child
    child.stop()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def refused(child: Child, question: str) -> str:
    with pytest.raises(ChildError) as caught:
        child.ask(question)
    return str(caught.value)


def test_p23_the_limits_of_a_feed_are_these() -> None:
    """Bytes, seconds and entries; the child is killed after `wall`, so all ends within 65 seconds."""
    assert ChildLimits() == ChildLimits(memory=512 * MIB, cpu=50, wall=60)
    assert Limits() == Limits(wire=5 * MIB, body=20 * MIB, connect=10, read=20, total=55, redirects=3)
    assert (MOST_ENTRIES, DEEPEST) == (5000, 100)


def test_a_child_knows_its_setup_and_answers_questions_in_one_life(child: Child) -> None:
    assert child.ask("setup") == {"n": 1}
    assert child.ask("page") == Page(entries=(Entry(reference="1", title="Æ\ud800"),))
    assert child.ask("pid") == child.ask("pid") != os.getpid()


def test_a_child_does_not_see_the_portals_settings(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    assert {"SECRET_KEY", "DATABASE_URL"}.isdisjoint(child.ask("secrets"))


def test_a_child_that_wants_too_much_memory_ends(child: Child) -> None:
    assert refused(child, "hog") == "reading stopped: it needed too much memory or failed"


def test_a_child_that_computes_too_long_ends(child: Child) -> None:
    assert refused(child, "spin") == "reading stopped: it took too much computing time"


def test_a_child_that_only_waits_is_killed_by_the_clock() -> None:
    child = Child("tests.sandbox_makers:make", None, ChildLimits(wall=PATIENCE))
    pid = child.ask("pid")
    child._limits = ChildLimits(wall=0.5)
    assert refused(child, "sleep") == "no answer in 0.5 seconds"
    assert not is_running(pid)


def test_p23_a_child_that_computes_for_long_leaves_the_processors_to_all_others() -> None:
    child = Child("tests.sandbox_makers:make", None, ChildLimits(usual=0.3))
    assert child.ask("until idle") == (os.SCHED_OTHER, os.SCHED_IDLE)
    assert child.ask("policy") == os.SCHED_IDLE
    child.stop()


def test_a_child_that_computes_little_has_its_share_though_the_machine_is_full(child: Child) -> None:
    assert child.ask("policy") == os.SCHED_OTHER


def test_a_child_whose_parent_is_gone_ends_itself() -> None:
    child = Child("tests.sandbox_makers:make", None, ChildLimits(wall=1))
    pipe = child._start()
    assert child._process is not None
    pipe.send("sleep")
    assert child._process.wait(timeout=PATIENCE) == -signal.SIGALRM
    child.stop()


def test_the_next_question_gets_a_new_child(child: Child) -> None:
    first = child.ask("pid")
    assert refused(child, "exit") == "reading stopped: it needed too much memory or failed"
    assert child.ask("pid") != first


@pytest.mark.parametrize("answer", ["evil", "evil name"])
def test_an_answer_that_is_no_plain_value_is_not_unpacked(child: Child, answer: str) -> None:
    assert refused(child, answer).startswith("reading stopped")
    assert not Path("/tmp/should-not-exist").exists()


def test_stopping_leaves_no_process_behind(child: Child) -> None:
    pid = child.ask("pid")
    child.stop()
    assert not is_running(pid)
