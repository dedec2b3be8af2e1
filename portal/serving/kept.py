"""The shortcut: pages and files that are kept in memory, answered without a thread and without WSGI (ADR 17).

It gives what the cache in front of Flask would give, writes the same line into the access log, and knows
nothing of its own: what is not kept yet goes the long way, and is kept there.
"""

import time
from typing import Any, Final

from portal import access_log
from portal.access_log import AccessLog
from portal.headers import is_personal
from portal.kept_page import KeptPage, Reply
from portal.page_cache import STATIC, PageCache, key_of, without_campaign
from portal.replica import VERSION
from portal.serving.asking import NOTHING, Asking, Told
from portal.serving.environ import Scope, path_of
from portal.serving.front import Messages, messages

_NOTHING: Final = b""


class KeptPages:
    """Finds kept answers. `asking` tells the version that the data have."""

    def __init__(self, cache: PageCache | None, log: AccessLog, asking: Asking) -> None:
        self._cache = cache
        self._log = log
        self._asking = asking

    async def find(self, scope: Scope) -> tuple[Messages | None, Told]:
        """The answer to a GET or HEAD request, where it is kept and still true; and what was asked for it."""
        started = time.perf_counter()
        headers: dict[bytes, bytes] = dict(scope["headers"])
        # A part of something, and a header that came twice, go the long way, which knows about them.
        if b"range" in headers or len(headers) != len(scope["headers"]):
            return None, NOTHING
        page, told = await self._page(scope, headers)
        if page is None:
            return None, told
        reply = page.reply(
            scope["method"],
            accepted=_text(headers, b"accept-encoding"),
            known=_text(headers, b"if-none-match"),
        )
        if reply.prepared is None:
            reply.prepared = _prepare(reply)
        found, status, note, uncounted = reply.prepared
        if note:
            counts = scope["method"] == "GET" and not access_log.is_program(_text(headers, b"user-agent"))
            self._log.write(
                note if counts else uncounted,
                request_id=access_log.new_id(),
                status=status,
                started=started,
            )
        return found, told

    async def _page(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[KeptPage | None, Told]:
        path, cookies = path_of(scope), _text(headers, b"cookie")
        if is_personal(path):
            # No such page is kept, and what it shows may have been written a moment ago.
            return None, NOTHING
        if self._cache is None:
            return None, NOTHING if path.startswith(STATIC) else await self._asking.version(cookies)
        key = key_of(
            host=_text(headers, b"host"),
            scheme=scope["scheme"],
            path=path,
            query=without_campaign(scope["query_string"].decode("latin-1")),
            cookies=cookies,
        )
        if path.startswith(STATIC):
            return self._cache.kept_file(key), NOTHING
        told = await self._asking.version(cookies)
        version = told.get(VERSION)
        return (None if version is None else self._cache.kept_page(key, version)), told


def _text(headers: dict[bytes, bytes], name: bytes) -> str:
    return headers.get(name, _NOTHING).decode("latin-1")


def _prepare(reply: Reply) -> tuple[Any, ...]:
    """The answer as it is sent, its status, and its note for the log as a reader's and as a program's."""
    note, headers = access_log.take_note(reply.headers)
    return (
        messages(reply.status, headers, reply.body),
        int(reply.status[:3]),
        note,
        access_log.uncounted(note),
    )
