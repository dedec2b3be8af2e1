"""An application that staff key in while somebody is on the telephone: the same questions, on one page. Pure.

Nothing but a name and a way to reach somebody must be asked: the person may not know, or the call may end.
The answers to questions of a branch that was not taken are left out, as on the pages of the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from portal.apply import checking, engine, residence
from portal.apply.about_you import ABOUT_YOU
from portal.apply.checking import Problem, Problems, Typed
from portal.apply.engine import Asked
from portal.apply.helping import HELPER
from portal.apply.kinds import Answer, Question, Value
from portal.apply.questions import BY_KEY, QUESTIONS

REACH: Final = "Skriv et telefonnummer eller en mail. Eller skriv hjælperens nummer."
AGREED: Final = "agreed"
NOT_YET: Final = "not_yet"
# How somebody says yes on the telephone; the keys are those that screening knows.
WAYS_TO_AGREE: Final = (
    ("phone", "Personen siger selv ja i telefonen"),
    ("guardian", "En værge siger ja"),
    ("power_of_attorney", "Hjælperen har fuldmagt og siger ja"),
    (NOT_YET, "Personen har ikke sagt ja endnu"),
)
# Asked otherwise on the telephone: the yes, how and whether to tell more, the municipality out of one list.
_NOT_HERE: Final = frozenset({"consent", "tell_more", "more_how", "voice", "person_knows", "municipality"})
_ASKED: Final = tuple(question for question in QUESTIONS if question.key not in _NOT_HERE)
# Who is on the telephone tells what there is to tell, and staff write it down.
_UNDERSTOOD: Final = {
    key: Answer(key=key, question="", value=value, text="")
    for key, value in (("tell_more", "yes"), ("more_how", "write"))
}


@dataclass(frozen=True, kw_only=True)
class Section:
    """Questions below one heading of the page."""

    heading: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """What was keyed in: the answers by key, the municipality's code or None, and how somebody agreed."""

    answers: Mapping[str, Answer]
    municipality_code: str | None
    agreed: str


def sections() -> tuple[Section, ...]:
    """The page: every question, in the order of the form."""
    helper = {question.key for question in HELPER}
    about = {question.key for question in ABOUT_YOU}
    person = {"name", "contact", "place", "municipality_other"}

    def of(heading: str, keys: set[str]) -> Section:
        chosen = tuple(engine.ask(question, {}) for question in _ASKED if question.key in keys)
        return Section(heading=heading, asked=chosen)

    rest = {question.key for question in _ASKED} - helper - about - person - {"who"}
    return (
        of("Hvem ringer?", {"who"}),
        of("Hjælperen, hvis der er en", helper),
        of("Personen", person),
        of("Ordning og arbejde", rest),
        of("Hverdagen", about),
    )


def fields() -> tuple[str, ...]:
    """The names of all fields of the page."""
    asked = (field for question in _ASKED for field in checking.fields_of(engine.ask(question, {})))
    return (*asked, AGREED)


def read(typed: Typed) -> Keyed | Problems:
    """What was keyed in, or what to do about it."""
    answers = dict(_UNDERSTOOD)
    problems: list[Problem] = []
    for question in _ASKED:
        found = _answer(question, answers, typed)
        if isinstance(found, Answer):
            answers[question.key] = found
        elif found:
            problems.extend(found)
    agreed = "".join(typed.get(AGREED, [])[:1])
    problems += [*_unreachable(answers, problems), *_not_agreed(agreed)]
    if problems:
        return tuple(problems)
    keyed = {key: answer for key, answer in answers.items() if key not in _UNDERSTOOD}
    return Keyed(answers=keyed, municipality_code=_municipality(keyed), agreed=agreed)


def _answer(question: Question, answers: Mapping[str, Answer], typed: Typed) -> Answer | Problems | None:
    """One answer; None where there is none, or its branch was not taken."""
    in_branch = question.key == "municipality_other" or question.when(answers)
    asked = engine.ask(question, answers)
    if not in_branch or not any(text for field in checking.fields_of(asked) for text in typed.get(field, [])):
        return (Problem("name", asked.missing),) if question.key == "name" else None
    return checking.check(asked, typed)


def _unreachable(answers: Mapping[str, Answer], problems: list[Problem]) -> list[Problem]:
    tried = any(problem.field in {"phone", "email", "helper_phone"} for problem in problems)
    known = "contact" in answers or "helper_phone" in answers
    return [] if tried or known else [Problem("phone", REACH)]


def _not_agreed(agreed: str) -> list[Problem]:
    return [] if agreed in dict(WAYS_TO_AGREE) else [Problem(AGREED, "Vælg, hvem der siger ja.")]


def _municipality(answers: Mapping[str, Answer]) -> str | None:
    """The one that was chosen, or the only one in which the place can lie."""
    chosen = value_of(answers, "municipality_other")
    likely = residence.likely_codes(answers.get("place"))
    if chosen:
        return None if chosen == residence.DONT_KNOW else str(chosen)
    return likely[0] if len(likely) == 1 else None


def value_of(answers: Mapping[str, Answer], key: str) -> Value:
    """The value of an answer; "" where there is none."""
    return answers[key].value if key in answers else ""


def consent_text(agreed: str) -> str:
    """What was read aloud, and how somebody answered to it."""
    return "\n".join(("I telefonen:", *read_aloud(), dict(WAYS_TO_AGREE)[agreed]))


def read_aloud() -> tuple[str, ...]:
    """What somebody must hear before saying yes."""
    return tuple(words.you for words in BY_KEY["consent"].body)
