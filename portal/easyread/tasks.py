"""One task of an ad, told short and plain: "Du skal hjælpe med opfyldning af mælk" is "Fylde mælk op".

The verb comes first and in the infinitive, so that a list of tasks reads evenly. A text that is no task gives
"".
"""

import re

from portal.easyread.matching import WordLists, fold, word_pattern
from portal.easyread.privacy import has_contacts
from portal.easyread.remembering import remembered
from portal.easyread.task_words import (
    CUT_AFTER,
    CUT_IF_LONG,
    IRREGULAR_PRESENT,
    JARGON,
    MAY_BE_NOUNS,
    NO_TASK,
    NOUNS,
    PICTURES,
    VERBS,
    WHOLE_TASKS,
)

OTHER_TASKS = "Andre opgaver"
MAX_CHARACTERS = 70
# No real task is longer; an absurd text would else be cut at again and again.
LONGEST_TEXT = 500
_VAGUE_WORDS = 8

_IMPERATIVES = {
    re.sub(r"([bdfgklmnprst])\1$", r"\1", verb[:-1]): verb for verb in VERBS if verb.endswith("e")
}
_PRESENTS = {IRREGULAR_PRESENT.get(verb, verb + "r"): verb for verb in VERBS}

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_SECOND_SENTENCE = re.compile(r"(?<=[a-zæøå]{2})[.!?]\s+(?=[A-ZÆØÅ]).*", re.DOTALL)
_TAIL_SIGNS = " \t\n,.;:"
_ENDS_OF_TAILS = ("m", "v", "l", "gn", "etc", "og", "amt", "eller", "mere", "dere", "nende")
_TAIL = re.compile(
    r"(?:[\s,.;:]|\b(?:m\.\s?[mv]|mv|osv|etc|m\.\s?fl|o\.\s?l(?:ign)?|med (?:meget )?mere|med videre"
    r"|og meget mere|og (?:så|meget) videre|og lignende|eller lignende|og|samt|eller)\.?)+$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:[\s,.;:–—-]+|(?:og|samt|at|eller|evt\.?|eventuelt|fx|f\.\s?eks\.?|bl\.\s?a\.?|blandt andet|primært"
    r"|også|desuden|herunder|derudover|bl\.? andet|mulighed for|opgaver (?:med|som)|arbejde med)(?![\w-])"
    r"|(?:du|der|vi) (?:skal|kommer til|kan|vil|får lov til)"
    r"(?: (?:også|primært|bl\.?a\.?|blandt andet|især))?(?: at)?\b"
    r"|du(?= \w+r\b)"
    r"|(?:hjælpe?r?|deltage i|være med) (?:os |til )?(?:med |til |i )?at\b|(?:sørge for|stå for) at\b)\s*",
    re.IGNORECASE,
)
_HELP = re.compile(r"^(?:hjælpe?r?|deltage|assistere|stå|sørge)(?: til)? (?:med|til|i|for)\s+", re.IGNORECASE)
_LIGHT = re.compile(
    r"^(?P<light>let(?:te(?:re)?)?|mindre|almindelig|daglig|dagligt|generel|forskellig|praktisk|simpel"
    r"|forefaldende|diverse)\s+",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"^(?:(?:alt )?(?:\w+ )?(?:andre|andet|diverse|forefaldende|øvrige|ad hoc|ad-hoc|lignende)\b.*"
    r"(?:opgaver?|arbejde|ting|gøremål|arbejdsopgaver|ad hoc)\b.*|(?:forefaldende|diverse|andet)"
    r"|hjælpe til(?:,| hvor| når|$).*|forefaldende .*)$"
)
_NO_TASK = word_pattern(NO_TASK)
_NO_FIRST_WORD = frozenset(
    "kan er har vil møder bor siger synes trives kender holder du vi du'et hvis når".split()
)
_WHOLE_TASKS = tuple((word_pattern(words), task) for words, task in WHOLE_TASKS)
_JARGON = tuple((re.compile(pattern), plain) for pattern, plain in JARGON)
_ANY_JARGON = re.compile("|".join(pattern for pattern, _ in JARGON))
_PICTURES = WordLists(words for words, _ in PICTURES)
_CUT = re.compile(CUT_AFTER + r".*", re.DOTALL)
_CUT_IF_LONG = re.compile(CUT_IF_LONG + r".*", re.DOTALL)
_HELPED_PERSON = re.compile(
    r"\b(hjælpe|sammen med|assistere|for|af|hos) [A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ][a-zæøå]+)*"
)
_PREPOSITION = re.compile(r"\s(?=(?:i|på|fra|til|ved|ude|inde|med|efter|hos|om|samt)\s)")


@remembered
def tidy_task(text: str) -> str:
    """The task in a few plain words, verb first, at most `MAX_CHARACTERS` long; "" for what is no task."""
    text = _SECOND_SENTENCE.sub("", _IN_BRACKETS.sub("", text[:LONGEST_TEXT])).strip()
    if text.endswith("?") or has_contacts(text) or _NO_TASK.search(fold(text)):
        return ""
    text = _strip_ends(text.lower() if text.isupper() else text)
    first, _ = _first_word(text)
    if not any(map(str.isalpha, text)) or first in _NO_FIRST_WORD:
        return ""
    if _is_vague(text):
        return OTHER_TASKS
    whole = next((task for words, task in _WHOLE_TASKS if words.match(fold(text))), "")
    return whole or _capitalised(_shortened(_plain(_verb_first(text))))


