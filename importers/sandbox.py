"""A child process with limits, asked one question at a time.

Time-outs of a connection do not stop a server that sends a byte a second, and no limit inside a parser
stops the next parser. So fetching and reading happen in a child: 512 MiB of memory, a wall clock after
which it is killed, and an environment without the portal's secrets. The child runs this module as a
program; it is told by name which function makes its answers.
"""

import importlib
import io
import os
import pickle
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, Final

MIB: Final = 1024 * 1024
NICE: Final = 10
LARGEST_ANSWER: Final = 64 * MIB
_ROOT = Path(__file__).resolve().parent.parent
_VALUES = frozenset(
    {
        ("datetime", "date"),
        ("importers.inside", "Answer"),
        *(("portal.jobs.incoming", name) for name in ("Page", "Entry", "Refusal", "Request", "Reason")),
    }
)
_ENDINGS = {-signal.SIGALRM: "it took too long", -signal.SIGXCPU: "it took too much computing time"}


class ChildError(Exception):
    """The child gave no answer: it was too slow, or died of its limits."""


@dataclass(frozen=True, kw_only=True)
class ChildLimits:
    """Bytes of address space, seconds of CPU and on the wall for each question; and seconds of CPU of its
    whole life after which the child computes only where nobody else wants to (ADR 36).
    """

    memory: int = 512 * MIB
    cpu: int = 50
    wall: float = 60
    usual: float = 1


class Child:
    """A child that answers with `maker(setup)(question)`; `maker` is written ``package.module:function``.

    It starts with the first question and again after it was killed.
    """

    def __init__(self, maker: str, setup: Any, limits: ChildLimits = ChildLimits()) -> None:
        self._maker = maker
        self._setup = setup
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None

    def ask(self, question: Any) -> Any:
        """The child's answer. Raises ChildError; the next question gets a new child then."""
        pipe = self._pipe or self._start()
        try:
            pipe.send(question)
            if pipe.poll(self._limits.wall):
                return _Values(io.BytesIO(pipe.recv_bytes(LARGEST_ANSWER))).load()
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ValueError):
            raise ChildError(f"reading stopped: {self._how_it_ended()}") from None
        self.stop()
        raise ChildError(f"no answer in {self._limits.wall:g} seconds")

    def _how_it_ended(self) -> str:
        assert self._process
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        code = self._process.returncode
        self.stop()
        return _ENDINGS.get(code, "it needed too much memory or failed")

    def stop(self) -> None:
        """Ends the child at once, if there is one."""
        if self._process:
            self._process.kill()
            self._process.wait()
        if self._pipe:
            self._pipe.close()
        self._process = self._pipe = None

    def _start(self) -> "Connection[Any, Any]":
        ours, theirs = Pipe()
        limits = self._limits
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [
                    *(sys.executable, "-m", "importers.sandbox", str(theirs.fileno()), self._maker),
                    *(str(limits.memory), str(limits.cpu), str(int(limits.wall) + 1), str(limits.usual)),
                ],
                cwd=_ROOT,
                # Nothing of the portal's settings: the child has no use for its secrets.
                env={"PYTHONUTF8": "1", "PATH": os.environ.get("PATH", "")},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._pipe = ours
        ours.send(self._setup)
        return ours


class _Values(pickle.Unpickler):
    """Unpickles the plain values of the importers and nothing else: the child has read a stranger's bytes."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value")


def _let_all_others_go_first(*_: object) -> None:
    # Where the system does not allow it, all goes on as before.
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _serve(
    pipe: "Connection[Any, Any]", maker: str, *, memory: int, cpu: int, wall: int, usual: float
) -> None:
    """The child's life: one setup, then questions until the parent is gone."""
    # Pages come first: a feed that takes all the time it may have does not take theirs.
    os.nice(NICE)
    module, _, function = maker.partition(":")
    answer: Callable[[Any], Any] = getattr(importlib.import_module(module), function)(pipe.recv())
    signal.signal(signal.SIGPROF, _let_all_others_go_first)
    signal.setitimer(signal.ITIMER_PROF, usual)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            question = pipe.recv()
            # Should the parent be gone too, nobody else would end this process.
            signal.alarm(wall)
            used = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
            resource.setrlimit(resource.RLIMIT_CPU, (used + cpu, resource.RLIM_INFINITY))
            pipe.send(answer(question))
            signal.alarm(0)


def _main(arguments: list[str]) -> None:
    descriptor, maker, memory, cpu, wall, usual = arguments
    with Connection(int(descriptor)) as pipe:
        _serve(pipe, maker, memory=int(memory), cpu=int(cpu), wall=int(wall), usual=float(usual))


if __name__ == "__main__":
    _main(sys.argv[1:])
