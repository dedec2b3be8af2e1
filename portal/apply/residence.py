"""The question "Bor du i X Kommune?": which municipalities a written place may mean, and how it is asked."""

from dataclasses import replace
from typing import Final

from portal.apply.kinds import Answer, Answers, Choice, Question, Words
from portal.places import postcodes
from portal.places.municipalities import by_code, in_alphabet

OTHER: Final = "other"
DONT_KNOW: Final = "dont_know"
MOST_LIKELY: Final = 3
ANOTHER: Final = Choice(value=OTHER, words=Words("En anden kommune"), picture="place")
UNKNOWN: Final = Choice(value=DONT_KNOW, words=Words("Det ved jeg ikke"), picture="dont_know")


def full_name(code: str) -> str:
    """A municipality as it stands on letters: "Slagelse Kommune". Raises KeyError for an unknown code."""
    found = by_code(code)
    if found is None:
        raise KeyError(code)
    return found.full_name


def likely_codes(place: Answer | None) -> tuple[str, ...]:
    """The municipalities that a written place may lie in, likeliest first, at most three."""
    if place is None or not isinstance(place.value, str):
        return ()
    codes = (found.municipality_code for found in postcodes.locate(place.value))
    return tuple(dict.fromkeys(codes))[:MOST_LIKELY]


def fit_to_place(question: Question, answers: Answers) -> Question:
    """The question about the municipality, for the place that was written."""
    codes = likely_codes(answers.get("place"))
    if len(codes) == 1:
        return _yes_or_no(question, codes[0])
    likely = tuple(Choice(value=code, words=Words(full_name(code)), picture="municipality") for code in codes)
    return replace(question, choices=(*likely, ANOTHER, UNKNOWN))


def _yes_or_no(question: Question, code: str) -> Question:
    name = full_name(code)
    return replace(
        question,
        heading=Words(f"Bor du i {name}?", f"Bor den, du svarer for, i {name}?"),
        choices=(
            Choice(value=code, words=Words(f"Ja, i {name}"), picture="yes"),
            replace(ANOTHER, words=Words("Nej, i en anden kommune")),
            UNKNOWN,
        ),
    )


def all_choices() -> tuple[Choice, ...]:
    """All 98 municipalities as choices, in the order of the Danish alphabet, and "don't know" last."""
    listed = (Choice(value=place.code, words=Words(place.full_name)) for place in in_alphabet())
    return (*listed, UNKNOWN)
