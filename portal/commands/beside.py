"""The worker beside the server, as a fork: what both have loaded lies in memory once (ADR 28).

For the demo and for small machines. On a server of its own each is a unit of the system (`deploy/`).
"""

import gc
import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from flask import Flask

from portal import background
from portal.commands import worker
from portal.db import db


@contextmanager
def worker_of(app: Flask) -> Iterator[int]:
    """Runs the worker beside this process as long as the block lasts; gives its id.

    To be entered before there are threads or connections to a database: a fork has no use for either. If one
    of the two ends, however that happens, so does the other: this process as if it were asked to stop
    (SIGTERM), the worker after what it is at.
    """
    # Pages of memory are shared until somebody writes into them, and looking for garbage writes.
    gc.collect()
    gc.freeze()
    server, child = os.getpid(), os.fork()
    if not child:
        _work(app, server)
    former = signal.signal(signal.SIGCHLD, lambda *_: _stop_without(child))
    try:
        yield child
    finally:
        signal.signal(signal.SIGCHLD, former)
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)


def _work(app: Flask, server: int) -> None:
    """What the fork does until its end; never returns."""
    try:
        background.give_way()
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose(close=False)
        worker.run(app, goes_on=lambda: os.getppid() == server)
    except KeyboardInterrupt:
        pass
    except BaseException:  # noqa: BLE001 - nothing may come back into what the server was about to do
        traceback.print_exc()
    finally:
        os._exit(0)


def _stop_without(child: int) -> None:
    with suppress(ChildProcessError):
        if os.waitpid(child, os.WNOHANG)[0]:
            os.kill(os.getpid(), signal.SIGTERM)
