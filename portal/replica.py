"""Which database a request's public reads come from: the primary, or a replica where there is one (ADR 21).

Only views that are the same for all readers ask; everything else, and every write, goes to the primary. Who
has a session, staff or an applicant, also reads public pages from the primary, and so sees at once what was
changed a moment ago. Where the one of the two does not answer, the other does.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from flask import current_app, has_request_context, request

from portal.versions import Version, Watch

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

KEY: Final = "portal.reads_from"
VERSION: Final = "portal.version"
"""Where a request that only reads is told the version that its data had after it came."""
PRIMARY: Final = "primary"
REPLICA: Final = "replica"


class Choice:
    """Chooses for each request, and notes it there. `replica` is None where there is none."""

    def __init__(self, primary: Watch, replica: Watch | None, *, cookie: str) -> None:
        self.primary = primary
        self._replica = replica
        self._cookie = f"{cookie}="

    @property
    def has_replica(self) -> bool:
        """Whether there is anything to choose."""
        return self._replica is not None

    def version(self, environ: "WSGIEnvironment") -> Version | None:
        """Chooses, and gives the version of what this request will read.

        None where neither database answers, or where the page must not be a kept one: the two may be at
        different versions, and kept pages are those of the replica while it answers.
        """
        if self._replica is None:
            return self.primary.now()
        if environ.get("HTTP_COOKIE", "").find(self._cookie) >= 0 and self.primary.now() is not None:
            environ[KEY] = PRIMARY
            return None
        version = self._replica.now()
        environ[KEY] = PRIMARY if version is None else REPLICA
        return self.primary.now() if version is None else version

    def read_by_all(self) -> tuple[Watch, Mapping[str, str]]:
        """What watches the database of kept pages while that answers, and what a request notes of it."""
        return (self.primary, {}) if self._replica is None else (self._replica, {KEY: REPLICA})

    @property
    def is_at_hand(self) -> bool:
        """Whether asking for the version takes microseconds, so that nobody need wait for it."""
        return self._replica is None and self.primary.is_at_hand

    def is_for_all(self, cookies: str) -> bool:
        """Whether a reader with these cookies sees the pages that are kept for all."""
        return self._replica is None or self._cookie not in cookies

    def watch(self, environ: "WSGIEnvironment") -> Watch:
        """Watches the database that this request reads from."""
        from_replica = environ.get(KEY) == REPLICA and self._replica is not None
        return self._replica if from_replica and self._replica else self.primary


def is_read_now() -> bool:
    """Whether the view that is running reads from the replica."""
    choice: Choice = current_app.extensions["choice"]
    if not choice.has_replica or not has_request_context() or request.environ.get(KEY) != REPLICA:
        return False
    return getattr(current_app.view_functions.get(request.endpoint or ""), "cacheable", False)


def version_now() -> Version | None:
    """The version of the database that is read from now, None where it does not answer.

    A request that only reads asks once: what changes while it is answered shows at the next one.
    """
    choice: Choice = current_app.extensions["choice"]
    from_replica = is_read_now()
    if has_request_context() and from_replica == (request.environ.get(KEY) == REPLICA):
        told: Version | None = request.environ.get(VERSION)
        if told is not None:
            return told
    return (choice.watch(request.environ) if from_replica else choice.primary).now()
