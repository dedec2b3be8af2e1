"""The words that a reader typed, laid into pieces that are kept for what the words mean (ADR 29).

Such a piece is drawn with holes where the words stand: in texts, and in addresses, where they look different.
So nothing that was typed is kept, and "butik" and "Butikken" share one piece.
"""

from dataclasses import replace
from typing import Final

from portal import frames
from portal.frames import Frame
from portal.jobs.filters import quoted
from portal.jobs.forms import Wanted

_TEXT: Final = str(frames.hole("typed"))
_ADDRESS: Final = str(frames.hole("typed_in_address"))
# What stands behind this is part of an address, and nothing else is.
_ASKED: Final = "q="


def without(wanted: Wanted) -> Wanted:
    """The same, with a hole for the words where there are any."""
    return replace(wanted, words=_TEXT) if wanted.words else wanted


def cut(drawn: bytes) -> Frame:
    """A piece that was drawn for what `without` gives, cut where the words stand."""
    return frames.opened(drawn.decode().replace(_ASKED + _TEXT, _ASKED + _ADDRESS))


def fillings(words: str) -> dict[str, bytes]:
    """What goes into the holes."""
    return {"typed": frames.said(words), "typed_in_address": frames.said(quoted(words))} if words else {}


def in_query(query: str, words: str) -> str:
    """The parameters that `without` gives, with the words in them."""
    return query.replace(_ASKED + _TEXT, _ASKED + quoted(words), 1) if words else query
