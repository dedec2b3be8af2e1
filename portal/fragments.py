"""Pieces of pages that were drawn before, and the memory they may take.

A macro draws the same value the same way, so its text is kept.
"""

import sys
import threading
from collections.abc import Collection, Hashable
from typing import Any, Final

from flask import Flask
from jinja2.runtime import Macro

MIB: Final = 1024 * 1024
MOST_BYTES: Final = 4 * MIB
OVERHEAD: Final = 300
"""Bytes that a piece takes besides its text: key, entry, objects."""


class Fragments:
    """What was made before, by key, in at most so many bytes; where there is no room, the oldest go."""

    def __init__(self, most_bytes: int) -> None:
        self._most = self._room = most_bytes
        self._kept: dict[Hashable, tuple[Any, int]] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """What is kept under the key; None where nothing is."""
        found = self._kept.get(key)
        return found[0] if found else None

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Keeps a value of about so many bytes."""
        with self._lock:
            self._put(key, value, size + OVERHEAD)

    def without(self, keys: Collection[Hashable]) -> "Fragments":
        """A new one with the same, but for what stands under these keys."""
        others = Fragments(self._most)
        with self._lock:
            kept = list(self._kept.items())
        for key, (value, size) in kept:
            if key not in keys:
                others._put(key, value, size)
        return others

    def __len__(self) -> int:
        return len(self._kept)

    def _put(self, key: Hashable, value: Any, size: int) -> None:
        self._take_out(key)
        if size > self._most:
            return
        while self._room < size:
            self._take_out(next(iter(self._kept)))
        self._kept[key] = (value, size)
        self._room -= size

    def _take_out(self, key: Hashable) -> None:
        old = self._kept.pop(key, None)
        self._room += old[1] if old else 0


def init_app(app: Flask) -> None:
    """Gives templates `drawn(macro, value, ...)`, which means `macro(value, ...)`."""
    kept = Fragments(MOST_BYTES)

    def drawn(macro: Macro, *values: Any) -> Any:
        key = (macro._func.__code__, *values)  # noqa: SLF001 - what tells two macros apart
        try:
            text = kept.get(key)
        except TypeError:
            return macro(*values)
        if text is None:
            text = macro(*values)
            kept.put(key, text, sys.getsizeof(text))
        return text

    app.jinja_env.globals["drawn"] = drawn
