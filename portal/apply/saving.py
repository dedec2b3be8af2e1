"""Views of "Gem og fortsæt senere": where to send a link, the code, going on; and the form on paper."""

from functools import lru_cache
from typing import Final

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import cleaning, pdf, reaching, tickets
from portal.access import public
from portal.apply import checking, drafts, engine, forms, queries, showing
from portal.apply.checking import Problem, Problems
from portal.apply.engine import Asked
from portal.apply.questions import QUESTIONS
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.models.application import Application

bp = Blueprint("saving", __name__)

PRESS_AGAIN: Final = "Tryk på Gem igen."
PHONE_NEEDED: Final = "Skriv et telefonnummer. De sidste 4 tal hører til din kode."
FIELDS: Final = ("phone", "email")
# On paper nobody needs to be led: the place tells the municipality, and who does not want to tell more stops.
_NOT_ON_PAPER: Final = frozenset(
    {
        "who",
        "person_knows",
        "answers_to",
        "helper_mail",
        "municipality",
        "municipality_other",
        "tell_more",
        "more_how",
        "voice",
    }
)
_ON_PAPER: Final = tuple(question for question in QUESTIONS if question.key not in _NOT_ON_PAPER)


@bp.get("/ansoeg/gem")
@public
def save() -> ResponseReturnValue:
    """Asks where a link may be sent."""
    draft = showing.my_draft()
    return _page(draft) if draft else redirect(url_for("apply.begin_open"))


@bp.post("/ansoeg/gem")
@checks_token_itself
@public
def keep() -> ResponseReturnValue:
    """Gives the draft its code, and sends the link."""
    draft = showing.mine(lock=True)
    if draft is None or not queries.is_draft(draft):
        return redirect(url_for("apply.begin_open"), 303)
    typed = {field: cleaning.line("".join(lines)) for field, lines in forms.typed(FIELDS).items()}
    if not token_is_good():
        return _page(draft, typed=typed, problems=(Problem("email", PRESS_AGAIN),), status=400)
    mail, phone = reaching.mail(typed["email"]), reaching.phone(typed["phone"])
    problems = _problems(draft, typed, mail, phone)
    if problems:
        return _page(draft, typed=typed, problems=problems, status=422)
    drafts.save_for_later(db.session(), draft, mail=mail or "", phone=phone or "")
    return redirect(url_for("saving.kept"), 303)


def _problems(draft: Application, typed: dict[str, str], mail: str | None, phone: str | None) -> Problems:
    problems = []
    if typed["phone"] and not phone:
        problems.append(Problem("phone", checking.PHONE_TEXT))
    elif not phone and not tickets.known_digits(draft):
        problems.append(Problem("phone", PHONE_NEEDED))
    if typed["email"] and not mail:
        problems.append(Problem("email", checking.MAIL_TEXT))
    return tuple(problems)


def _page(
    draft: Application, *, typed: dict[str, str] | None = None, problems: Problems = (), status: int = 200
) -> ResponseReturnValue:
    path = engine.walk(queries.answers_of(draft))
    page = render_template(
        "apply/save.html",
        values=typed or {"phone": "", "email": drafts.mail_of(draft)},
        asks_for_phone=not tickets.known_digits(draft) or bool(typed and typed["phone"]),
        problems=problems,
        errors={problem.field: problem.text for problem in reversed(problems)},
        back=showing.resume_url(path),
    )
    return page, status


@bp.get("/ansoeg/gemt")
@public
def kept() -> ResponseReturnValue:
    """The code, and how to come back."""
    draft = showing.my_draft()
    if draft is None or draft.reference is None:
        return redirect(url_for("apply.begin_open"))
    return render_template(
        "apply/saved.html",
        code=tickets.shown(draft.reference),
        last_day=draft.updated_at + tickets.DRAFT_LIVES,
        has_mail=bool(drafts.mail_of(draft)),
        has_place_only=not any(
            key in queries.answers_of(draft) for key in ("contact", "call_phone", "save_phone")
        ),
        problems=(),
    )


@bp.get("/ansoeg/papir")
@public
def paper() -> ResponseReturnValue:
    """A blank form to print, with the same questions; staff key in what comes back."""
    return render_template(
        "apply/paper.html", asked=_asked_on_paper(), has_file=pdf.is_available(), problems=()
    )


@bp.get("/ansoeg/papir.pdf")
@public
def paper_file() -> ResponseReturnValue:
    """The same as a tagged PDF in big type; where this machine makes none, the page."""
    if not pdf.is_available():
        return redirect(url_for("saving.paper"))
    made = _drawn(render_template("apply/blank_form.html", asked=_asked_on_paper()))
    disposition = 'inline; filename="klapjob-ansoegning.pdf"'
    return Response(made, headers={"Content-Type": "application/pdf", "Content-Disposition": disposition})


def _asked_on_paper() -> list[Asked]:
    return [engine.ask(question, {}) for question in _ON_PAPER]


@lru_cache(maxsize=2)
def _drawn(html: str) -> bytes:
    """Drawn once; the form changes with the year, and when somebody edits it."""
    return pdf.render(html)


@bp.get("/ansoeg/videre")
@public
def go_on() -> ResponseReturnValue:
    """Leads to where this browser's draft goes on, or to what was sent."""
    mine = showing.mine()
    if mine is None:
        return redirect(url_for("apply.begin_open"))
    if not queries.is_draft(mine):
        return redirect(url_for("apply.receipt"))
    return redirect(showing.resume_url(engine.walk(queries.answers_of(mine))))
