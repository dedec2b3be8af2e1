"""One easy sentence about a job: "Du pakker brød og tømmer skrald hos Bilka Slagelse"."""

import re
from functools import lru_cache

from portal.easyread.html import plain_text
from portal.easyread.matching import fold
from portal.easyread.privacy import has_contacts
from portal.easyread.remembering import LINES
from portal.easyread.tasks import OTHER_TASKS, present_tense

MAX_WORDS = 15
_TASK_WORDS = 5
_LONGEST_NAME = 200
_EMPLOYER_WORDS = 5
# One lives on these, not in them.
_ISLANDS = frozenset("samsø bornholm ærø læsø fanø anholt tunø endelave langeland møn fejø fur mandø".split())
_COMPANY_FORM = re.compile(r",?\s+(?:A/S|ApS|I/S|P/S|K/S|IVS|A\.M\.B\.A\.?|AMBA)\b\.?", re.IGNORECASE)


def easy_summary(*, title: str, tasks: tuple[str, ...], employer: str, town: str) -> str:
    """What you do and where, in one sentence of at most `MAX_WORDS` words; "" if nothing is known.

    ``title`` and ``tasks`` are the plain ones, verb first; ``employer`` and ``town`` as the feed gives them.
    """
    does, where = _what_you_do(title, tasks), _where(employer[:_LONGEST_NAME], town[:_LONGEST_NAME])
    for sentence in _candidates(does, where):
        if len(sentence.split()) <= MAX_WORDS:
            return sentence + "."
    return ""


def _candidates(does: list[str], where: str) -> list[str]:
    if not does:
        return [f"Jobbet er {where}"] if where else []
    both, one = " og ".join(does), does[0]
    return [f"Du {words} {place}".strip() for words, place in ((both, where), (one, where), (one, ""))]


def _what_you_do(title: str, tasks: tuple[str, ...]) -> list[str]:
    short = [task for task in tasks if task != OTHER_TASKS and len(task.split()) <= _TASK_WORDS]
    told = [words for words in map(present_tense, short) if words]
    if not told:
        told = [words for words in [present_tense(title)] if words]
    # Two tasks are joined by "og", so neither may hold one of its own.
    return told[:2] if all(" og " not in words for words in told[:2]) else told[:1]


@lru_cache(maxsize=LINES)
def _where(employer: str, town: str) -> str:
    name = _COMPANY_FORM.sub("", _line(employer)).strip(" ,.-")
    place = _line(town).strip(" ,.-")
    if has_contacts(name) or len(name.split()) > _EMPLOYER_WORDS or not any(map(str.isalpha, name)):
        name = ""
    if has_contacts(place) or len(place.split()) > 3 or (name and fold(place) in fold(name)):
        place = ""
    lies = "på" if fold(place) in _ISLANDS else "i"
    return " ".join([f"hos {name}" if name else "", f"{lies} {place}" if place else ""]).strip()


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())
