"""Pages laid together from bytes drawn before: frames with holes, and pieces that fill them (ADR 29).

A *frame* is a template drawn once for each choice of reading settings, and cut where pages differ: at each
`{{ hole("name") }}`, and where it asks what only the request knows (`ASKED`). A *piece* is what a macro draws
from its arguments; a *stamp* is a macro drawn once, cut at its arguments. To answer, pieces are laid into the
holes. Frames and stamps may hold nothing that changes while the program runs: no row, no day. Macros see no
request, so what is the same for all readers is so by construction.
"""

import re
import secrets
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from html import escape
from typing import Any, Final, NamedTuple, cast

from flask import Flask, current_app, render_template
from jinja2.runtime import Macro
from markupsafe import Markup

from portal import clock, comfort, replica
from portal.fragments import MIB, Fragments

ASKED: Final = ("canonical_address", "settings_address")
"""Template globals that look at the address of the request: a hole of every frame that calls them."""
MOST_KEPT: Final = 200
"""Frames of about 12 KB: there are that many when readers use every choice of reading settings."""
MOST_BYTES: Final = 4 * MIB
"""Room for the pieces of the present state: those of all municipalities take less than half of it."""

# Nobody can guess it, so no ad and no reader can write a hole.
_MARK: Final = f"hole-{secrets.token_hex(8)}"
_HOLE: Final = re.compile(rf"{_MARK}:(\w+);")


class Frame(NamedTuple):
    """A text with empty places, and the name of what belongs into each place."""

    parts: tuple[bytes, ...]
    holes: tuple[tuple[int, str], ...]

    def filled(self, pieces: Mapping[str, bytes]) -> bytes:
        """The whole with these pieces in its holes."""
        whole = list(self.parts)
        for place, name in self.holes:
            whole[place] = pieces[name]
        return b"".join(whole)

    def press(self, **pieces: bytes) -> bytes:
        """The same, for stamps."""
        return self.filled(pieces)

    def around(self) -> tuple[bytes, bytes]:
        """What stands before the one hole, and behind it."""
        before, _, behind = self.parts
        return before, behind


def init_app(app: Flask) -> None:
    """Gives templates `hole(name)`."""
    app.jinja_env.globals["hole"] = hole
    app.extensions["frames"] = {}
    app.extensions["stamps"] = {}
    app.extensions["pieces"] = (None, Fragments(MOST_BYTES))


def hole(name: str) -> Markup:
    """Where a frame is cut."""
    return Markup(f"{_MARK}:{name};")  # noqa: S704 - the names are our own


def said(text: str) -> bytes:
    """A piece that says this text."""
    return escape(text, quote=True).encode()


def piece(template: str, macro: str, *values: Any) -> bytes:
    """What a macro of a template draws from these values."""
    return str(_macro(template, macro)(*values)).encode()


def markup(drawn: bytes) -> Markup:
    """Pieces that were drawn already, as part of a template."""
    return Markup(drawn.decode())  # noqa: S704 - macros have drawn them


def cut(template: str, macro: str, *values: Any) -> Frame:
    """The same, where the values have holes."""
    return _cut(str(_macro(template, macro)(*values)))


def of_now(key: Hashable, make: Callable[[], bytes]) -> bytes:
    """A piece that depends on rows of shown tables and the day only, made once for each state of them."""
    # Asked before the rows are read: what is written meanwhile makes a new state.
    version, today = replica.version_now(), clock.today()
    if version is None:
        return make()
    state, kept = current_app.extensions["pieces"]
    if state != (version, today):
        state, kept = (version, today), Fragments(MOST_BYTES)
        current_app.extensions["pieces"] = (state, kept)
    found: bytes | None = kept.get(key)
    if found is None:
        found = make()
        kept.put(key, found, len(found))
    return found


def opened(drawn: str) -> Frame:
    """What was drawn from values that have holes, cut at these."""
    return _cut(drawn)


def stamp(template: str, macro: str, *first: Hashable) -> Frame:
    """A macro with these first values, of which there are few, and a hole for each argument that follows."""
    stamps: dict[Hashable, Frame] = current_app.extensions["stamps"]
    found = stamps.get((template, macro, first))
    if found is None:
        drawn = _macro(template, macro)
        holes = [hole(name) for name in drawn.arguments[len(first) :]]
        found = stamps[template, macro, first] = _cut(str(drawn(*first, *holes)))
    return found


def page(template: str, pieces: Mapping[str, bytes]) -> bytes:
    """The page of this request: the frame of a template with a piece in each hole."""
    asked = {name: said(_ask(name)) for name in ASKED}
    return _frame(template).filled({**pieces, **asked})


def kept(key: Hashable, draw: Callable[[], str]) -> Frame:
    """The frame that is kept under a key; drawn where there is none."""
    frames: dict[Hashable, Frame] = current_app.extensions["frames"]
    frame = frames.get(key)
    if frame is None:
        frame = _cut(draw())
        # Whoever works on a template sees it anew each time.
        if not current_app.jinja_env.auto_reload:
            if len(frames) >= MOST_KEPT:
                frames.clear()
            frames[key] = frame
    return frame


def _ask(name: str) -> str:
    ask = cast("Callable[[], str]", current_app.jinja_env.globals[name])
    return ask()


def _macro(template: str, name: str) -> Macro:
    # A macro called from here is no part of a request: it imports once, and sees its arguments only.
    macro: Macro = getattr(current_app.jinja_env.get_template(template).module, name)
    return macro


def _cut(text: str) -> Frame:
    # Texts and names of holes stand by turns.
    parts = _HOLE.split(text)
    holes = tuple((place, parts[place]) for place in range(1, len(parts), 2))
    return Frame(tuple(b"" if n % 2 else part.encode() for n, part in enumerate(parts)), holes)


def _frame(template: str) -> Frame:
    asked = {name: partial(hole, name) for name in ASKED}
    return kept((template, comfort.written()), lambda: render_template(template, **asked))
