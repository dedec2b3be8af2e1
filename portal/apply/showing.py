"""Turns steps and applications into pages: addresses, fields with what stands in them, and errors."""

from dataclasses import dataclass

from flask import current_app, render_template, url_for

from portal import browser, letters, tickets
from portal.apply import call_me, checking, engine, forms, liking, proving, queries, suspicion
from portal.apply.checking import Problem, Problems, Typed
from portal.apply.engine import Asked, Path, Step
from portal.apply.forms import Hidden
from portal.apply.questions import CALL_ME, is_call_me
from portal.db import db
from portal.easyread.trades import TRADES
from portal.models.application import Application, FilledBy, State
from portal.models.posting import Posting

Page = tuple[str, int]


@dataclass(frozen=True)
class Row:
    """One row of the page for checking; `url` leads to the question."""

    key: str
    value: str | list[str]
    url: str


def mine(*, lock: bool = False) -> Application | None:
    """The application of the browser that asks."""
    return tickets.of_browser(db.session(), browser.token(), lock=lock)


def my_draft() -> Application | None:
    """The draft that the browser that asks is writing."""
    found = mine()
    return found if found and queries.is_draft(found) else None


def question_url(asked: Asked, *, checked_after: bool = False) -> str:
    """The address of a question; `checked_after` leads from its answer straight to the page for checking."""
    fra = "tjek" if checked_after else None
    return url_for("apply.question", slug=asked.slug, fra=fra, **liking.carried())


def resume_url(path: Path, *, checked_after: bool = False) -> str:
    """Where to go on: the first open question, or the page for checking."""
    open_step = engine.first_open(path)
    if open_step is None:
        return url_for("apply.check")
    return question_url(open_step.asked, checked_after=checked_after)


def next_url(path: Path, key: str) -> str:
    """Where an answer leads: to the next question, or back to the page for checking where it came from."""
    step = engine.following(path, key)
    if forms.from_check_page() or step is None:
        return resume_url(path, checked_after=forms.from_check_page())
    return question_url(step.asked)


def question_page(
    asked: Asked,
    path: Path,
    application: Application | None,
    *,
    typed: Typed | None = None,
    problems: Problems = (),
    status: int = 200,
    hidden: Hidden | None = None,
) -> Page:
    """A question; after an error, with what was typed and what to do."""
    step = engine.find(path, asked.key)
    page = render_template(
        "apply/question.html",
        asked=asked,
        step=step,
        back=_back_url(path, asked, application),
        values=_values(asked, step) if typed is None else _as_typed(asked, typed),
        problems=problems,
        errors={problem.field: problem.text for problem in reversed(problems)},
        is_saved=any(step.answer for step in path),
        suggestions=queries.school_names(db.session()) if asked.key == "school" else (),
        hidden=hidden or _hidden(application),
    )
    return page, status


def call_me_page(*, typed: Typed | None = None, problems: Problems = (), status: int = 200) -> Page:
    """The first of the three questions of somebody who wants to be called."""
    (step, *_) = engine.walk({"form": CALL_ME})
    under_way = my_draft()
    before = _name_under_way(under_way) if typed is None else ""
    page = render_template(
        "apply/call_me.html",
        asked=step.asked,
        step=step,
        back=url_for("apply.begin_open"),
        values={"name": before} if typed is None else _as_typed(step.asked, typed),
        problems=problems,
        errors={problem.field: problem.text for problem in reversed(problems)},
        is_saved=False,
        suggestions=(),
        hidden=Hidden(draft="", jobs=()),
        draft=under_way,
    )
    return page, status


def _name_under_way(draft: Application | None) -> str:
    """The name in a request to be called that this browser is writing, so that going back shows it."""
    answers = queries.answers_of(draft)
    name = answers.get("name") if is_call_me(answers) else None
    return name.value if name and isinstance(name.value, str) else ""


def _back_url(path: Path, asked: Asked, application: Application | None) -> str:
    before = engine.preceding(path, asked.key)
    if forms.from_check_page() and engine.first_open(path) is None:
        return url_for("apply.check")
    return question_url(before.asked) if before else start_url(application)


