"""What tells that two ads are one job, as keys to compare; "" where an ad states too little. Pure.

Never the title alone: a chain looks for the same help in ten shops.
"""

import hashlib
import re
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from portal.easyread.matching import fold

CAMPAIGN: Final = frozenset("fbclid gclid msclkid mc_cid mc_eid ref referer referrer source src".split())
"""Parameters that say where a reader comes from; all others may name the job."""

_WORD = re.compile(r"[^\W_]+")


def apply_key(address: str) -> str:
    """The key of an address for applying, without what different pages write differently.

    The front page of a site names no job.
    """
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100) if parts.query else []
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/")
    query = urlencode(sorted((name, value) for name, value in pairs if not _is_campaign(name)))
    # Pages that run in the browser keep the job's name behind the number sign.
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return _hashed("url", host, path, query, fragment) if host and (path or query or fragment) else ""


def _is_campaign(name: str) -> bool:
    return name.lower().startswith("utm_") or name.lower() in CAMPAIGN


def twin_key(*, cvr: str, title: str, postal_code: str, deadline: date | None) -> str:
    """The key of an employer's CVR number, the title's words, postal code and deadline; all must be there."""
    words = " ".join(_WORD.findall(fold(title)))
    if not (cvr and words and postal_code and deadline):
        return ""
    return _hashed("job", cvr, words, postal_code, deadline.isoformat())


def _hashed(kind: str, *parts: str) -> str:
    text = "\n".join(parts)
    return f"{kind}:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}"
