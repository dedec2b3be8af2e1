"""Views of the guide: one question a page, then the best way on. Answers stand in the cookie only."""

from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from portal import browser
from portal.access import public
from portal.csrf import checks_token_itself, token_is_good
from portal.guide import asking
from portal.guide.asking import Question

bp = Blueprint("guide", __name__)

PRESS_AGAIN: Final = "Tryk på Næste igen."


@bp.get("/kan-jeg")
@public
def begin() -> ResponseReturnValue:
    """What the guide is for; each visit begins anew."""
    return render_template("guide/start.html", first=asking.QUESTIONS[0], problems=[])


@bp.get("/kan-jeg/<slug>")
@public
def question(slug: str) -> ResponseReturnValue:
    """One question."""
    return _page(_asked(slug))


@bp.post("/kan-jeg/<slug>")
@checks_token_itself
@public
def answer(slug: str) -> ResponseReturnValue:
    """Keeps the answer in the cookie and goes on."""
    asked = _asked(slug)
    value = request.form.get(asked.key, "")[:40]
    if value not in {option.value for option in asked.options}:
        return _page(asked, asked.missing, 422)
    if not token_is_good():
        return _page(asked, PRESS_AGAIN, 400, value)
    cookie[browser.GUIDE] = _chosen() | {asked.key: value}
    following = _after(asked)
    return redirect(
        url_for("guide.question", slug=following.slug) if following else url_for("guide.end"), 303
    )


@bp.get("/kan-jeg/svar")
@public
def end() -> ResponseReturnValue:
    """What may be the best way on, and why."""
    chosen = _chosen()
    still_open = asking.next_open(chosen)
    if still_open is not None:
        return redirect(url_for("guide.question", slug=still_open.slug))
    return render_template(
        "guide/end.html",
        outcome=asking.outcome(chosen),
        reasons=asking.reasons(chosen),
        back=url_for("guide.question", slug=asking.path(chosen)[-1].slug),
        problems=[],
    )


def _asked(slug: str) -> Question:
    found = asking.BY_SLUG.get(slug) or abort(404)
    return found if found in asking.path(_chosen()) else asking.QUESTIONS[0]


def _after(asked: Question) -> Question | None:
    path = asking.path(_chosen())
    place = path.index(asked)
    return path[place + 1] if place + 1 < len(path) else None


def _chosen() -> dict[str, str]:
    """The answers in this browser's cookie; whatever is odd in it is left out."""
    found = cookie.get(browser.GUIDE)
    known = {question.key: {o.value for o in question.options} for question in asking.QUESTIONS}
    kept = found if isinstance(found, dict) else {}
    return {key: str(kept[key]) for key, values in known.items() if str(kept.get(key)) in values}


def _page(asked: Question, problem: str = "", status: int = 200, value: str = "") -> ResponseReturnValue:
    chosen = _chosen()
    path = asking.path(chosen)
    earlier = asking.before(chosen, asked)
    page = render_template(
        "guide/question.html",
        asked=asked,
        number=path.index(asked) + 1,
        total=len(path),
        value=value or chosen.get(asked.key, ""),
        back=url_for("guide.question", slug=earlier.slug) if earlier else url_for("guide.begin"),
        problems=[{"field": asked.key, "text": problem}] if problem else [],
        error=problem,
    )
    return page, status
