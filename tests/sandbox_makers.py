"""Functions that a test child runs; it is told their names."""

import os
import time
from collections.abc import Callable
from typing import Any

from portal.jobs.incoming import Entry, Page


def make(setup: Any) -> Callable[[Any], Any]:
    """What a well-behaved or hostile reader does, by the question's name."""

    def answer(question: str) -> Any:
        return DEEDS[question](setup)

    return answer


def _hog(_setup: Any) -> Any:
    hoard = []
    while True:
        hoard.append(b"x" * 10_000_000)


def _spin(_setup: Any) -> Any:
    while True:
        pass


def _until_idle(_setup: Any) -> Any:
    begun = os.sched_getscheduler(0)
    while os.sched_getscheduler(0) == begun:
        pass
    return begun, os.sched_getscheduler(0)


class Evil:
    """Something that runs a command when it is unpickled."""

    def __reduce__(self) -> Any:
        return os.system, ("touch /tmp/should-not-exist",)


class EvilName:
    """Something that reaches for a function through the name of a value."""

    def __reduce__(self) -> Any:
        return getattr, ("", "join")


DEEDS: dict[str, Callable[[Any], Any]] = {
    "setup": lambda setup: setup,
    "pid": lambda _setup: os.getpid(),
    "page": lambda _setup: Page(entries=(Entry(reference="1", title="Æ\ud800"),)),
    "secrets": lambda _setup: sorted(os.environ),
    "hog": _hog,
    "spin": _spin,
    "until idle": _until_idle,
    "policy": lambda _setup: os.sched_getscheduler(0),
    "sleep": lambda _setup: time.sleep(60),
    "exit": lambda _setup: os._exit(3),
    "evil": lambda _setup: Evil(),
    "evil name": lambda _setup: EvilName(),
}
