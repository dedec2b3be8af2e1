"""Which ads of a feed are KLAPjob ads: a pure rule, the same for every source that does not say otherwise.

No feed has a field for it, so the word decides: KLAP in capitals, or KLAPjob in any spelling, as a word of
its own in title, text or employer. A pat on the shoulder ("et klap på skulderen") and folding chairs do not
count.
"""

import html
import re
from dataclasses import dataclass
from typing import Literal

from portal.easyread.matching import fold, word_pattern
from portal.jobs.incoming import Entry, Reason

Keep = Literal["klap", "all"]

UNSOLICITED = frozenset({"OpenApplication", "talentPool"})
"""How feeds name what is no job: a standing invitation to apply for whatever may come."""

_TAG = re.compile(r"<[^<>]*>")
# It begins with a letter, so that `re` finds candidates fast, then looks back. U+212A is a K to `(?i:...)`.
_KLAP = re.compile(
    r"[kK\u212a](?<!\w[kK\u212a])(?:(?i:lap)[-\s\u2010-\u2014]{0,2}(?i:job|konsulent|ordning|projekt)"
    r"|(?<=K)LAP(?!\w)(?!\s+(?i:på\s+(?:skulder|ryg)|i\s+hænd)))"
)

_COLLEAGUE = re.compile(
    r"(?i:konsulent|koordinator|leder|chef|sekretær|rådgiver)\w*\s+(?i:til|i|hos|ved|for)"
    r"\s+(?i:klap)(?:-?\s?(?i:job))?(?!\w)"
)
"""KLAPjob looking for staff of its own: "Konsulent til KLAPjob"."""


@dataclass(frozen=True, kw_only=True)
class KeepRule:
    """`keep` is "klap" or "all". An entry with a word of `include` is kept too; one with a word of
    `exclude` never.

    The words are written as `portal.easyread.matching` says: ``lager`` whole, ``butik*`` as a beginning.
    """

    keep: Keep = "klap"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def why_left_out(rule: KeepRule, entry: Entry) -> Reason | None:
    """Why the rule leaves an entry out; None if it keeps it."""
    text = _text(entry)
    if not UNSOLICITED.isdisjoint(entry.conditions):
        return Reason.UNSOLICITED
    if _has_word(rule.exclude, text):
        return Reason.EXCLUDED_WORD
    if rule.keep == "klap" and _COLLEAGUE.search(entry.title):
        return Reason.AT_KLAPJOB
    if rule.keep == "all" or _KLAP.search(text) or _has_word(rule.include, text):
        return None
    return Reason.NO_KLAP_WORD


def _text(entry: Entry) -> str:
    body = html.unescape(_TAG.sub(" ", html.unescape(entry.body_html)))
    return f"{entry.title}\n{entry.employer}\n{body}".replace("\u00ad", "")


def _has_word(words: tuple[str, ...], text: str) -> bool:
    return bool(words) and bool(word_pattern(",".join(words)).search(fold(text)))
