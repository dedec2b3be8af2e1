"""What a form is made of: questions with their choices as data, and answers as they are kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

# One text; the chosen values; or the parts of a contact (`phone`, `email`).
Value = str | list[str] | dict[str, str]
SKIPPED = "Sprunget over"
SPOKEN = "En optagelse med stemme"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    LIST = "list"
    LINE = "line"
    TEXT = "text"
    VOICE = "voice"
    PHONE = "phone"
    MAIL = "mail"
    YEAR = "year"
    CONTACT = "contact"
    PLACE = "place"


@dataclass(frozen=True)
class Words:
    """The same words twice: said to the person, and to somebody who fills in for the person."""

    you: str
    other: str = ""

    def said(self, *, for_other: bool) -> str:
        """The words for the one who reads them."""
        return self.other if for_other and self.other else self.you


NOTHING = Words("")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to choose.

    `picture` is a pictogram key, or ""; `week` the hours of Monday to Friday, drawn instead. `stop` is what
    to say to somebody who chooses it where the form cannot go on that way, as when nobody has asked the
    person; "" where it can.
    """

    value: str
    words: Words
    hint: Words = NOTHING
    picture: str = ""
    week: tuple[int, ...] = ()
    stop: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What somebody answered, with the question and the answer in the words that were shown."""

    key: str
    question: str
    value: Value
    text: str

    def as_json(self) -> dict[str, Any]:
        """The answer as it is kept in `Application.answers`."""
        return {"key": self.key, "question": self.question, "value": self.value, "text": self.text}


Answers = Mapping[str, Answer]


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """One question, on a page of its own. Each is equal to itself alone, so that its words can be kept.

    `key` names the answer and the field, `slug` the page. `missing` says what to do when nothing was
    answered. `body` is what one must read before answering. `when` tells from the earlier answers whether
    the question is asked; `fitted` makes its words and choices fit them.
    """

    key: str
    slug: str
    kind: Kind
    heading: Words
    missing: Words = NOTHING
    hint: Words = NOTHING
    body: tuple[Words, ...] = ()
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    optional_for_helper: bool = False
    max_length: int = 100
    autocomplete: str = ""
    when: Callable[[Answers], bool] = lambda _answers: True
    fitted: Callable[["Question", Answers], "Question"] = lambda question, _answers: question
