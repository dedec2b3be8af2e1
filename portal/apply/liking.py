"""What somebody liked before the form began, as on a class board: kinds of work, carried by the address.

The address of each question hands them on, so that nothing of them is kept, neither here nor in a cookie,
until the question about kinds of work is answered. They stand ticked there and can be changed (ADR 20).
"""

from typing import Any, Final

from flask import request

from portal.easyread import trades
from portal.easyread.trades import TRADES, Trade

PARAMETER: Final = "fag"
QUESTION: Final = "trades"
"""The key of the question that they are ticked in."""


def liked() -> tuple[Trade, ...]:
    """The kinds of work that the address names, each once; what is none of ours is left out."""
    named = dict.fromkeys(request.args.getlist(PARAMETER)[: len(TRADES)])
    return tuple(trade for trade in map(trades.by_slug, named) if trade)


def carried() -> dict[str, Any]:
    """The same as parameters of the next address."""
    return {PARAMETER: [trade.slug for trade in liked()]}
