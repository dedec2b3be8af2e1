"""Asks the child, and again where another try may help: 408, 429, most 5xx, and broken connections."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final, Protocol, Self

from importers.inside import Answer, Question, Setup
from importers.sandbox import Child, ChildError, ChildLimits

LONGEST_WAIT: Final = 60.0
LIMITS: Final = ChildLimits()
_JITTER = secrets.SystemRandom()


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How often to try, and how long to wait: `first` seconds, doubling, at most `longest`, each up to half
    longer.
    """

    tries: int = 4
    first: float = 0.5
    longest: float = 8.0

    def wait(self, tries: int, answer: Answer, *, jitter: float, now: float) -> float | None:
        """Seconds to wait after the `tries`-th try gave `answer`; None to leave it at that.

        `jitter` is from 0 to 1; `now` is the time in seconds since 1970. A server that asks for more than a
        minute is left alone until the next run.
        """
        if tries >= self.tries or not answer.transient:
            return None
        own = min(self.longest, self.first * 2 ** (tries - 1)) * (1 + jitter / 2)
        asked = _asked_for(answer.retry_after, now)
        return None if asked > LONGEST_WAIT else max(own, asked)


def _asked_for(retry_after: str, now: float) -> float:
    """Seconds that a Retry-After header asks for: a number, or a date in the form of e-mails; else 0."""
    if retry_after.isdecimal():
        return float(retry_after[:6])
    try:
        return parsedate_to_datetime(retry_after).timestamp() - now
    except (ValueError, TypeError, OverflowError):
        return 0.0


class Asks(Protocol):
    """What a run needs of whoever asks its questions; `responses` and `size` count the answers so far."""

    responses: int
    size: int

    def ask(self, question: Question) -> Answer:
        """The answer; never raises for what the server does."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


class Asker:
    """The parent's side of the child; a context manager that leaves no process behind.

    `before_try` is called before each try, so that the caller can say it is alive, or raise to stop.
    """

    def __init__(
        self,
        setup: Setup,
        before_try: Callable[[], None] = lambda: None,
        *,
        patience: Patience = Patience(),
        limits: ChildLimits = LIMITS,
    ) -> None:
        self._child = Child("importers.inside:make", setup, limits)
        self._before_try = before_try
        self._patience = patience
        self.responses = 0
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._child.stop()

    def ask(self, question: Question) -> Answer:
        """The answer after as many tries as patience allows; never raises for what the server does."""
        tries = 0
        while True:
            tries += 1
            self._before_try()
            answer = self._try(question)
            wait = self._patience.wait(tries, answer, jitter=_JITTER.random(), now=time.time())
            if wait is None:
                return answer
            time.sleep(wait)

    def _try(self, question: Question) -> Answer:
        try:
            answer = self._child.ask(question)
        except ChildError as error:
            return Answer(error=str(error))
        assert isinstance(answer, Answer)
        self.responses += 1 if answer.status else 0
        self.size += answer.size
        return answer
