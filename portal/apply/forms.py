"""What a browser sends with the pages of the form, read without trusting any of it."""

from dataclasses import dataclass
from typing import Final

from flask import request

from portal import cleaning
from portal.apply.checking import Typed

LONGEST_NAME: Final = 40
MOST_VALUES: Final = 50
MOST_JOBS: Final = 10


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """What a page of the form carried unseen: whose draft it showed, and for which jobs."""

    draft: str
    jobs: tuple[str, ...]


def hidden() -> Hidden:
    """The hidden fields."""
    jobs = [name[:LONGEST_NAME] for name in request.form.get("jobs", "")[:1000].split(",") if name]
    return Hidden(draft=request.form.get("draft", "")[:LONGEST_NAME], jobs=tuple(jobs[:MOST_JOBS]))


def typed(fields: tuple[str, ...]) -> Typed:
    """What was typed or chosen in these fields, without signs that no page can show again."""
    lists = {field: request.form.getlist(field)[:MOST_VALUES] for field in fields}
    return {field: [cleaning.paragraphs(text) for text in texts] for field, texts in lists.items()}


def trap() -> str:
    """What stood in the field that nobody sees and no keyboard reaches; a person leaves it empty."""
    return request.form.get("website", "")[:LONGEST_NAME]


def proof() -> str:
    """The solution of a task that the page may have set; the longest that is looked at and a little more."""
    return request.form.get("proof", "")[:5000]


def wants_to_continue() -> bool:
    """Whether the button on the start page was "Fortsæt"."""
    return request.form.get("do") == "continue"


def wants_to_save() -> bool:
    """Whether the button on a question was "Gem, og fortsæt senere"."""
    return request.form.get("do") == "save"


def from_check_page() -> bool:
    """Whether a question was opened by a "Ret" link, so that its answer leads straight back."""
    return request.args.get("fra") == "tjek"
