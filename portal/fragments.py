"""Pieces of pages that were drawn before: a macro draws the same value the same way, so its text is kept."""

from collections.abc import Hashable
from typing import Any, Final

from flask import Flask
from jinja2.runtime import Macro

MOST_KEPT: Final = 5000
"""About 1.5 KB each."""


def init_app(app: Flask) -> None:
    """Gives templates `drawn(macro, value, ...)`, which means `macro(value, ...)`."""
    kept: dict[Hashable, Any] = {}

    def drawn(macro: Macro, *values: Any) -> Any:
        key = (macro._func.__code__, *values)  # noqa: SLF001 - what tells two macros apart
        try:
            text = kept.get(key)
        except TypeError:
            return macro(*values)
        if text is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            text = kept[key] = macro(*values)
        return text

    app.jinja_env.globals["drawn"] = drawn