@remembered
def says_other_tasks(text: str) -> bool:
    """Whether the text only says that there are other tasks too ("diverse forefaldende opgaver")."""
    return _is_vague(_strip_ends(text[:LONGEST_TEXT]))


@remembered
def begins_like_task(text: str) -> bool:
    """Whether the text begins with a verb of work, or a noun that hides one."""
    first, rest = _first_word(_LIGHT.sub("", _strip_ends(text[:LONGEST_TEXT])))
    return first in VERBS or first in NOUNS or first in _PRESENTS or _is_imperative(first, rest)


def begins_with_noun(text: str) -> bool:
    """Whether the text begins with a noun that hides a verb of work ("opvask", "pakning af brød")."""
    return _first_word(_LIGHT.sub("", _strip_ends(text)))[0] in NOUNS


def begins_with_verb(text: str, *, like: str) -> bool:
    """Whether the text begins with a verb of work, in the same form (infinitive or present) as ``like``."""
    words = _strip_ends(text).split()
    first, before = _first_word(text)[0], _first_word(_strip_ends(like))[0]
    if first in MAY_BE_NOUNS and len(words) == 1:
        return False
    if before in _PRESENTS:
        return first in _PRESENTS
    return first in VERBS or (before in _IMPERATIVES and first in _IMPERATIVES)


def picture_of(task: str, *, otherwise: str) -> str:
    """The key of the pictogram that shows the task, or ``otherwise``."""
    return _picture(task) or otherwise


@remembered
def _picture(task: str) -> str:
    return next((PICTURES[number][1] for number, _ in _PICTURES.named(fold(task))), "")


def present_tense(task: str) -> str:
    """A tidy task as it follows "Du": "Pakke brød" gives "pakker brød"; "" if no known verb begins it."""
    first, rest = _first_word(task)
    if first not in VERBS:
        return ""
    return f"{IRREGULAR_PRESENT.get(first, first + 'r')} {rest}".strip()


def _is_vague(text: str) -> bool:
    return len(text.split()) <= _VAGUE_WORDS and _VAGUE.match(fold(text)) is not None


def _strip_ends(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _without_tail(text)
        if lead := _LEAD.match(text):
            text = text[lead.end() :]
    return text


def _without_tail(text: str) -> str:
    """The text without the signs and small words that trail off ("m.m.", "og lignende.")."""
    core = text.rstrip(_TAIL_SIGNS)
    # To look for a tail takes long, and few texts end like one.
    return _TAIL.sub("", text) if core[-1:].isspace() or core.lower().endswith(_ENDS_OF_TAILS) else core


def _first_word(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition(" ")
    return first.lower().rstrip(",.;:"), rest.strip()


def _is_imperative(first: str, rest: str) -> bool:
    # "Vask gulve" asks for it; "Vask af gulve" and "Hjælp til ..." name it.
    following = rest.lower().split(maxsplit=1)
    return first in _IMPERATIVES and bool(following) and following[0] not in {"af", "til", "og", "i", "på"}


def _verb_first(text: str) -> str:
    helped = _HELP.sub("", text)
    if helped != text and begins_like_task(helped):
        text = helped
    light = _LIGHT.match(text)
    first, rest = _first_word(text[light.end() :] if light else text)
    if first in NOUNS:
        return _from_noun(first, rest, a_little=bool(light and light["light"].lower().startswith("let")))
    if first in VERBS or first in _PRESENTS:
        return f"{_PRESENTS.get(first, first)} {rest}".strip()
    if _is_imperative(first, rest):
        return f"{_IMPERATIVES[first]} {rest}"
    return text


def _from_noun(noun: str, rest: str, *, a_little: bool) -> str:
    verb, particle, thing = NOUNS[noun]
    where = rest
    if rest.lower().startswith("af "):
        thing, *places = _PREPOSITION.split(rest[3:], maxsplit=1)
        where = " ".join(places)
        particle = _clean_form(thing) if noun == "rengøring" else particle
    elif a_little:
        thing = f"lidt {thing}" if thing == "rent" else "lidt" if particle else thing
    return " ".join(part for part in (verb, thing, particle, where) if part)


def _clean_form(thing: str) -> str:
    """The form of "ren" that agrees with the thing made clean."""
    if " og " in thing or "," in thing:
        return "rene"
    return "rent" if thing.endswith("et") else "ren" if thing.endswith("en") else "rene"


def _plain(text: str) -> str:
    if _ANY_JARGON.search(text):
        for pattern, plain in _JARGON:
            text = pattern.sub(plain, text)
    return _HELPED_PERSON.sub(r"\1 en kollega", text)


def _shortened(text: str) -> str:
    text = _without_tail(_CUT.sub("", text))
    if len(text) > MAX_CHARACTERS:
        text = _without_tail(_CUT_IF_LONG.sub("", text))
    if len(text) <= MAX_CHARACTERS:
        return text
    cut = text[: MAX_CHARACTERS + 1]
    joint = max(cut.rfind(", "), cut.rfind(" og "), cut.rfind(" eller "))
    return _without_tail(cut[:joint] if joint >= 20 else cut[:MAX_CHARACTERS].rpartition(" ")[0] or cut[:-1])


def _capitalised(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]
