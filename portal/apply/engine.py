"""The form engine: which questions are asked, in which words, what comes next, and what will be sent.

All functions are pure. An answer counts only for the words it was given to: where the question or the
chosen words have changed since, because somebody else fills in now or another town was written, the old
answer is shown again and must be confirmed. Answers to questions that are no longer asked are kept in the
draft, so that going back loses nothing, and never sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from portal.apply.helping import is_helper
from portal.apply.kinds import SKIPPED, SPOKEN, Answer, Answers, Kind, Question, Value, Words
from portal.apply.questions import questions_for


@dataclass(frozen=True, kw_only=True)
class Option:
    """A choice in the words it is shown with."""

    value: str
    words: str
    hint: str
    picture: str
    week: tuple[int, ...]
    stop: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question in the words it is shown with, to the one who fills in."""

    key: str
    slug: str
    kind: Kind
    heading: str
    missing: str
    hint: str
    body: tuple[str, ...]
    options: tuple[Option, ...]
    optional: bool
    max_length: int
    autocomplete: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question of the path: `number` of `total`, the answer that counts, and what was answered before."""

    asked: Asked
    number: int
    total: int
    answer: Answer | None
    before: Answer | None


Path = tuple[Step, ...]


def ask(question: Question, answers: Answers) -> Asked:
    """The question in the words that fit the earlier answers."""
    return _said(question.fitted(question, answers), for_other=is_helper(answers))


# Most questions fit everybody, and a form is walked through at every step.
@lru_cache(maxsize=256)
def _said(question: Question, *, for_other: bool) -> Asked:
    """The question as it is said to the person, or to somebody else who fills in."""

    def said(words: Words) -> str:
        return words.said(for_other=for_other)

    # A browser knows its owner's name and number: right for a helper's own questions, wrong for the person's.
    about_person = for_other and not question.key.startswith("helper")
    return Asked(
        key=question.key,
        slug=question.slug,
        kind=question.kind,
        heading=said(question.heading),
        missing=said(question.missing),
        hint=said(question.hint),
        body=tuple(said(words) for words in question.body),
        options=tuple(
            Option(
                value=choice.value,
                words=said(choice.words),
                hint=said(choice.hint),
                picture=choice.picture,
                week=choice.week,
                stop=choice.stop,
            )
            for choice in question.choices
        ),
        optional=question.optional or (for_other and question.optional_for_helper),
        max_length=question.max_length,
        autocomplete="off" if about_person else question.autocomplete,
    )


def walk(answers: Answers) -> Path:
    """The path that these answers take: every question that is asked, in order."""
    counting: dict[str, Answer] = {}
    path: list[tuple[Asked, Answer | None]] = []
    for question in questions_for(answers):
        if question.when(counting):
            asked = ask(question, counting)
            answer = answers.get(question.key)
            if answer is not None and counts(asked, answer):
                counting[question.key] = answer
            path.append((asked, counting.get(question.key)))
    return tuple(
        Step(asked=asked, number=number, total=len(path), answer=answer, before=answers.get(asked.key))
        for number, (asked, answer) in enumerate(path, start=1)
    )


def counts(asked: Asked, answer: Answer) -> bool:
    """Whether an answer was given to this question in these words."""
    if answer.question != asked.heading:
        return False
    if is_empty(answer.value):
        return asked.optional
    if not asked.options:
        return True
    return answer.text == text_of(asked, answer.value)


def is_empty(value: Value) -> bool:
    """Whether a value says nothing: the question was skipped."""
    return not any(value.values()) if isinstance(value, dict) else not value


def text_of(asked: Asked, value: Value) -> str | None:
    """A value in the words that stood on the page, with what had to be read first; None where it cannot be.

    Values that are not on the page, and choices with which the form cannot go on, have no words.
    """
    if is_empty(value):
        return SKIPPED
    if isinstance(value, dict):
        return "\n".join(part for part in value.values() if part)
    if asked.kind == Kind.VOICE:
        return SPOKEN
    if not asked.options:
        return value if isinstance(value, str) else None
    words = {option.value: option.words for option in asked.options if not option.stop}
    chosen = [value] if isinstance(value, str) else value
    if not all(one in words for one in chosen):
        return None
    return "\n".join((*asked.body, ", ".join(words[one] for one in chosen)))


def find(path: Path, key: str) -> Step | None:
    """The step with this question, or None where the path does not ask it."""
    return next((step for step in path if step.asked.key == key), None)


def following(path: Path, key: str) -> Step | None:
    """The step after this question; None at the end."""
    return next((step for before, step in pairwise(path) if before.asked.key == key), None)


def preceding(path: Path, key: str) -> Step | None:
    """The step before this question; None at the beginning."""
    return next((step for step, after in pairwise(path) if after.asked.key == key), None)


def first_open(path: Path) -> Step | None:
    """The first question that still wants an answer; None where all are answered."""
    return next((step for step in path if step.answer is None), None)


def to_send(path: Path) -> tuple[Answer, ...]:
    """What is shown for checking, and sent: the answers of this path and no others."""
    return tuple(step.answer for step in path if step.answer is not None)


def shown(step: Step) -> str | list[str]:
    """The answer of a step as it is shown for checking; what had to be read before it is not said again."""
    if step.answer is None:
        return ""
    if isinstance(step.answer.value, dict):
        return [part for part in step.answer.value.values() if part] or SKIPPED
    return "\n".join(step.answer.text.split("\n")[len(step.asked.body) :])


def with_answer(answers: Answers, answer: Answer) -> Mapping[str, Answer]:
    """The answers with one more, or one replaced."""
    return {**answers, answer.key: answer}
