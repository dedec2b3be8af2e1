"""What a browser sends with the pages of the form, read without trusting any of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from flask import request
from flask_wtf.csrf import CSRFError

from portal.apply import cleaning
from portal.apply.checking import Typed
from portal.csrf import csrf

LONGEST_NAME: Final = 40
MOST_VALUES: Final = 50
MOST_JOBS: Final = 10


View = TypeVar("View", bound=Callable[..., Any])


def checks_token_itself(view: View) -> View:
    """Marks a view that asks `token_is_good` itself, so that a stale form comes back with what was typed."""
    csrf.exempt(view)
    return view


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """What a page of the form carried unseen: whose draft it showed, and for which jobs."""

    draft: str
    jobs: tuple[str, ...]


def token_is_good() -> bool:
    """Whether the form came from a page of ours in this browser's session (and over https, from our host)."""
    try:
        csrf.protect()
    except CSRFError:
        return False
    return True


def hidden() -> Hidden:
    """The hidden fields."""
    jobs = [name[:LONGEST_NAME] for name in request.form.get("jobs", "")[:1000].split(",") if name]
    return Hidden(draft=request.form.get("draft", "")[:LONGEST_NAME], jobs=tuple(jobs[:MOST_JOBS]))


def typed(fields: tuple[str, ...]) -> Typed:
    """What was typed or chosen in these fields, without signs that no page can show again."""
    lists = {field: request.form.getlist(field)[:MOST_VALUES] for field in fields}
    return {field: [cleaning.paragraphs(text) for text in texts] for field, texts in lists.items()}


def wants_to_continue() -> bool:
    """Whether the button on the start page was "Fortsæt"."""
    return request.form.get("do") == "continue"


def from_check_page() -> bool:
    """Whether a question was opened by a "Ret" link, so that its answer leads straight back."""
    return request.args.get("fra") == "tjek"
