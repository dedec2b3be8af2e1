"""Notes what a proof has measured, when `make proof` asks for that (PORTAL_NOTE_FIGURES=1)."""

import os

from portal import clock
from trust import table


def note(promise: int, figure: str) -> None:
    """Writes the figure of a promise into docs/figures.json with today's date; in other runs, nothing."""
    if os.environ.get("PORTAL_NOTE_FIGURES") == "1":
        table.note(promise, figure, day=f"{clock.today()}")
