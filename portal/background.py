"""Work that nobody waits for: it leaves the processors to those who wait for a page."""

import os
from contextlib import suppress
from typing import Final

NICENESS: Final = 5
"""A third of what a server gets where both want all: an import that holds SQLite's lock must get on, too."""


def give_way() -> None:
    """Lets other processes go first from now on; one that does already stays as it is."""
    # Where the system does not allow it, all goes on as before.
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0)))
