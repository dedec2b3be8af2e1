"""Which kind of job an ad offers: skånejob, fleksjob, or not stated."""

import re
from collections.abc import Iterable
from typing import Literal

from portal.easyread.matching import fold, word_pattern
from portal.easyread.remembering import remembered

JobType = Literal["skaanejob", "fleksjob", "unknown"]

_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = re.compile(r"[.!?\n•]")

_SKAANEJOB = word_pattern("skånejob*, skaanejob*, førtidspension*, *løntilskud til førtidspensionister")
_FLEKSJOB = word_pattern("fleksjob*, flexjob*, fleksordning*")
_NOT_FLEKSJOB = re.compile(
    r"(?:ikke|hverken)\s+(?:\w+\s+){0,4}?fle(?:ks|x)job\w*"
    r"|fle(?:ks|x)job\w*\s+(?:er|kan)\s+ikke"
)
_NOT_SKAANEJOB = re.compile(r"(?:ikke|hverken)\s+(?:\w+\s+){0,4}?(?:skånejob|førtidspension)\w*")
_DEMAND = word_pattern(
    "skal, kræve*, krav, forudsæt*, tilkendt, tilkendte, bevilget, bevilling*, visiteret, godkendt*,"
    " modtager, modtage, forbehold*, målrettet, henvend*, kun, opslået, ansættes, stillingen er, jobbet er"
)


def recognise_job_type(title: str, body: str) -> JobType:
    """The job type that an ad states; ``body`` may be HTML or plain text.

    The title decides if it names one type; then the sentences that make a demand ("du skal ...", "kun for
    ..."); then any mention. An ad that opens itself to both, or to neither, is ``"unknown"``.
    """
    named = types_named(title, _TAG.sub("\n", body))
    return named[0] if len(named) == 1 else "unknown"


def types_named(title: str, text: str) -> tuple[JobType, ...]:
    """The job types that an ad (as plain text) is open to, skånejob first; empty if it names none."""
    lines = text.split("\n")
    return types_of(title, [part for line in lines for part in demands(line)], list(map(fold, lines)))


def types_of(title: str, demanded: Iterable[str], folded: Iterable[str]) -> tuple[JobType, ...]:
    """Like `types_named`, for an ad whose lines have these `demands`, and which are folded."""
    return _mentioned(fold(title)) or _mentioned("\n".join(demanded)) or _mentioned("\n".join(folded))


@remembered
def demands(line: str) -> tuple[str, ...]:
    """The folded sentences of a line that demand something."""
    return tuple(part for part in _SENTENCE_END.split(fold(line)) if _DEMAND.search(part))


def _mentioned(text: str) -> tuple[JobType, ...]:
    found: list[JobType] = []
    denies = "ikke" in text or "hverken" in text
    if _SKAANEJOB.search(_NOT_SKAANEJOB.sub(" ", text) if denies else text):
        found.append("skaanejob")
    if _FLEKSJOB.search(_NOT_FLEKSJOB.sub(" ", text) if denies else text):
        found.append("fleksjob")
    return tuple(found)
