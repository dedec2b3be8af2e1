"""The tasks an ad names, wherever they stand: in lists, in lines, or run together in a sentence."""

import re
from collections.abc import Iterable, Iterator

from portal.easyread.lix import sentences
from portal.easyread.matching import fold
from portal.easyread.remembering import remembered
from portal.easyread.sections import Sections
from portal.easyread.tasks import (
    LONGEST_TEXT,
    OTHER_TASKS,
    begins_like_task,
    begins_with_noun,
    begins_with_verb,
    says_other_tasks,
    tidy_task,
)

MAX_TASKS = 8
_LINE_WORDS = 14

# What leads from a sentence to the tasks it runs together: "Dine opgaver er bl.a. at ...".
_CUE = re.compile(
    r"(?:\b(?:arbejds)?opgave(?:r|rne)?\b(?=\s*,)"
    r"|\b(?:arbejds)?opgave(?:r|rne|n)?\b[^.:]{0,60}?"
    r"(?:\b(?:er|være|bliver|fx|som|med|omfatter|dækker)\b|f\.\s?eks\.|\bbestår (?:af|i)\b)"
    r"|\bdu (?:skal|kommer til|vil komme til|kan komme til|får lov til)\b"
    r"(?:(?: at)?(?: \w+){0,2}? (?:hjælpe (?:til )?med|med til)\b)?"
    r"|\b(?:jobbet|arbejdet|stillingen|dagen)"
    r" (?:består|går ud på|indeholder|omfatter|handler om|byder på)\b(?: (?:af|i))?"
    r"|\b(?:brug for|søger) (?:din )?hjælp til"
    r"|\bdu hjælper(?: \w+){0,2} med\b|\bhjælpe (?:os )?med)"
    r"[\s:,]*(?:(?:bl\.\s?a\.?|blandt andet|f\.\s?eks\.?|fx|for eksempel|primært|især|også|både|at|være|med"
    r"|dagligt|hver dag|en del af)[\s:,]+)*",
    re.IGNORECASE,
)
# One of these stands in every text with such a cue, as far as `re.IGNORECASE` and folding agree on letters.
_IN_CUES = (
    *("opgave", "du skal", "du kommer t", "du v", "du kan komme t", "du får lov", "du hjælper"),
    *("jobbet", "arbejdet", "llingen", "dagen", "hjælp"),
)
_YOU_DO = re.compile(r"^(?:Her |I jobbet |Hos os )?[Dd]u (?=\w+r\b)|^(?:Her|I jobbet|Hos os) (?=\w+r du\b)")
_COMMA = re.compile(r"\s*(?:,\s+samt|;|,|\bsamt\b|\s[/+]\s)\s*")
_THING_NAMED_BEFORE = frozenset({"det", "dem", "den", "de"})
_AND = re.compile(r"\s+og\s+(?:at\s+)?")


def find_tasks(sections: Sections) -> tuple[str, ...]:
    """The tidy tasks of an ad, at most `MAX_TASKS`, none twice; "other tasks" comes last. May be empty."""
    for source in (_listed, _in_lines, _unnamed_list, _in_sentences, _you_do):
        found = _in_order(source(sections))
        if found:
            return found
    return ()


def _cue_in(text: str) -> re.Match[str] | None:
    return _CUE.search(text) if any(map(fold(text).__contains__, _IN_CUES)) else None


def split_tasks(text: str) -> list[str]:
    """The tasks that one text runs together; a comma or "og" inside a single task does not part it."""
    pieces: list[str] = []
    for piece in _COMMA.split(text[:LONGEST_TEXT]):
        if not pieces or begins_like_task(piece) or says_other_tasks(piece):
            pieces.append(piece)
        else:
            pieces[-1] += ", " + piece
    return [part for piece in pieces for part in _split_at_and(piece)]


def _listed(sections: Sections) -> Iterator[str]:
    for item in sections.get("tasks", ()):
        yield from _of_item(item)


@remembered
def _of_item(item: str) -> tuple[str, ...]:
    cue = _cue_in(item)
    if len(item.split()) <= _LINE_WORDS and not (cue and not begins_like_task(item)):
        return _of_tasks(item)
    return _after_cues(item) if cue else _tidy(_split_if_task(item))


def _in_lines(sections: Sections) -> Iterator[str]:
    """Lines without bullets, up to the first that is no task: there the ad has gone on to something else."""
    for line in sections.get("task_lines", ()):
        if begins_like_task(line) or says_other_tasks(line):
            yield from _of_tasks(line)
        elif _cue_in(line):
            yield from _after_cues(line)
        else:
            return


def _in_sentences(sections: Sections) -> Iterator[str]:
    for text in _running_text(sections):
        yield from _after_cues(text)


def _unnamed_list(sections: Sections) -> Iterator[str]:
    items = sections.get("unnamed", ())
    likely = [item for item in items if begins_like_task(item)]
    if len(likely) >= 2 and len(likely) * 2 >= len(items):
        for item in items:
            yield from _of_tasks(item)


def _you_do(sections: Sections) -> Iterator[str]:
    for text in _running_text(sections):
        yield from _said_to_do(text)


@remembered
def _said_to_do(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for sentence in sentences(text):
        told = _YOU_DO.match(sentence)
        if told and not sentence.endswith("?"):
            does = sentence[told.end() : told.end() + LONGEST_TEXT]
            found += _split_if_task(re.sub(r"^(\w+r) du\b", r"\1", does))
    return _tidy(found)


def _running_text(sections: Sections) -> tuple[str, ...]:
    return tuple(text for name in ("loose", "unnamed", "task_lines") for text in sections.get(name, ()))


@remembered
def _after_cues(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for sentence in sentences(text.replace(": ", ", ")):
        cue = _cue_in(sentence)
        if cue and not sentence.endswith("?"):
            found += _split_if_task(sentence[cue.end() : cue.end() + LONGEST_TEXT])
    return _tidy(found)


@remembered
def _of_tasks(text: str) -> tuple[str, ...]:
    return _tidy(split_tasks(text))


def _tidy(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(tidy_task, texts)))


def _split_if_task(text: str) -> Iterator[str]:
    if begins_like_task(text):
        yield from split_tasks(text)


def _split_at_and(piece: str) -> Iterator[str]:
    """Parts "rydde op og feje" and "opvask og rengøring", not "pakke brød og kager"."""
    parts = _AND.split(piece)
    kept = parts[0]
    for part in parts[1:]:
        if _is_own_task(part, after=kept) or says_other_tasks(part):
            yield kept
            kept = part
        elif begins_with_noun(part) and begins_with_noun(kept):
            yield kept if len(kept.split()) > 1 or " af " not in part else kept + part[part.index(" af ") :]
            kept = part
        else:
            kept += " og " + part
    yield kept


def _is_own_task(part: str, *, after: str) -> bool:
    """Whether a verb begins the part in the form of the task before it, and has a thing of its own.

    "Vande blomster og planter" is one task (the second is a noun), "folde pap og køre det ud" too.
    """
    words = part.lower().split()
    return begins_with_verb(part, like=after) and _THING_NAMED_BEFORE.isdisjoint(words[1:3])


def _in_order(tasks: Iterable[str]) -> tuple[str, ...]:
    tidy = dict.fromkeys(tasks)
    named = [task for task in tidy if task != OTHER_TASKS]
    if not named:
        return ()
    other = [OTHER_TASKS] if OTHER_TASKS in tidy else []
    return tuple(named[: MAX_TASKS - len(other)] + other)
