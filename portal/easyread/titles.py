"""The plain title of a job: "Bilka Slagelse - pakkemedarbejder i bageren" is "Pakke brød i bageren".

Only a role that is known in full is turned into what one does; any other is shown as the ad says it, tidied.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from portal.easyread.html import plain_text
from portal.easyread.matching import fold, word_pattern
from portal.easyread.privacy import HIDDEN, mask_contacts
from portal.easyread.remembering import LINES, remembered
from portal.easyread.task_lists import split_tasks
from portal.easyread.tasks import begins_with_noun, tidy_task
from portal.easyread.title_words import (
    ACTIONS,
    BEFORE_ROLE,
    BY_TRADE,
    EMPTY_WORDS,
    LOWER_CASE_NAMES,
    NO_ROLE,
    PLACES,
)

MAX_TITLE_CHARACTERS = 60
_LONGEST_TITLE = 300

_SEPARATOR = re.compile(
    r"\s+[-–—|/•·]+\s+|\s*[|–—:!?]+\s*|[;.]\s+|,\s+(?=(?-i:[A-ZÆØÅ0-9]))|\s+-|-\s+(?!og\b)|\bsøger\b|\bsøges\b",
    re.IGNORECASE,
)
_PERSONAL = "§"  # stands for what is hidden; a part with it is no role
_SYMBOLS = re.compile(rf"[^\w\s.,;:!?&'’\"/()\[\]|–—+•·{_PERSONAL}-]")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?|/-?[^\W_]+(?!\S)")
_HOURS = re.compile(
    r"\b(?:op til |ca\.? )?\d+(?:\s?[-–]\s?\d+)?\s*(?:t\.|timer|stk\.?|t/uge)"
    r"(?: (?:om ugen|ugentligt|pr\.? uge))?",
    re.IGNORECASE,
)
_EMPTY = re.compile(rf"(?<![^\W_])(?:{EMPTY_WORDS})(?![^\W_])", re.IGNORECASE)
_BEFORE = re.compile(BEFORE_ROLE, re.IGNORECASE)
_PREPOSITION_AT_END = re.compile(
    r"(?:\s+(?:i|på|til|hos|ved|for|og|med|en|et|som|af|nær))+$|^(?:og|eller|til|hos|i|på)\s+", re.IGNORECASE
)
_ROLE_LIKE = word_pattern(
    "*medarbejder*, *hjælper*, *assistent*, *hjælp, *mand, *passer*, *bud, *kok, *arbejder*, *er"
)
_ACTIONS = tuple((word_pattern(words), action) for words, action in ACTIONS)
_PLACES = tuple((word_pattern(words), place) for words, place in PLACES)
# "hjælper i planteafdelingen": the place is told as the ad tells it.
_HELPS_AT = re.compile(
    r"(?:hjælp|hjælper|medhjælper|medarbejder) (?P<place>(?:i|på|ved|hos) \w{3,}(?:en|et|ne))$"
)
_LINK_WORDS = frozenset("i på til hos ved og vores en et den det af for med hjælp hjælper".split())


def plain_title(*, title: str, employer: str, town: str, trade: str, first_task: str) -> str:
    """What the job is, in at most `MAX_TITLE_CHARACTERS`; never empty, without employer, town and contacts.

    ``first_task`` and then ``trade`` (a key) stand in when the title names no work.
    """
    role = _role_part(title[:_LONGEST_TITLE], employer, town)
    for candidate in (_as_action(role), _as_task(role), _tidy(role), first_task, BY_TRADE.get(trade, "Job")):
        if candidate:
            return _short(candidate)
    return BY_TRADE["other"]


@lru_cache(maxsize=LINES)
def _role_part(title: str, employer: str, town: str) -> str:
    text = mask_contacts(" ".join(plain_text(title).split())).replace(HIDDEN, _PERSONAL)
    text = _SYMBOLS.sub(" ", text)
    text = _HOURS.sub(" ", _BRACKETS.sub("", text.lower() if text.isupper() else text))
    names = frozenset(re.findall(r"[^\W_]+", fold(f"{employer} {town}"))) - _LINK_WORDS
    best, most = "", -100
    for part in _SEPARATOR.split(text):
        nameless = _without_names(_EMPTY.sub(" ", part), names)
        role = _BEFORE.sub("", nameless)
        # What stands beside a name is likely a name too: "Bilka Bryrup" where the feed knows no town.
        score = _role_score(role) - 4 * (len(nameless.split()) < len(part.split()))
        if _says_something(role) and score > most:
            best, most = role, score
    return best


def _without_names(part: str, names: frozenset[str]) -> str:
    """The part without the words of employer and town, and without what led to them ("i Køge")."""
    kept = [word for word in part.split() if not _is_name(word, names)]
    text, before = " ".join(kept), None
    while text != before:
        before, text = text, _PREPOSITION_AT_END.sub("", text)
    return text


def _is_name(word: str, names: frozenset[str]) -> bool:
    parts = re.findall(r"[^\W_]+", fold(word))
    looks_like_name = not word[:1].islower() or not LOWER_CASE_NAMES.isdisjoint(parts)
    return (
        looks_like_name
        and bool(parts)
        and all(part in names or part.removesuffix("s") in names for part in parts)
    )


def _says_something(part: str) -> bool:
    has_letters, has_digits = any(map(str.isalpha, part)), any(map(str.isdigit, part))
    return has_letters and not has_digits and _PERSONAL not in part and fold(part).strip() not in NO_ROLE


@remembered
def _role_score(part: str) -> int:
    folded = fold(part)
    return (
        10 * (_first(_ACTIONS, folded) is not None)
        + 5 * (_ROLE_LIKE.search(folded) is not None)
        + 3 * (_first(_PLACES, folded) is not None)
        # A role has small words; a name of a place or a firm has none.
        + any(word[:1].islower() for word in part.split())
    )


@remembered
def _as_action(role: str) -> str:
    """The role as what one does, and where; "" unless each of its words is understood."""
    # Names of places and people say nothing about the work.
    folded = fold(
        " ".join(word for index, word in enumerate(role.split()) if index == 0 or word[:1].islower())
    )
    known, places = _first(_ACTIONS, folded), _places(folded)
    words, action = known or (None, "Job")
    if action == "Hjælpe" and (helps := _HELPS_AT.match(folded)):
        return f"{action} {helps['place']}"
    understood = [pattern for pattern, _ in places] + ([words] if words else [])
    where = [place for _, place in places if not _names(action, place.split()[-1])]
    joined = " og " in folded
    if _left_over(folded, understood) or (not where and action in {"Hjælpe", "Job"}):
        return ""
    if joined and not (action in {"Hjælpe", "Job"} or " og " in action + " ".join(where)):
        return ""
    return " ".join([action, (" og " if joined else " ").join(where)]).strip()


@remembered
def _as_task(role: str) -> str:
    """The role told as tasks, if nouns that hide verbs name it ("opvask og oprydning")."""
    tasks = [tidy_task(task) for task in split_tasks(role)] if begins_with_noun(role) else []
    return " og ".join([*tasks[:1], *(task[0].lower() + task[1:] for task in tasks[1:] if task)])


def _names(action: str, thing: str) -> bool:
    """Whether the action says the thing already: "Passe flasker og lager" the "lageret"."""
    return any(len(word) > 3 and thing.startswith(word) for word in action.lower().split())


def _places(folded: str) -> list[tuple[re.Pattern[str], str]]:
    found = [(match.start(), words, place) for words, place in _PLACES if (match := words.search(folded))]
    return [(words, place) for _, words, place in sorted(found, key=lambda row: row[0])][:2]


def _left_over(folded: str, patterns: Iterable[re.Pattern[str]]) -> list[str]:
    understood: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(folded):
            understood.update(range(match.start(), match.end()))
    words = re.finditer(r"[^\W_]+", folded)
    return [
        word.group()
        for word in words
        if word.group() not in _LINK_WORDS and understood.isdisjoint(range(word.start(), word.end()))
    ]


def _first(rows: tuple[tuple[re.Pattern[str], str], ...], folded: str) -> tuple[re.Pattern[str], str] | None:
    return next((row for row in rows if row[0].search(folded)), None)


def _tidy(role: str) -> str:
    text = " ".join(role.split()).strip(" ,.;:-–*\"'")
    if len(text) < 3:
        return ""
    return text[:1].upper() + text[1:]


def _short(title: str) -> str:
    if len(title) <= MAX_TITLE_CHARACTERS:
        return title
    cut = title[: MAX_TITLE_CHARACTERS + 1].rpartition(" ")[0] or title[:MAX_TITLE_CHARACTERS]
    return _PREPOSITION_AT_END.sub("", cut).rstrip(" ,.;:-–")