def start_url(application: Application | None) -> str:
    """The start page of an application: of its first open job, of an open interest, or of "Ring mig op"."""
    if application and is_call_me(queries.answers_of(application)):
        return url_for("apply.call_me")
    jobs = queries.open_jobs(application) if application else []
    if jobs:
        return url_for("apply.begin", posting_id=jobs[0].id)
    return url_for("apply.begin_open", **liking.carried())


def _values(asked: Asked, step: Step | None) -> dict[str, str | list[str]]:
    if asked.key == liking.QUESTION and not (step and step.before):
        return {asked.key: [trade.key for trade in liking.liked()]}
    value = step.before.value if step and step.before else ""
    if isinstance(value, dict):
        return {field: value.get(field, "") for field in checking.fields_of(asked)}
    return dict.fromkeys(checking.fields_of(asked), value)


def _as_typed(asked: Asked, typed: Typed) -> dict[str, str | list[str]]:
    return {
        field: typed[field] if asked.kind == "several" else next(iter(typed[field]), "")
        for field in checking.fields_of(asked)
    }


def _hidden(application: Application | None) -> Hidden:
    if application is None:
        return Hidden(draft="", jobs=forms.hidden().jobs)
    return Hidden(draft=application.id, jobs=tuple(wish.posting_id for wish in application.wishes))


def start_page(job: Posting | None, *, problems: Problems = (), status: int = 200) -> Page:
    """What happens, before anything is asked; to somebody who is under way, how to go on."""
    draft = my_draft()
    named = {wish.posting_id for wish in draft.wishes} if draft else set()
    page = render_template(
        "apply/start.html",
        job=job,
        title=queries.title_of(job) if job else "",
        pictogram=TRADES[job.trade].pictogram if job else "",
        number=len(engine.walk({})),
        draft=draft,
        is_for_this=job is None or job.id in named,
        liked=[trade.name for trade in liking.liked()],
        problems=problems,
    )
    return page, status


def closed_page(job: Posting) -> Page:
    """The job is gone; an open interest is not."""
    return render_template("apply/closed.html", title=queries.title_of(job)), 410


def check_page(path: Path, draft: Application, *, problems: Problems = (), status: int = 200) -> Page:
    """All that will be sent, and nothing else."""
    rows = [
        Row(step.asked.heading, engine.shown(step), question_url(step.asked, checked_after=True))
        for step in path
    ]
    page = render_template(
        "apply/check.html",
        rows=rows,
        jobs=[queries.title_of(job) for job in queries.open_jobs(draft)],
        closed=[queries.title_of(job) for job in queries.closed_jobs(draft)],
        back=question_url(path[-1].asked),
        problems=problems,
        hidden=as_checked(draft),
        task=proving.task() if suspicion.is_attacked(db.session()) else "",
        words=call_me.WORDS if is_call_me(queries.answers_of(draft)) else (),
        send_words=call_me.BUTTON if is_call_me(queries.answers_of(draft)) else "Send",
    )
    return page, status


def as_checked(draft: Application) -> Hidden:
    """Which draft and open jobs the page for checking names, so that nobody sends what was not shown."""
    return Hidden(draft=draft.id, jobs=tuple(job.id for job in queries.open_jobs(draft)))


def receipt_page(application: Application) -> str:
    """What happens next, by when, and who to call."""
    kind = "received_helped" if application.filled_by == FilledBy.HELPER else "received"
    return render_template(
        "apply/receipt.html",
        reference=tickets.shown(application.reference),
        paragraphs=letters.text(db.session(), kind, {"answer_by": application.answer_by}),
        has_mail=application.state != State.QUARANTINED
        and bool(application.candidate and application.candidate.email),
    )


def answer_days() -> int:
    """How many working days the secretariat gives itself for an answer."""
    return int(current_app.config["SETTINGS"].answer_days)


def problem(asked: Asked, text: str) -> Problems:
    """One thing to do about a page as a whole; its link leads to the first field."""
    return (Problem(checking.fields_of(asked)[0], text),)
