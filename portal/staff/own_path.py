"""Where to go after signing in: only ever a page of the staff's own (promise 31). Pure."""

import re
from typing import Final

LONGEST: Final = 200
# A browser reads `//host` and `/\host` as another site, and drops control characters before it reads.
_OWN = re.compile(r"/personale(?:[/?][\x21-\x5b\x5d-\x7e]*)?", re.ASCII)


def own_path(wanted: str | None) -> str:
    """`wanted` if it is a path below /personale of this site; "" for everything else."""
    if not wanted or len(wanted) > LONGEST or "//" in wanted:
        return ""
    return wanted if _OWN.fullmatch(wanted) else ""
