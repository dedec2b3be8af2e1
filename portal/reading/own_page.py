"""Where to go back to: only ever a page of this site. Pure."""

import re
from typing import Final

LONGEST: Final = 500
# A browser reads `//host` and `/\host` as another site, and drops control characters before it reads.
_OWN = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*", re.ASCII)


def own_page(wanted: str | None) -> str:
    """`wanted` if it is a path of this site, with its parameters; "" for everything else."""
    if not wanted or len(wanted) > LONGEST:
        return ""
    return wanted if _OWN.fullmatch(wanted) and "//" not in wanted.partition("?")[0] else ""
